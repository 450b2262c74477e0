// Options of the commands that show acts and disputes.
#include "cli/story_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "entente/date.h"
#include "record/json_text.h"

namespace entente::cli {
namespace {

std::string check_date(const std::string& text) {
  return period_of(text).known() ? "" : "'" + text + "' is no date; write 2016-08-16";
}

std::string check_type(const std::string& text) {
  return item_type(text) ? "" : "'" + text + "' is no type; write ASSAULT or backs";
}

void add_day(CLI::App& command, const char* name, std::string& value, const char* help) {
  command.add_option(name, value, help)
      ->type_name("DATE")
      ->check(CLI::Validator(check_date, "", "date"));
}

std::optional<Day> first_day(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(period_of(text).first);
}

std::optional<Day> last_day(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(period_of(text).last);
}

/// Whether the period is all of a month, or of a year.
bool is_whole(Period period, const std::string& iso, std::size_t length) {
  return period_of(iso.substr(0, length)) == period;
}

void append_report(std::string& out, const ActReport& report) {
  JsonObject object(out);
  object.member("item", static_cast<std::uint64_t>(report.row));
  object.member("doc", report.item.doc);
  object.optional("title", report.origin.title);
  object.optional("publisher", report.origin.publisher);
  object.optional("published", report.origin.published);
  object.optional("url", report.origin.url);
  object.member("begin", std::uint64_t{report.item.span.begin});
  object.member("end", std::uint64_t{report.item.span.end});
  object.member("trigger", report.item.trigger);
  object.member("type", name_of(report.item.type));
  object.member("status", name_of(report.item.status));
  object.optional("actor", report.item.actor);
  object.optional("recipient", report.item.recipient);
  object.optional("when", report.item.when);
  object.optional("number", report.item.number);
  object.optional("said_by", report.item.said_by);
  object.optional("denied_by", report.item.denied_by);
  object.member("source", report.source);
  object.key("copy");
  out += report.copy ? "true" : "false";
  object.member("sentence", report.item.sentence);
  object.member("sentence_begin", std::uint64_t{report.item.sentence_span.begin});
  object.member("sentence_end", std::uint64_t{report.item.sentence_span.end});
  object.close();
}

}  // namespace

void add_story_options(CLI::App& command, StoryOptions& options) {
  command
      .add_option("--party", options.parties,
                  "only with this party on either side (repeatable): RUS with all its sectors, or "
                  "RUS:MIL")
      ->type_name("CODE");
  command.add_option("--type", options.type, "only of this type")
      ->type_name("TYPE")
      ->check(CLI::Validator(check_type, "", "type"));
  add_period_options(command, options);
  command.add_option("--limit", options.limit, "how many at most; all by default")->type_name("N");
}

void add_period_options(CLI::App& command, StoryOptions& options) {
  add_day(command, "--from", options.from, "only what may have happened on that day or later");
  add_day(command, "--until", options.until, "only what may have happened on that day or before");
  add_day(command, "--as-of", options.as_of, "only what documents published by then have told");
}

ActQuery query_of(const StoryOptions& options) {
  ActQuery query;
  query.parties = options.parties;
  if (!options.type.empty()) query.type = item_type(options.type);
  query.from = first_day(options.from);
  query.until = last_day(options.until);
  query.as_of = last_day(options.as_of);
  return query;
}

void warn_of_unlinked(Store& store) {
  const std::int64_t waiting = unlinked_documents(store);
  if (waiting == 0) return;
  Console().note(fmt::format(
      "{} documents are not linked to acts yet, an earlier run was interrupted: `entente add {}` "
      "goes on with them",
      waiting, store.database().file()));
}

std::string period_text(Period period) {
  if (!period.known()) return "";
  std::string first = iso_day(period.first);
  constexpr std::size_t of_year = 4, of_month = 7;
  if (period.days() == 1) return first;
  if (is_whole(period, first, of_month)) return first.substr(0, of_month);
  if (is_whole(period, first, of_year)) return first.substr(0, of_year);
  return first + ".." + iso_day(period.last);
}

void append_reports(std::string& out, const std::vector<ActReport>& reports) {
  out += '[';
  for (std::size_t i = 0; i < reports.size(); ++i) {
    if (i > 0) out += ',';
    append_report(out, reports[i]);
  }
  out += ']';
}

std::string named(const std::vector<std::string>& codes, const CodeNames& names,
                  std::string_view between) {
  std::string out;
  for (const std::string& code : codes) {
    if (!out.empty()) out += between;
    out += names.knows(code) ? names.name(code) : code;
  }
  return out;
}

std::string named_claim(const std::string& claim, const CodeNames& names) {
  constexpr std::string_view negation = "not ", between = ", ";
  std::string out;
  std::string_view rest = claim;
  if (rest.starts_with(negation)) {
    out = negation;
    rest.remove_prefix(negation.size());
  }
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = rest.find(between);
    parts.emplace_back(rest.substr(0, end));
    if (end == std::string_view::npos) return out + named(parts, names);
    rest.remove_prefix(end + between.size());
  }
}

std::string on_one_line(const std::string& sentence) {
  std::string out;
  for (const char c : sentence) {
    const auto byte = static_cast<unsigned char>(c);
    const bool control = byte < 0x20 || byte == 0x7f;
    if (control && !out.empty() && out.back() == ' ') continue;
    out += control ? ' ' : c;
  }
  return out;
}

}  // namespace entente::cli

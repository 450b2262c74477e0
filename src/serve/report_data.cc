// Writes the tables of the report.
#include "serve/report_data.h"

#include <cmath>
#include <set>

#include "record/json_text.h"
#include "serve/columns.h"
#include "serve/report_relations.h"

namespace entente {
namespace {

/// Lists that are filled while the tables are written, and written behind them.
struct Lists {
  NameList actors, sources, types, modes, statuses, standings, publishers, places;
  std::vector<const ResolvedPlace*> points;  ///< of `places`
};

class Writer {
 public:
  Writer(const Picture& picture, const ReportOptions& options, const ReportWorld& world)
      : picture_(picture), options_(options), world_(world) {}

  std::string write(const std::string& title) {
    JsonObject all(out_);
    all.member("format", std::uint64_t{1});
    all.member("title", title);
    all.member("program", world_.program);
    day_member(all, "asOf", options_.as_of);
    day_member(all, "from", options_.from);
    day_member(all, "until", options_.until);
    all.key("docs");
    write_documents();
    all.key("acts");
    write_acts();
    all.key("reports");
    write_reports();
    all.key("quotes");
    write_quotes();
    all.key("disputes");
    append_list(out_, picture_.disputes, [&](const Dispute& one) { write_dispute(one); });
    append_relations(all, out_, picture_, world_, lists_.actors);
    write_lists(all);
    all.close();
    return std::move(out_);
  }

 private:
  void day_member(JsonObject& object, std::string_view name, std::optional<Day> day) {
    object.key(name);
    append_day(out_, day.value_or(no_day));
  }

  void number(std::int64_t value) { append_number(out_, value); }
  void texts(const std::vector<std::string>& values) {
    append_list(out_, values, [&](const std::string& text) { append_json_string(out_, text); });
  }
  void indexes(NameList& list, const std::vector<std::string>& values) {
    append_list(out_, values, [&](const std::string& name) { number(list.index_of(name)); });
  }

  /// One member of `object`: a list with what `append` writes of each row.
  template <class Rows, class Append>
  void column(JsonObject& object, std::string_view name, const Rows& rows, const Append& append) {
    object.key(name);
    append_list(out_, rows, append);
  }

  void write_documents() {
    using Row = PictureDocument;
    const auto& rows = picture_.documents;
    JsonObject table(out_);
    column(table, "id", rows, [&](const Row& row) { append_json_string(out_, row.id); });
    column(table, "title", rows, [&](const Row& row) { append_json_string(out_, row.title); });
    column(table, "day", rows, [&](const Row& row) { append_day(out_, day_of(row.published)); });
    column(table, "publisher", rows, [&](const Row& row) {
      // Of what was coded elsewhere, whose coding it is says more than nothing.
      number(lists_.publishers.index_of(row.publisher.empty() ? row.source : row.publisher));
    });
    column(table, "url", rows, [&](const Row& row) { append_json_string(out_, row.url); });
    column(table, "copyOf", rows, [&](const Row& row) { number(row.copy_of); });
    column(table, "chunk", rows, [&](const Row& row) { number(row.chunk); });
    table.close();
  }

  void write_acts() {
    const auto& acts = picture_.acts;
    JsonObject table(out_);
    column(table, "type", acts,
           [&](const Act& act) { number(lists_.types.index_of(name_of(act.type))); });
    column(table, "quad", acts,
           [&](const Act& act) { number(quad_class_of(act, world_.ontology)); });
    column(table, "mode", acts, [&](const Act& act) { number(lists_.modes.index_of(act.mode)); });
    column(table, "status", acts,
           [&](const Act& act) { number(lists_.statuses.index_of(name_of(act.status))); });
    column(table, "standing", acts,
           [&](const Act& act) { number(lists_.standings.index_of(name_of(act.standing))); });
    column(table, "first", acts, [&](const Act& act) { append_day(out_, act.when.first); });
    column(table, "last", acts, [&](const Act& act) { append_day(out_, act.when.last); });
    column(table, "dated", acts, [&](const Act& act) { number(act.dated ? 1 : 0); });
    column(table, "actor", acts, [&](const Act& act) { indexes(lists_.actors, act.actor); });
    column(table, "recipient", acts,
           [&](const Act& act) { indexes(lists_.actors, act.recipient); });
    column(table, "place", acts, [&](const Act& act) { write_places(act); });
    column(table, "source", acts, [&](const Act& act) { indexes(lists_.sources, act.sources); });
    column(table, "deniedBy", acts, [&](const Act& act) { indexes(lists_.actors, act.denied_by); });
    column(table, "documents", acts, [&](const Act& act) { number(act.documents); });
    column(table, "confidence", acts,
           [&](const Act& act) { number(std::lround(act.confidence * 100)); });
    table.close();
  }

  void write_places(const Act& act) {
    append_list(out_, act.places, [&](const ResolvedPlace& place) {
      const std::string key =
          fmt::format("{}\n{}\n{}\n{}", place.name, place.latitude, place.longitude, place.country);
      const std::uint32_t at = lists_.places.index_of(key);
      if (at == lists_.points.size()) lists_.points.push_back(&place);
      number(at);
    });
  }

  void write_reports() {
    using Row = PictureReport;
    const auto& rows = picture_.reports;
    JsonObject table(out_);
    column(table, "act", rows, [&](const Row& row) { number(row.act); });
    column(table, "doc", rows, [&](const Row& row) { number(row.document); });
    column(table, "item", rows, [&](const Row& row) { number(row.item); });
    column(table, "saidBy", rows, [&](const Row& row) { indexes(lists_.actors, row.said_by); });
    column(table, "deniedBy", rows, [&](const Row& row) { indexes(lists_.actors, row.denied_by); });
    column(table, "copy", rows, [&](const Row& row) { number(row.copy ? 1 : 0); });
    table.close();
  }

  void write_quotes() {
    JsonObject quotes(out_);
    for (std::size_t i = 0; i < picture_.reports.size(); ++i) {
      quotes.optional(fmt::format("{}", i), picture_.reports[i].quote);
    }
    quotes.close();
  }

  void write_dispute(const Dispute& dispute) {
    JsonObject object(out_);
    object.member("about", name_of(dispute.about));
    column(object, "acts", dispute.acts, [&](std::int64_t act) { number(act); });
    column(object, "sides", dispute.sides, [&](const DisputeSide& side) {
      JsonObject one(out_);
      one.member("claim", side.claim);
      one.key("speakers");
      indexes(lists_.sources, side.speakers);
      column(one, "reports", side.items, [&](std::int64_t report) { number(report); });
      one.key("first");
      append_day(out_, side.first_said);
      one.key("last");
      append_day(out_, side.last_said);
      one.close();
    });
    object.close();
  }

  /// The codes of claims are shown by name too: "RUS:MIL, SYR", "not RUS".
  void name_claims() {
    constexpr std::string_view denial = "not ", between = ", ";
    for (const Dispute& dispute : picture_.disputes) {
      if (dispute.about != DisputeAbout::actor && dispute.about != DisputeAbout::recipient)
        continue;
      for (const DisputeSide& side : dispute.sides) {
        std::string_view codes = side.claim;
        if (codes.starts_with(denial)) codes.remove_prefix(denial.size());
        while (!codes.empty()) {
          const std::size_t end = std::min(codes.find(between), codes.size());
          static_cast<void>(lists_.actors.index_of(codes.substr(0, end)));
          codes.remove_prefix(std::min(end + between.size(), codes.size()));
        }
      }
    }
  }

  void write_lists(JsonObject& all) {
    name_claims();
    const auto with_name = [&](const std::string& code, const std::string& name) {
      out_ += '[';
      append_json_string(out_, code);
      out_ += ',';
      append_json_string(out_, name);
      out_ += ']';
    };
    column(all, "actors", lists_.actors.names(), [&](const std::string& code) {
      with_name(code, code == "?" ? "somebody unnamed" : world_.name_of(code));
    });
    column(all, "sources", lists_.sources.names(), [&](const std::string& source) {
      with_name(source, source.starts_with("doc:") ? source.substr(4) : world_.name_of(source));
    });
    const std::pair<std::string_view, const NameList*> plain[] = {
        {"types", &lists_.types},
        {"modes", &lists_.modes},
        {"statuses", &lists_.statuses},
        {"standings", &lists_.standings},
        {"publishers", &lists_.publishers}};
    for (const auto& [name, list] : plain) {
      all.key(name);
      texts(list->names());
    }
    column(all, "places", lists_.points, [&](const ResolvedPlace* place) {
      out_ += '[';
      append_json_string(out_, place->name);
      out_ += ',';
      append_decimal(out_, place->latitude);
      out_ += ',';
      append_decimal(out_, place->longitude);
      out_ += ',';
      append_json_string(out_, place->country);
      out_ += ']';
    });
  }

  const Picture& picture_;
  const ReportOptions& options_;
  const ReportWorld& world_;
  Lists lists_;
  std::string out_;
};

}  // namespace

std::string report_data(const Picture& picture, const ReportOptions& options,
                        const ReportWorld& world, const std::string& title) {
  return Writer(picture, options, world).write(title);
}

int quad_class_of(const Act& act, const Ontology& ontology) {
  if (act.kind == ItemKind::relation) return 0;
  const int quad = ontology.quad_class(act.cameo);
  return quad != 0 ? quad : ontology.quad_class(ontology.default_cameo(act.type, act.mode));
}

}  // namespace entente

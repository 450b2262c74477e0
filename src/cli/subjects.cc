// Words of the command line resolved to actors.
#include "cli/subjects.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "entente/error.h"

namespace entente::cli {
namespace {

bool store_has_code(Store& store, std::string_view main) {
  Statement find = store.database().prepare("SELECT 1 FROM actor WHERE main = ? LIMIT 1");
  find.bind(main);
  return find.step();
}

std::string main_part(const std::string& code) { return code.substr(0, code.find(':')); }

/// The code as it is written: states in capitals, slugs in small letters.
std::optional<std::string> code_written(Store& store, const CodeNames& names,
                                        const std::string& text) {
  const std::string main = main_part(text), sector = text.substr(main.size());
  std::string upper = main;
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  for (const std::string& form : {main, upper, lower(main)}) {
    const bool plain = form.find(' ') == std::string::npos;
    if (plain && store_has_code(store, form)) return form + sector;
    if (plain && names.knows(form) && names.name(form) != form) return form + sector;
  }
  return std::nullopt;
}

/// The one that has acts in the store, else the first.
const NamedActor& likeliest(Store& store, const std::vector<NamedActor>& found) {
  for (const NamedActor& actor : found) {
    for (const Tenure& tenure : actor.tenures) {
      if (store_has_code(store, main_part(tenure.codes.front()))) return actor;
    }
  }
  return found.front();
}

Subject subject_named(Store& store, const CodeNames& names, const std::vector<NamedActor>& found) {
  const NamedActor& actor = likeliest(store, found);
  Subject subject;
  subject.name = actor.name;
  if (actor.kind == ActorKind::person) {
    subject.code = actor.name;
    subject.person = actor;
    subject.is_person = true;
    return subject;
  }
  subject.code = actor.tenures.back().codes.front();
  if (names.name(subject.code) != actor.name) subject.unit = slug_of(actor.name);
  return subject;
}

/// Where a code is only the slug of a body's name ("quds-force"), which no item has: that body.
std::vector<NamedActor> unit_bearers(Store& store, const CodeNames& names,
                                     const std::string& code) {
  if (store_has_code(store, main_part(code))) return {};
  std::vector<NamedActor> bearers = names.named(names.name(code));
  for (const NamedActor& bearer : bearers) {
    for (const Tenure& tenure : bearer.tenures) {
      if (std::ranges::find(tenure.codes, code) != tenure.codes.end()) return {};
    }
  }
  return bearers;
}

/// A person whom texts name: by the whole name, else by the last word of it where one alone has it.
std::optional<Subject> person_told_of(Store& store, const CodeNames& names,
                                      const std::string& text) {
  Statement rows = store.database().prepare(
      "SELECT DISTINCT value FROM item_word WHERE field = 'names' ORDER BY value");
  const std::string sought = fold(text);
  std::vector<std::string> by_surname;
  while (rows.step()) {
    std::string name = rows.text(0);
    const std::string folded = fold(name);
    if (folded == sought) return Subject{name, name, names.person(name), true, ""};
    if (folded.ends_with(" " + sought)) by_surname.push_back(std::move(name));
  }
  if (by_surname.size() != 1) return std::nullopt;
  const std::string& name = by_surname.front();
  return Subject{name, name, names.person(name), true, ""};
}

[[noreturn]] void refuse(const CodeNames& names, const std::string& text) {
  constexpr std::size_t suggestions = 5;
  const std::vector<std::string> like = names.like(text, suggestions);
  throw Error(ErrorKind::invalid_value, like.empty()
                                            ? fmt::format("there is no actor '{}'", text)
                                            : fmt::format("there is no actor '{}'; like it: {}",
                                                          text, fmt::join(like, ", ")));
}

}  // namespace

Subject subject_of(Store& store, const CodeNames& names, const std::string& text) {
  if (const auto code = code_written(store, names, text)) {
    const auto bearers = unit_bearers(store, names, *code);
    if (!bearers.empty()) return subject_named(store, names, bearers);
    return {*code, names.name(*code), std::nullopt, false, ""};
  }
  const std::vector<NamedActor> found = names.named(text);
  if (!found.empty()) return subject_named(store, names, found);
  if (auto person = person_told_of(store, names, text)) return *person;
  refuse(names, text);
}

std::string shown_name(const Subject& subject, const CodeNames& names) {
  if (!subject.unit.empty()) {
    return fmt::format("{}, coded as {} ({})", subject.name, names.name(subject.code),
                       subject.code);
  }
  return subject.code == subject.name ? subject.name
                                      : fmt::format("{}  ({})", subject.name, subject.code);
}

}  // namespace entente::cli

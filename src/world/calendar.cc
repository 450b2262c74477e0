// Reader of the calendar's words.
#include "world/calendar.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "world/name_tokens.h"

namespace entente {
namespace {

std::optional<TimeWord> kind_named(std::string_view name) {
  static constexpr std::pair<std::string_view, TimeWord> kinds[] = {
      {"month", TimeWord::month},     {"weekday", TimeWord::weekday},
      {"weekend", TimeWord::weekend}, {"day", TimeWord::day},
      {"unit", TimeWord::unit},       {"number", TimeWord::number},
      {"past", TimeWord::past},       {"passed", TimeWord::passed},
      {"present", TimeWord::present}, {"future", TimeWord::future},
      {"ago", TimeWord::ago},         {"part", TimeWord::part},
      {"daypart", TimeWord::daypart}, {"before-date", TimeWord::before_date},
      {"since", TimeWord::since},     {"from", TimeWord::from},
      {"to", TimeWord::to},           {"duration", TimeWord::duration},
      {"age", TimeWord::age},         {"joiner", TimeWord::joiner}};
  for (const auto& [word, kind] : kinds) {
    if (word == name) return kind;
  }
  return std::nullopt;
}

}  // namespace

void Calendar::read(const std::string& folder, DataFiles& files) {
  std::optional<TimeWord> kind;
  files.read_folder(folder, [&](const DataLine& line) {
    if (line.directive) {
      kind = kind_named(line.text);
      if (!kind) files.fail(line, fmt::format("unknown directive '@{}'", line.text));
      return;
    }
    if (!kind) files.fail(line, "a directive such as @month must come before the first line");
    TimeMeaning meaning{*kind, 0, false, false};
    if (line.fields.size() > 1) {
      const std::string_view number = line.fields[1];
      const auto [end, error] =
          std::from_chars(number.data(), number.data() + number.size(), meaning.value);
      if (error != std::errc() || end != number.data() + number.size()) {
        files.fail(line, "the value must be a whole number");
      }
    }
    for (const std::string_view word : split_list(line.fields[0], ';')) {
      meaning.capital = is_upper(decode(word, 0).code);
      words_[fold_quickly(word)].push_back(meaning);
      meaning.abbreviation = meaning.capital;  // those after the first
    }
  });
}

void Calendar::name_days(TextSet& names) const {
  for (const auto& [word, meanings] : words_) {
    for (const TimeMeaning& meaning : meanings) {
      if (meaning.kind == TimeWord::month || meaning.kind == TimeWord::weekday) names.emplace(word);
    }
  }
}

const std::vector<TimeMeaning>* Calendar::meanings(std::string_view folded) const {
  const auto found = words_.find(folded);
  return found == words_.end() ? nullptr : &found->second;
}

}  // namespace entente

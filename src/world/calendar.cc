// Reader of the calendar's words.
#include "world/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "world/name_tokens.h"

namespace entente {
namespace {

std::optional<TimeWord> kind_named(std::string_view name) {
  static constexpr std::pair<std::string_view, TimeWord> kinds[] = {
      {"month", TimeWord::month},
      {"weekday", TimeWord::weekday},
      {"weekend", TimeWord::weekend},
      {"day", TimeWord::day},
      {"unit", TimeWord::unit},
      {"number", TimeWord::number},
      {"past", TimeWord::past},
      {"passed", TimeWord::passed},
      {"present", TimeWord::present},
      {"future", TimeWord::future},
      {"ago", TimeWord::ago},
      {"part", TimeWord::part},
      {"daypart", TimeWord::daypart},
      {"before-date", TimeWord::before_date},
      {"since", TimeWord::since},
      {"from", TimeWord::from},
      {"to", TimeWord::to},
      {"duration", TimeWord::duration},
      {"age", TimeWord::age},
      {"joiner", TimeWord::joiner},
      {"ordinal", TimeWord::ordinal},
      {"quarter", TimeWord::quarter},
      {"neighbour", TimeWord::neighbour},
      {"later", TimeWord::later},
      {"decade", TimeWord::decade}};
  for (const auto& [word, kind] : kinds) {
    if (word == name) return kind;
  }
  return std::nullopt;
}

int number_field(const DataLine& line, const DataFiles& files) {
  const std::string_view number = line.fields[1];
  int value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc() || end != number.data() + number.size()) {
    files.fail(line, "the value must be a whole number");
  }
  return value;
}

}  // namespace

void Calendar::read(const std::string& folder, DataFiles& files) {
  enum class Section { none, words, holidays, easter, month_first };
  Section section = Section::none;
  TimeWord kind{};
  files.read_folder(folder, [&](const DataLine& line) {
    if (line.directive) {
      const std::optional<TimeWord> named = kind_named(line.text);
      if (named) kind = *named;
      section = named                        ? Section::words
                : line.text == "holiday"     ? Section::holidays
                : line.text == "easter"      ? Section::easter
                : line.text == "month-first" ? Section::month_first
                                             : Section::none;
      if (section == Section::none) {
        files.fail(line, fmt::format("unknown directive '@{}'", line.text));
      }
      return;
    }
    switch (section) {
      case Section::none:
        files.fail(line, "a directive such as @month must come before the first line");
      case Section::words:
        return read_words(line, kind, files);
      case Section::holidays:
      case Section::easter:
        return read_holiday(line, section == Section::easter, files);
      case Section::month_first:
        for (const std::string_view code : split_list(line.text, ' ')) month_first_.emplace(code);
    }
  });
}

void Calendar::read_words(const DataLine& line, TimeWord kind, const DataFiles& files) {
  TimeMeaning meaning{kind, 0, false, false};
  if (line.fields.size() > 1) meaning.value = number_field(line, files);
  for (const std::string_view word : split_list(line.fields[0], ';')) {
    meaning.capital = is_upper(decode(word, 0).code);
    words_[fold_quickly(word)].push_back(meaning);
    meaning.abbreviation = meaning.capital;  // those after the first
  }
}

// "New Year's Day" is cut as the text will be: New, Year, 's, Day.
void Calendar::read_holiday(const DataLine& line, bool from_easter, const DataFiles& files) {
  constexpr int hundred = 100;
  if (line.fields.size() < 2)
    files.fail(line, "a holiday needs its day: 1225, or days from Easter");
  const int value = number_field(line, files);
  Named named;
  named.day = from_easter ? Holiday{0, 0, value} : Holiday{0, value / hundred, value % hundred};
  if (!from_easter && !is_date({2000, static_cast<std::int8_t>(named.day.month),
                                static_cast<std::int8_t>(named.day.day)})) {
    files.fail(line, "month and day must be written as 1225");
  }
  for (const std::string_view name : split_list(line.fields[0], ';')) {
    named.words.clear();
    for (const std::string_view part : split_list(name, ' ')) {
      const std::string word = fold_quickly(part);
      const std::size_t mark = word.find('\'');
      named.words.push_back(word.substr(0, mark));
      if (mark != std::string::npos) named.words.push_back(word.substr(mark));
    }
    holidays_[named.words.front()].push_back(named);
  }
}

Date Calendar::Holiday::in(int year) const {
  if (month == 0) return date_of_day(easter(year) + day);
  return {static_cast<std::int16_t>(year), static_cast<std::int8_t>(month),
          static_cast<std::int8_t>(day)};
}

std::optional<Calendar::Holiday> Calendar::holiday(std::span<const TimePiece> pieces,
                                                   std::size_t at) const {
  const auto named = holidays_.find(pieces[at].text);
  if (named == holidays_.end() || !pieces[at].capital) return std::nullopt;
  const auto same = [](const TimePiece& piece, const std::string& word) {
    if (!word.starts_with('\'')) return piece.text == word;
    return piece.text == word || (piece.text.size() > 1 && piece.text.ends_with(word.substr(1)) &&
                                  !is_letter(decode(piece.text, 0).code));  // another apostrophe
  };
  std::optional<Holiday> best;
  for (const Named& one : named->second) {
    const std::size_t end = at + one.words.size();
    if (end > pieces.size() || (best && best->end >= end)) continue;
    if (!std::equal(
            one.words.begin(), one.words.end(), pieces.begin() + static_cast<std::ptrdiff_t>(at),
            [&](const std::string& word, const TimePiece& piece) { return same(piece, word); })) {
      continue;
    }
    best = one.day;
    best->end = end;
  }
  return best;
}

bool Calendar::ends_decade(std::string_view ending) const {
  const std::vector<TimeMeaning>* found = ending.empty() ? nullptr : meanings(ending);
  return found && std::any_of(found->begin(), found->end(), [](const TimeMeaning& meaning) {
           return meaning.kind == TimeWord::decade;
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

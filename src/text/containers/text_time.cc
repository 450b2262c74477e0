// Dates of RFC 5322 and RFC 3339, and what feeds make of them.
#include "text/containers/text_time.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "entente/date.h"

namespace entente {
namespace {

// The names that the mail standard fixes, whatever the language of the mail.
constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};

bool is_number(std::string_view word) {
  return !word.empty() &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  for (char c : text.substr(0, 128)) {
    const bool part = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (part && !inside) words.emplace_back();
    if (part) words.back() += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    inside = part;
  }
  return words;
}

int month_of(std::string_view word) {
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (word.size() >= 3 && word.starts_with(months.at(i))) return static_cast<int>(i) + 1;
  }
  return 0;
}

// Two digits are years of this century up to 69, as mail has it.
int year_of(const std::string& word) {
  if (!is_number(word) || word.size() > 4) return 0;
  const int year = std::stoi(word);
  if (word.size() == 4) return year;
  return word.size() == 2 ? (year < 70 ? 2000 + year : 1900 + year) : 0;
}

std::string iso(int year, int month, int day) {
  if (year < 1000 || month == 0 || day < 1 || day > 31) return "";
  const Date date{static_cast<std::int16_t>(year), static_cast<std::int8_t>(month),
                  static_cast<std::int8_t>(day)};
  const std::string text = to_string(date);
  return parse_date(text) ? text : "";
}

}  // namespace

std::string day_of(std::string_view written) {
  const std::size_t begin = std::min(written.find_first_not_of(" \t\r\n"), written.size());
  written.remove_prefix(begin);
  if (const std::optional<Date> date = parse_date(written)) return to_string(*date);
  const std::vector<std::string> words = words_of(written);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const int month = month_of(words[i]);
    if (month == 0) continue;
    // "16 Aug 2016", or "Aug 16 2016", which the standard does not know and feeds write.
    if (i > 0 && is_number(words[i - 1]) && words[i - 1].size() <= 2) {
      return iso(year_of(words[i + 1]), month, std::stoi(words[i - 1]));
    }
    if (i + 2 < words.size() && is_number(words[i + 1]) && words[i + 1].size() <= 2) {
      const std::size_t year =
          i + 2 < words.size() && words[i + 2].size() == 4 ? i + 2 : words.size() - 1;
      return iso(year_of(words[year]), month, std::stoi(words[i + 1]));
    }
  }
  return "";
}

}  // namespace entente

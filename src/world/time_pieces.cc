// Pieces of dates, and the arithmetic that dates need.
#include "world/time_pieces.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "base/utf8.h"
#include "world/calendar.h"
#include "world/name_tokens.h"

namespace entente {
namespace {

TimePiece piece_of(std::string_view form, std::uint32_t index, const Word& word,
                   const Calendar& calendar) {
  TimePiece piece;
  piece.word = index;
  piece.upos = word.upos;
  piece.text = fold_quickly(form);
  if (piece.text.size() > 1 && piece.text.back() == '.') piece.text.pop_back();
  piece.capital = !form.empty() && is_upper(decode(form, 0).code);
  int number = 0;
  const char* begin = piece.text.data();
  const char* end = begin + piece.text.size();
  const auto [stop, error] = std::from_chars(begin, end, number);
  const std::string_view rest(stop, static_cast<std::size_t>(end - stop));
  const auto digits = static_cast<std::size_t>(stop - begin);
  if (error == std::errc() && number >= 0 && (rest.empty() || rest.size() == 2)) {
    piece.digits = digits;
    piece.ordinal = !rest.empty();
    if (rest.empty() || piece.digits <= 2) piece.number = number;
  }
  const bool round = digits == 4 && number % 10 == 0 && number >= 1800 && number <= 2090;
  if (error == std::errc() && round && calendar.ends_decade(rest)) piece.decade = number;
  piece.meanings = calendar.meanings(piece.text);
  return piece;
}

/// Up to four digits at the start of a text, which loses them; -1 where there are none.
int take_number(std::string_view& text) {
  constexpr std::size_t most = 4;
  int number = 0;
  const std::size_t size = std::min(text.find_first_not_of("0123456789"), text.size());
  if (size == 0 || size > most) return -1;
  std::from_chars(text.data(), text.data() + size, number);
  text.remove_prefix(size);
  return number;
}

bool is_plausible(const NumberDate& date) {
  const int least = std::min(date.first, date.second), most = std::max(date.first, date.second);
  return least >= 1 && least <= 12 && most <= 31 &&
         (date.short_year || (date.year >= 1800 && date.year <= 2100));
}

// "8/16/2016" as one word.
std::optional<NumberDate> slashed(std::string_view text) {
  NumberDate date;
  date.first = take_number(text);
  if (date.first < 0 || text.empty() || (text.front() != '/' && text.front() != '.')) return {};
  const char sign = text.front();
  text.remove_prefix(1);
  date.second = take_number(text);
  if (date.second < 0 || text.empty() || text.front() != sign) return {};
  text.remove_prefix(1);
  const std::size_t digits = text.size();
  date.year = take_number(text);
  date.short_year = digits == 2 && sign == '/';
  if (date.year < 0 || !text.empty() || (digits != 4 && !date.short_year)) return {};
  return date;
}

}  // namespace

bool is_iso(std::string_view form) {
  if (form.size() != 10 || form[4] != '-' || form[7] != '-') return false;
  return std::count_if(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; }) == 8;
}

std::vector<TimePiece> pieces_of(const Sentence& sentence, const Calendar& calendar) {
  std::vector<TimePiece> pieces;
  pieces.reserve(sentence.words.size() + 4);
  for (std::uint32_t at = 0; at < sentence.words.size(); ++at) {
    const Word& word = sentence.words[at];
    std::string_view form = word.form;
    while (form.size() > 1 && !is_iso(form)) {
      const std::size_t hyphen = form.find('-');
      if (hyphen == std::string_view::npos || hyphen == 0) break;
      pieces.push_back(piece_of(form.substr(0, hyphen), at, word, calendar));
      pieces.push_back(piece_of("-", at, word, calendar));
      form.remove_prefix(hyphen + 1);
    }
    if (!form.empty()) pieces.push_back(piece_of(form, at, word, calendar));
  }
  return pieces;
}

std::optional<NumberDate> number_date(std::span<const TimePiece> pieces, std::size_t at) {
  std::optional<NumberDate> date = slashed(pieces[at].text);
  if (date) {
    date->end = at + 1;
  } else if (at + 4 < pieces.size() && pieces[at + 1].text == "-" && pieces[at + 3].text == "-" &&
             pieces[at].digits <= 2 && pieces[at + 2].digits <= 2 && pieces[at + 4].digits == 4) {
    date =
        NumberDate{pieces[at].number, pieces[at + 2].number, pieces[at + 4].number, false, at + 5};
  }
  return date && is_plausible(*date) ? date : std::nullopt;
}

int NumberDate::year_near(int published) const {
  constexpr int century = 100;
  if (!short_year) return year;
  const int base = published > 0 ? published : 2000;
  int best = base / century * century + year;
  for (const int other : {best - century, best + century}) {
    if (std::abs(other - base) < std::abs(best - base)) best = other;
  }
  return best;
}

int days_in_month(int year, int month) {
  const int next = month == 12 ? 1 : month + 1;
  const int of = month == 12 ? year + 1 : year;
  return day_number({static_cast<std::int16_t>(of), static_cast<std::int8_t>(next), 1}) -
         day_number({static_cast<std::int16_t>(year), static_cast<std::int8_t>(month), 1});
}

bool is_date(Date date) {
  return date.month >= 1 && date.month <= 12 && date.day >= 1 &&
         date.day <= days_in_month(date.year, date.month);
}

Date month_shifted(Date from, int months) {
  const int count = from.year * 12 + from.month - 1 + months;
  return {static_cast<std::int16_t>(count / 12), static_cast<std::int8_t>(count % 12 + 1), 0};
}

Date month_of(Date date) { return {date.year, date.month, 0}; }

// Gauss's rule in the form of Meeus: golden number, century, then the moon and the Sunday after it.
std::int32_t easter(int year) {
  const int golden = year % 19, century = year / 100, rest = year % 100;
  const int epact =
      (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
  const int sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
  const int shift = (golden + 11 * epact + 22 * sunday) / 451;
  const int days = epact + sunday - 7 * shift + 114;
  return day_number({static_cast<std::int16_t>(year), static_cast<std::int8_t>(days / 31),
                     static_cast<std::int8_t>(days % 31 + 1)});
}

}  // namespace entente

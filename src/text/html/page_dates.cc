// Dates as pages write them.
#include "text/html/page_dates.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/utf8.h"
#include "text/html/tag_scan.h"

namespace entente {
namespace {

constexpr std::array<int, 12> month_days = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

std::optional<Date> valid(int year, int month, int day) {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 ||
      day > month_days.at(static_cast<std::size_t>(month) - 1)) {
    return std::nullopt;
  }
  return Date{static_cast<std::int16_t>(year), static_cast<std::int8_t>(month),
              static_cast<std::int8_t>(day)};
}

bool is_figure(char c) { return c >= '0' && c <= '9'; }

// Figures, or letters, with what parts them from the piece before.
struct Piece {
  std::size_t begin = 0, end = 0;
  int number = -1;  // of figures
  int month = 0;    // of the name of one
  std::string_view gap;
  [[nodiscard]] std::size_t size() const { return end - begin; }
};

std::vector<Piece> pieces_of(std::string_view text, const PageLexicon& lexicon) {
  std::vector<Piece> pieces;
  std::size_t last = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded first = decode(text, at);
    const bool figure = is_figure(text[at]);
    if (!figure && !is_letter(first.code)) {
      at += first.size;
      continue;
    }
    Piece piece;
    piece.begin = at;
    piece.gap = text.substr(last, at - last);
    while (at < text.size()) {
      const Decoded next = decode(text, at);
      if (figure ? !is_figure(text[at]) : !is_letter(next.code)) break;
      at += next.size;
    }
    piece.end = last = at;
    if (figure && piece.size() <= 8) {
      piece.number = 0;
      for (std::size_t i = piece.begin; i < at; ++i) {
        piece.number = piece.number * 10 + (text[i] - '0');
      }
    } else if (!figure && piece.size() <= 24) {
      piece.month = lexicon.month(lower(text.substr(piece.begin, piece.size())));
    }
    pieces.push_back(piece);
  }
  return pieces;
}

bool is_year(const Piece& piece) { return piece.size() == 4 && piece.number >= 1900; }
bool is_short(const Piece& piece) { return piece.number >= 0 && piece.size() <= 2; }

// Between the parts of one date stand a few marks at most.
bool close(const Piece& piece) {
  return piece.gap.size() <= 3 && piece.gap.find_first_of("();|") == std::string_view::npos;
}

class Finder {
 public:
  Finder(std::string_view text, const PageLexicon& lexicon, Date reference)
      : text_(text), reference_(reference), pieces_(pieces_of(text, lexicon)) {}

  std::vector<FoundDate> run() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (!named_month(i) && !figures(i) && !han(i)) (void)without_year(i);
    }
    return std::move(found_);
  }

 private:
  bool add(std::optional<Date> date, std::size_t& first, std::size_t last, Date other = {}) {
    if (!date) return false;
    found_.push_back({*date, pieces_[first].begin, pieces_[last].end, other});
    first = last;
    return true;
  }
  bool named_month(std::size_t& i);
  bool figures(std::size_t& i);
  bool han(std::size_t& i);
  bool without_year(std::size_t& i);
  // The piece behind i, "st" of "1st", the "de" of Romance dates and the signs of Han ones skipped.
  [[nodiscard]] std::size_t next(std::size_t i) const {
    std::size_t k = i + 1;
    for (std::size_t skipped = 0; skipped < 2 && k < pieces_.size(); ++skipped) {
      const Piece& piece = pieces_[k];
      if (piece.number >= 0 || piece.month > 0 || piece.size() > 3) break;
      ++k;
    }
    return k;
  }

  std::string_view text_;
  Date reference_;
  std::vector<Piece> pieces_;
  std::vector<FoundDate> found_;
};

// "Nov. 20, 2019", "20 November 2019", "20th of November, 2019", "2019 Nov 20".
bool Finder::named_month(std::size_t& i) {
  const std::size_t second = next(i);
  if (second >= pieces_.size() || !close(pieces_[second])) return false;
  const std::size_t third = next(second);
  if (third >= pieces_.size() || !close(pieces_[third])) return false;
  const Piece &a = pieces_[i], &b = pieces_[second], &c = pieces_[third];
  if (a.month > 0 && is_short(b) && is_year(c))
    return add(valid(c.number, a.month, b.number), i, third);
  if (is_short(a) && b.month > 0 && is_year(c))
    return add(valid(c.number, b.month, a.number), i, third);
  if (is_year(a) && b.month > 0 && is_short(c))
    return add(valid(a.number, b.month, c.number), i, third);
  return false;
}

// "2019-11-20", "20.11.2019", "11/20/2019".
bool Finder::figures(std::size_t& i) {
  if (i + 2 >= pieces_.size()) return false;
  const Piece &a = pieces_[i], &b = pieces_[i + 1], &c = pieces_[i + 2];
  constexpr std::string_view marks = "-./";
  if (b.gap.empty() || marks.find(b.gap[0]) == std::string_view::npos || c.gap.empty() ||
      c.gap[0] != b.gap[0] || b.gap.size() > 2 || c.gap.size() > 2 || !is_short(b)) {
    return false;
  }
  if (is_year(a) && is_short(c)) return add(valid(a.number, b.number, c.number), i, i + 2);
  if (!is_short(a) || !is_year(c)) return false;
  const std::optional<Date> day_first = valid(c.number, b.number, a.number);
  const std::optional<Date> month_first = valid(c.number, a.number, b.number);
  const bool both = day_first && month_first && day_first != month_first && b.gap[0] == '/';
  return add(day_first ? day_first : month_first, i, i + 2, both ? *month_first : Date{});
}

// Year, month and day, each with its sign behind it.
bool Finder::han(std::size_t& i) {
  const auto behind = [this](std::size_t k, std::string_view sign) {
    return k < pieces_.size() && text_.substr(pieces_[k].end).starts_with(sign);
  };
  if (!is_year(pieces_[i]) || !(behind(i, "年") || behind(i, "년"))) return false;
  const std::size_t month = next(i), day = next(month < pieces_.size() ? month : i);
  if (!(behind(month, "月") || behind(month, "월")) || !(behind(day, "日") || behind(day, "일"))) {
    return false;
  }
  return add(valid(pieces_[i].number, pieces_[month].number, pieces_[day].number), i, day);
}

// "Nov 18, 8:19 PM" on a page of those days.
bool Finder::without_year(std::size_t& i) {
  const std::size_t second = next(i);
  if (!reference_.known() || second >= pieces_.size() || !close(pieces_[second])) return false;
  const Piece &a = pieces_[i], &b = pieces_[second];
  const bool month_first = a.month > 0 && is_short(b);
  if (!month_first && !(is_short(a) && b.month > 0)) return false;
  const auto date = month_first ? valid(reference_.year, a.month, b.number)
                                : valid(reference_.year, b.month, a.number);
  if (!date || std::abs(day_number(*date) - day_number(reference_)) > 2) return false;
  return add(date, i, second);
}

}  // namespace

std::vector<FoundDate> dates_in(std::string_view text, const PageLexicon& lexicon, Date reference) {
  return Finder(text, lexicon, reference).run();
}

std::optional<Date> stated_date(std::string_view value, const PageLexicon& lexicon) {
  while (!value.empty() && is_html_space(value.front())) value.remove_prefix(1);
  value = value.substr(0, 64);
  while (!value.empty() && (static_cast<unsigned char>(value.back()) & 0xC0) == 0x80) {
    value.remove_suffix(1);  // a character that was cut
  }
  const std::size_t figures = std::min(value.find_first_not_of("0123456789"), value.size());
  const auto number = [value](std::size_t at, std::size_t size) {
    int sum = 0;
    for (const char c : value.substr(at, size)) sum = sum * 10 + (c - '0');
    return sum;
  };
  if (figures == 8 || figures == 14) return valid(number(0, 4), number(4, 2), number(6, 2));
  if (figures == value.size() && (figures == 10 || figures == 13)) {  // seconds since 1970
    std::int64_t seconds = 0;
    for (const char c : value.substr(0, 10)) seconds = seconds * 10 + (c - '0');
    return date_of_day(static_cast<std::int32_t>(seconds / 86'400));
  }
  const std::vector<FoundDate> found = dates_in(value, lexicon);
  if (found.empty()) return std::nullopt;
  // In metadata figures with strokes are of the pages that put the month first.
  return found.front().other.known() ? found.front().other : found.front().date;
}

std::optional<Date> date_of_url(std::string_view url) {
  const std::size_t end = std::min(url.find_first_of("?#"), url.size());
  url = url.substr(0, end);
  for (std::size_t at = 0; at + 8 <= url.size(); ++at) {
    if (!is_figure(url[at]) || (at > 0 && is_figure(url[at - 1]))) continue;
    std::size_t run = at;
    while (run < url.size() && is_figure(url[run])) ++run;
    const auto number = [url](std::size_t from, std::size_t size) {
      int sum = 0;
      for (const char c : url.substr(from, size)) sum = is_figure(c) ? sum * 10 + (c - '0') : 9999;
      return sum;
    };
    std::optional<Date> date;
    if (run - at == 8) {
      date = valid(number(at, 4), number(at + 4, 2), number(at + 6, 2));
    } else if (run - at == 4 && (url[run] == '/' || url[run] == '-' || url[run] == '_')) {
      const char mark = url[run];
      const std::size_t second = url.find(mark, run + 1);
      if (second != std::string_view::npos && second - run <= 3 && second - run >= 2) {
        std::size_t last = second + 1;
        while (last < url.size() && is_figure(url[last])) ++last;
        if (last > second + 1 && last - second <= 3) {
          date = valid(number(at, 4), number(run + 1, second - run - 1),
                       number(second + 1, last - second - 1));
        }
      }
    }
    if (date && date->year >= 1990) return date;
    at = run - 1;
  }
  return std::nullopt;
}

}  // namespace entente

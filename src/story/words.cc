// Words are runs of letters, digits and bytes outside ASCII; lower case by Unicode.
#include "story/words.h"

#include <utf8proc.h>
#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <utility>

#include "base/files.h"
#include "entente/error.h"

namespace entente {
namespace {

constexpr std::size_t least_stem = 3;
constexpr std::size_t least_word_for_suffix = 4;

// More than any toll or crowd; so that no text makes a count overflow.
constexpr std::int64_t most_counted = 1'000'000'000'000;

bool in_word(unsigned char c) {
  return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Words within some six words of the trigger are about the act; far ones may be about another.
float weight_at(Span word, Span trigger) {
  constexpr std::uint32_t near = 40, middle = 80;  // bytes
  if (trigger.empty()) return 1;
  const std::uint32_t distance = word.begin >= trigger.end   ? word.begin - trigger.end
                                 : trigger.begin >= word.end ? trigger.begin - word.end
                                                             : 0;
  return distance <= near ? 1.0F : distance <= middle ? 0.6F : 0.3F;
}

struct Free {
  void operator()(utf8proc_uint8_t* text) const { std::free(text); }
};

std::string lower(std::string_view word) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto length = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(word.data()),
      static_cast<utf8proc_ssize_t>(word.size()), &mapped,
      static_cast<utf8proc_option_t>(UTF8PROC_CASEFOLD | UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  const std::unique_ptr<utf8proc_uint8_t, Free> owner(mapped);
  if (length < 0) return std::string(word);
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)};
}

/// Calls `handle` with each word's span. A comma or point between digits belongs to the number.
template <class Handle>
void each_word(std::string_view text, const Handle& handle) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (!in_word(static_cast<unsigned char>(text[at]))) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size()) {
      const bool inner = end > at && end + 1 < text.size() &&
                         (text[end] == ',' || text[end] == '.') && is_digit(text[end - 1]) &&
                         is_digit(text[end + 1]);
      if (!in_word(static_cast<unsigned char>(text[end])) && !inner) break;
      ++end;
    }
    handle(Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = end;
  }
}

/// A number among the words of a sentence.
struct Number {
  std::int64_t value = 0;
  std::size_t first = 0, last = 0;  ///< places of its first and last word
  bool rough = false;
};

/// The value of "1,400"; nothing for a word that is no number.
std::optional<std::int64_t> figure(std::string_view word) {
  std::string digits;
  for (const char c : word) {
    if (c == ',') continue;
    if (!is_digit(c)) return std::nullopt;
    digits += c;
  }
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || digits.empty() || value > most_counted) return std::nullopt;
  return value;
}

/// "Two" times "hundred".
std::int64_t multiplied(std::int64_t value, std::int64_t factor) {
  value = std::clamp<std::int64_t>(value, 1, most_counted);
  return factor > most_counted / value ? most_counted : value * factor;
}

/// "twelve=12"
std::pair<std::string, std::int64_t> assignment(const std::string& word, const Location& place) {
  const std::size_t sign = word.find('=');
  if (sign == std::string::npos)
    throw Error(ErrorKind::malformed, "'" + word + "' has no =", place);
  const auto value = figure(std::string_view(word).substr(sign + 1));
  if (!value) throw Error(ErrorKind::malformed, "'" + word + "' has no number", place);
  return {word.substr(0, sign), *value};
}

std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields;
  std::size_t at = 0;
  while ((at = line.find_first_not_of(" \t\r", at)) != std::string_view::npos) {
    const std::size_t end = std::min(line.find_first_of(" \t\r", at), line.size());
    fields.emplace_back(line.substr(at, end - at));
    at = end;
  }
  return fields;
}

}  // namespace

StoryWords::StoryWords(const std::vector<std::string>& data_dirs, std::string_view language) {
  for (const std::string& dir : data_dirs) {
    const std::string file = dir + "/" + std::string(language) + "/story/words.txt";
    if (std::filesystem::exists(file)) read(read_file(file), file);
  }
}

StoryWords StoryWords::of_text(std::string_view text) {
  StoryWords words;
  words.read(text, "words.txt");
  return words;
}

void StoryWords::read(std::string_view text, const std::string& file) {
  const std::map<std::string, Words*, std::less<>> sets = {
      {"common", &common_}, {"approximate", &rough_}, {"dead", &dead_},
      {"hurt", &hurt_},     {"definite", &definite_}, {"further", &further_},
      {"age", &age_},       {"bind", &bind_},         {"negation", &negation_}};
  std::uint32_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line = line.substr(0, line.find('#'));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const Location place{file, number, 0};
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) throw Error(ErrorKind::malformed, "no class", place);
    const std::string_view name = line.substr(0, colon);
    const std::vector<std::string> fields = fields_of(line.substr(colon + 1));
    if (const auto set = sets.find(name); set != sets.end()) {
      set->second->insert(fields.begin(), fields.end());
    } else if (name == "suffix") {
      suffixes_.insert(suffixes_.end(), fields.begin(), fields.end());
    } else if (name == "unit" || name == "times") {
      for (const std::string& field : fields) {
        (name == "unit" ? units_ : times_).insert(assignment(field, place));
      }
    } else {
      throw Error(ErrorKind::malformed, "no class is called '" + std::string(name) + "'", place);
    }
  }
  std::ranges::sort(suffixes_, [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
}

std::optional<std::int64_t> StoryWords::unit(std::string_view word) const {
  const auto found = units_.find(word);
  return found == units_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::int64_t> StoryWords::times(std::string_view word) const {
  const auto found = times_.find(word);
  return found == times_.end() ? std::nullopt : std::optional(found->second);
}

std::string_view StoryWords::stem(std::string_view word) const {
  if (word.size() < least_word_for_suffix) return word;
  for (const std::string& suffix : suffixes_) {
    if (word.size() >= suffix.size() + least_stem && word.ends_with(suffix)) {
      return word.substr(0, word.size() - suffix.size());
    }
  }
  return word;
}

std::vector<TellingWord> telling_words(std::string_view sentence, Span trigger,
                                       const std::vector<Span>& without, const StoryWords& words) {
  std::vector<TellingWord> found;
  bool first = true;
  each_word(sentence, [&](Span span) {
    const bool begins = std::exchange(first, false);
    const auto inside = [&](Span other) {
      return span.begin < other.end && other.begin < span.end;
    };
    if (std::ranges::any_of(without, inside)) return;
    const std::string_view word = sentence.substr(span.begin, span.size());
    const std::string folded = lower(word);
    if (folded.size() < 2 || words.common(folded)) return;
    const bool capital = !begins && word.front() >= 'A' && word.front() <= 'Z';
    const std::string_view stem = words.stem(folded);
    found.push_back({XXH3_64bits(stem.data(), stem.size()), weight_at(span, trigger),
                     capital || is_digit(word.front())});
  });
  std::ranges::sort(found, [](const TellingWord& a, const TellingWord& b) {
    return a.stem != b.stem ? a.stem < b.stem : a.weight > b.weight;
  });
  const auto same = [](const TellingWord& a, const TellingWord& b) { return a.stem == b.stem; };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  return found;
}

Overlap overlap(const std::vector<TellingWord>& a, const std::vector<TellingWord>& b, bool names) {
  Overlap sums;
  for (const TellingWord& word : a) sums.left += word.name == names ? word.weight : 0;
  for (const TellingWord& word : b) sums.right += word.name == names ? word.weight : 0;
  auto at = b.begin();
  for (const TellingWord& word : a) {
    while (at != b.end() && at->stem < word.stem) ++at;
    if (at == b.end() || at->stem != word.stem || (word.name || at->name) != names) continue;
    sums.shared += std::min(word.weight, at->weight);
  }
  return sums;
}

std::string word_before(std::string_view sentence, std::size_t at) {
  std::string_view before;
  each_word(sentence.substr(0, at),
            [&](Span span) { before = sentence.substr(span.begin, span.size()); });
  return lower(before);
}

std::vector<std::string> lower_words(std::string_view text) {
  std::vector<std::string> found;
  each_word(text, [&](Span span) { found.push_back(lower(text.substr(span.begin, span.size()))); });
  return found;
}

std::optional<Quantity> quantity_of(std::string_view phrase, std::string_view trigger,
                                    const StoryWords& words) {
  std::optional<std::int64_t> value;
  Quantity quantity;
  const std::vector<std::string> all = lower_words(phrase);
  for (const std::string& word : all) {
    if (!value && words.approximate(word)) quantity.rough = true;
    const auto unit = words.unit(word);
    const auto times = words.times(word);
    if (const auto digits = figure(word)) {
      value = digits;
    } else if (unit) {
      value = value.value_or(0) + *unit;
    } else if (times) {
      value = multiplied(value.value_or(1), *times);
    } else if (value && quantity.noun.empty() && !words.common(word)) {
      quantity.noun = words.stem(word);
    }
  }
  if (!value) return std::nullopt;
  quantity.value = *value;
  std::vector<std::string> told = lower_words(trigger);
  told.insert(told.end(), all.begin(), all.end());
  for (const std::string& word : told) {
    if (words.hurt(word)) quantity.counted = Counted::hurt;
    if (words.dead(word)) {
      quantity.counted = Counted::dead;
      break;
    }
  }
  return quantity;
}

namespace {

struct Word {
  std::string text;
  Span span;
};

std::vector<Word> words_with_spans(std::string_view sentence) {
  std::vector<Word> found;
  each_word(sentence, [&](Span span) {
    found.push_back({lower(sentence.substr(span.begin, span.size())), span});
  });
  return found;
}

/// Whether one of the two words before place `at` makes a number rough.
bool rough_before(const std::vector<Word>& all, std::size_t at, const StoryWords& words) {
  for (std::size_t back = 1; back <= 2 && back <= at; ++back) {
    if (words.approximate(all[at - back].text)) return true;
  }
  return false;
}

/// "Older than nineteen", "aged 14", "14 years old".
bool is_age(const std::vector<Word>& all, std::size_t at, const StoryWords& words) {
  constexpr std::size_t reach = 2;
  for (std::size_t i = at >= reach ? at - reach : 0; i <= at + reach && i < all.size(); ++i) {
    if (words.age(all[i].text)) return true;
  }
  return false;
}

std::vector<Number> numbers_in(const std::vector<Word>& all, const StoryWords& words) {
  constexpr std::int64_t first_year = 1900, last_year = 2100;
  std::vector<Number> found;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto digits = figure(all[i].text);
    const auto unit = words.unit(all[i].text);
    const auto times = words.times(all[i].text);
    if (is_age(all, i, words)) continue;
    const bool goes_on = !found.empty() && found.back().last + 1 == i;
    if (goes_on && times) {
      found.back().value = multiplied(found.back().value, *times);
      found.back().last = i;
    } else if (goes_on && unit && found.back().value >= 20 && *unit < 10) {
      found.back().value += *unit;
      found.back().last = i;
    } else if (digits && !(*digits >= first_year && *digits <= last_year)) {
      found.push_back({*digits, i, i, rough_before(all, i, words)});
    } else if (unit) {
      found.push_back({*unit, i, i, rough_before(all, i, words)});
    }
  }
  return found;
}

std::size_t words_between(const Number& number, std::size_t at) {
  return at > number.last ? at - number.last : number.first - at;
}

}  // namespace

std::optional<Quantity> deaths_in(std::string_view sentence, Span trigger,
                                  const StoryWords& words) {
  constexpr std::size_t reach = 6;  // words between a number and what it counts
  const std::vector<Word> all = words_with_spans(sentence);
  const std::vector<Number> numbers = numbers_in(all, words);
  std::optional<Quantity> best;
  std::uint32_t best_distance = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!words.dead(all[i].text)) continue;
    const Number* nearest = nullptr;
    for (const Number& number : numbers) {
      const std::size_t away = words_between(number, i);
      if (away <= reach && (!nearest || away < words_between(*nearest, i))) nearest = &number;
    }
    if (!nearest) continue;
    const Span span = all[i].span;
    const std::uint32_t distance =
        span.begin > trigger.begin ? span.begin - trigger.begin : trigger.begin - span.begin;
    if (best && distance >= best_distance) continue;
    best = Quantity{nearest->value, nearest->rough, Counted::dead, ""};
    best_distance = distance;
  }
  return best;
}

int binding_in(std::string_view sentence, const StoryWords& words) {
  constexpr std::size_t reach = 3;  // words that a negation may stand before
  const std::vector<std::string> all = lower_words(sentence);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!words.binds(all[i])) continue;
    for (std::size_t back = 1; back <= reach && back <= i; ++back) {
      if (words.negates(all[i - back])) return -1;
    }
    return 1;
  }
  return 0;
}

}  // namespace entente

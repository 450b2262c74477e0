// Which encoding a text is in. Bytes that are valid UTF-8 are UTF-8, whatever was declared: no
// other encoding comes out so by chance. Then declarations are believed as far as the bytes allow,
// then the statistics of the bytes.
#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "text/encoding.h"

namespace entente {
namespace {

constexpr std::size_t prescan_bytes = 4096;       // where <meta> is looked for
constexpr std::size_t sample_bytes = 256 << 10;   // on which statistics are made
constexpr std::ptrdiff_t fewest_high_bytes = 12;  // with less the statistics say anything

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

struct Mark {
  std::string_view bytes;
  const char* encoding;
};
// UTF-32 before UTF-16, whose mark it begins with.
constexpr std::array marks = {
    Mark{{"\xEF\xBB\xBF", 3}, "UTF-8"},    Mark{{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
    Mark{{"\0\0\xFE\xFF", 4}, "UTF-32BE"}, Mark{{"\xFF\xFE", 2}, "UTF-16LE"},
    Mark{{"\xFE\xFF", 2}, "UTF-16BE"},
};

// UTF-16 without a mark: text of Latin letters has a zero in every second byte.
std::string utf16_by_zeros(std::string_view head) {
  head = head.substr(0, prescan_bytes);
  if (head.size() < 8) return "";
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\0') ++zeros.at(i % 2);
  }
  const std::size_t half = head.size() / 2;
  if (zeros[1] * 10 > half * 6 && zeros[0] * 20 < half) return "UTF-16LE";
  if (zeros[0] * 10 > half * 6 && zeros[1] * 20 < half) return "UTF-16BE";
  return "";
}

struct Utf8Counts {
  std::size_t characters = 0;  // valid ones of several bytes
  std::size_t faults = 0;
};

Utf8Counts count_utf8(std::string_view text) {
  Utf8Counts counts;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_high(text[at])) {
      ++at;
      continue;
    }
    const Decoded next = decode(text, at);
    const bool fault = next.code == 0xFFFD && text.compare(at, 3, "\xEF\xBF\xBD") != 0;
    // A character that the end of the sample cuts is no fault.
    if (fault && text.size() - at < 4 && text.size() >= prescan_bytes) break;
    ++(fault ? counts.faults : counts.characters);
    at += next.size;
  }
  return counts;
}

// The value after `name` and "=" in a tag, with or without quotes.
std::string value_after(std::string_view tag, std::string_view name) {
  std::string lowered(tag);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(), lower_ascii);
  std::size_t at = lowered.find(name);
  if (at == std::string::npos) return "";
  at = lowered.find_first_not_of(" \t\r\n", at + name.size());
  if (at == std::string::npos || lowered[at] != '=') return "";
  at = lowered.find_first_not_of(" \t\r\n\"'", at + 1);
  if (at == std::string::npos) return "";
  return lowered.substr(at, lowered.find_first_of(" \t\r\n\"'>/;?", at) - at);
}

std::string declared_by_markup(std::string_view head) {
  head = head.substr(0, prescan_bytes);
  const std::size_t begin = std::min(head.find_first_not_of(" \t\r\n"), head.size());
  if (head.substr(begin).starts_with("<?xml")) {
    const std::string_view tag = head.substr(begin, head.find('>', begin) - begin);
    std::string label = value_after(tag, "encoding");
    if (!encoding_of_label(label).empty()) return label;
  }
  for (std::size_t at = head.find('<'); at != std::string_view::npos; at = head.find('<', at + 1)) {
    if (head.substr(at, 4) == "<!--") {
      const std::size_t end = head.find("-->", at + 4);
      if (end == std::string_view::npos) break;
      at = end;
      continue;
    }
    std::string name(head.substr(at + 1, 4));
    std::transform(name.begin(), name.end(), name.begin(), lower_ascii);
    if (name != "meta") continue;
    std::string label = value_after(head.substr(at, head.find('>', at) - at), "charset");
    if (!encoding_of_label(label).empty()) return label;
  }
  return "";
}

// Bytes of windows-1252 that text in Latin letters has: typographic quotes, dashes, currency,
// letters with accents. A sparse scattering of these is Western text.
bool is_western(unsigned char byte) {
  constexpr std::string_view printable = "\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99";
  if (byte < 0xA0) return printable.find(static_cast<char>(byte)) != std::string_view::npos;
  constexpr std::string_view rare = "\xA4\xA6\xA8\xAC\xAF\xB8\xD7\xDD\xDE\xF0\xFD\xFE\xFF";
  return rare.find(static_cast<char>(byte)) == std::string_view::npos;
}

bool reads_as_western(std::string_view text) {
  std::size_t high = 0;
  std::size_t runs = 0;
  std::size_t odd = 0;
  std::size_t letters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = lower_ascii(text[i]);
    if (c >= 'a' && c <= 'z') ++letters;
    if (c == '\0') ++odd;
    if (!is_high(c)) continue;
    ++high;
    if (!is_western(static_cast<unsigned char>(c))) ++odd;
    if (i > 0 && is_high(text[i - 1])) ++runs;
  }
  // Words of another script are runs of high bytes; accents stand alone among plain letters.
  return odd * 20 <= high && runs * 4 <= high && high * 4 <= letters;
}

// What the statistics of the bytes say; "" where they say nothing that can be converted.
std::string by_statistics(std::string_view text) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                       &uchardet_delete);
  if (!detector || uchardet_handle_data(detector.get(), text.data(), text.size()) != 0) return "";
  uchardet_data_end(detector.get());
  return encoding_of_label(uchardet_get_charset(detector.get()));
}

// True when nearly all bytes of the sample mean something in the encoding.
bool fits(std::string_view sample, const std::string& name) {
  std::size_t high = 0;
  for (const char c : sample) high += is_high(c) ? 1 : 0;
  const Utf8Text text = to_utf8(std::string(sample), Encoding{name, 0, false});
  return text.replaced_bytes * 100 <= high + 200;
}

// The declaration to believe, of what carried the text and of the text itself.
std::string believed(std::string_view sample, const std::string& outer, const std::string& inner) {
  if (inner.empty() || outer == inner) return outer;
  if (outer.empty()) return inner;
  // Servers declare the default of their software for pages that know better themselves.
  if (outer == "CP1252" && fits(sample, inner)) return inner;
  const std::string referee = by_statistics(sample);
  return referee == inner ? inner : outer;
}

bool is_wide(const std::string& name) {
  return name.starts_with("UTF-16") || name.starts_with("UTF-32");
}

Encoding sniff(std::string_view sample, bool declared) {
  if (reads_as_western(sample)) return {"CP1252", 0, declared};
  if (std::count_if(sample.begin(), sample.end(), is_high) < fewest_high_bytes) {
    return {"UTF-8", 0, declared};
  }
  const std::string guess = by_statistics(sample);
  if (!guess.empty() && guess != "UTF-8" && !is_wide(guess) && fits(sample, guess)) {
    return {guess, 0, declared};
  }
  return {"UTF-8", 0, declared};
}

}  // namespace

Encoding detect_encoding(std::string_view head, const EncodingHints& hints) {
  for (const Mark& mark : marks) {
    if (head.starts_with(mark.bytes)) return {mark.encoding, mark.bytes.size(), false};
  }
  const std::string wide = utf16_by_zeros(head);
  if (!wide.empty()) return {wide, 0, false};
  const std::string_view sample = head.substr(0, sample_bytes);
  const std::string outer = encoding_of_label(hints.declared);
  const std::string inner = hints.markup ? encoding_of_label(declared_by_markup(head)) : "";
  if (std::none_of(sample.begin(), sample.end(), is_high)) {
    const bool escapes = sample.find("\x1b$") != std::string_view::npos;
    return {escapes && (outer == "ISO-2022-JP" || inner == outer || outer.empty()) ? "ISO-2022-JP"
                                                                                   : "UTF-8",
            0, false};
  }
  const Utf8Counts counts = count_utf8(sample);
  const std::string declared = believed(sample, outer, inner);
  const bool another = !declared.empty() && declared != "UTF-8";
  if (counts.faults == 0) return {"UTF-8", 0, another};
  // Some bad bytes among many good characters: a page put together from several.
  if (counts.characters > 10 * counts.faults) return {"UTF-8", 0, another};
  if (declared == "UTF-8" && counts.characters > counts.faults) return {"UTF-8", 0, false};
  if (another && !is_wide(declared) && fits(sample, declared)) return {declared, 0, false};
  return sniff(sample, !declared.empty());
}

}  // namespace entente

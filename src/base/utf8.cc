// UTF-8 decoding and repair; questions about characters are answered by utf8proc's tables.
#include "base/utf8.h"

#include <utf8proc.h>

#include <array>
#include <cstring>

namespace entente {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Scanned {
  char32_t code;
  std::uint32_t size;
  bool valid;
};

// The second byte of a character is held to a narrower range after some first bytes: no overlong
// forms, no surrogates, nothing past U+10FFFF.
struct FirstByte {
  std::uint32_t size;  // of the whole character; 0: begins none
  unsigned char low, high;
  char32_t bits;
};

FirstByte classify(unsigned char byte) {
  if (byte < 0x80) return {1, 0, 0, byte};
  if (byte < 0xC2) return {0, 0, 0, 0};
  if (byte < 0xE0) return {2, 0x80, 0xBF, static_cast<char32_t>(byte & 0x1F)};
  if (byte < 0xF0) {
    const unsigned char low = byte == 0xE0 ? 0xA0 : 0x80;
    const unsigned char high = byte == 0xED ? 0x9F : 0xBF;
    return {3, low, high, static_cast<char32_t>(byte & 0x0F)};
  }
  if (byte > 0xF4) return {0, 0, 0, 0};
  const unsigned char low = byte == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = byte == 0xF4 ? 0x8F : 0xBF;
  return {4, low, high, static_cast<char32_t>(byte & 0x07)};
}

// A character, or the maximal ill-formed subsequence that stands in its place.
Scanned scan(std::string_view text, std::size_t at) {
  const FirstByte first = classify(static_cast<unsigned char>(text[at]));
  if (first.size == 0) return {replacement, 1, false};
  char32_t code = first.bits;
  unsigned char low = first.low;
  unsigned char high = first.high;
  for (std::uint32_t i = 1; i < first.size; ++i) {
    if (at + i >= text.size()) return {replacement, i, false};
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if (byte < low || byte > high) return {replacement, i, false};
    code = (code << 6) | (byte & 0x3F);
    low = 0x80;
    high = 0xBF;
  }
  return {code, first.size, true};
}

// True when the eight bytes at `data` are ASCII and none is NUL.
bool eight_plain_bytes(const char* data) {
  constexpr std::uint64_t high_bits = 0x8080808080808080ULL;
  constexpr std::uint64_t low_bits = 0x0101010101010101ULL;
  std::uint64_t word = 0;
  std::memcpy(&word, data, sizeof word);
  return ((word | (word - low_bits)) & high_bits) == 0;
}

// The first place at or after `at` that repair would change, or the text's end.
std::size_t first_fault(std::string_view text, std::size_t at, bool nul_is_fault) {
  while (at < text.size()) {
    if (at + 8 <= text.size() && eight_plain_bytes(text.data() + at)) {
      at += 8;
      continue;
    }
    const Scanned next = scan(text, at);
    if (!next.valid || (nul_is_fault && next.code == 0)) return at;
    at += next.size;
  }
  return text.size();
}

utf8proc_category_t category(char32_t code) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(code));
}

char32_t to_lower(char32_t code) {
  if (code < 0x80) return code >= 'A' && code <= 'Z' ? code + 32 : code;
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code)));
}

// Letters with a stroke or without a dot have no decomposition in Unicode.
char32_t strip_stroke(char32_t code) {
  switch (code) {
    case U'ł':
      return U'l';
    case U'ø':
      return U'o';
    case U'đ':
      return U'd';
    case U'ħ':
      return U'h';
    case U'ŧ':
      return U't';
    case U'ı':
      return U'i';
    default:
      return code;
  }
}

bool is_apostrophe(char32_t code) {
  return code == U'‘' || code == U'’' || code == U'ʼ' || code == U'ʻ' || code == U'′' ||
         code == U'`' || code == U'´';
}

void fold_one(std::string& folded, char32_t code) {
  if (is_apostrophe(code)) {
    folded += '\'';
    return;
  }
  // No character decomposes canonically into more than four; 18 is the bound with compatibility.
  std::array<utf8proc_int32_t, 18> parts{};
  int boundary = UTF8PROC_BOUNDCLASS_START;
  const auto count = utf8proc_decompose_char(
      static_cast<utf8proc_int32_t>(to_lower(code)), parts.data(),
      static_cast<utf8proc_ssize_t>(parts.size()), UTF8PROC_DECOMPOSE, &boundary);
  for (std::size_t i = 0; count > 0 && i < static_cast<std::size_t>(count); ++i) {
    const auto part = static_cast<char32_t>(parts[i]);
    const bool is_diacritic = part >= 0x300 && part <= 0x36F;
    if (!is_diacritic) append(folded, strip_stroke(part));
  }
}

}  // namespace

Decoded decode(std::string_view text, std::size_t at) {
  const Scanned next = scan(text, at);
  return {next.code, next.size};
}

void append(std::string& text, char32_t code) {
  if (code < 0x80) {
    text += static_cast<char>(code);
    return;
  }
  const auto tail = [&](unsigned shift) {
    text += static_cast<char>(0x80 | ((code >> shift) & 0x3F));
  };
  if (code < 0x800) {
    text += static_cast<char>(0xC0 | (code >> 6));
  } else if (code < 0x10000) {
    text += static_cast<char>(0xE0 | (code >> 12));
    tail(6);
  } else {
    text += static_cast<char>(0xF0 | (code >> 18));
    tail(12);
    tail(6);
  }
  tail(0);
}

std::uint32_t repair(std::string& text) {
  std::size_t at = first_fault(text, 0, true);
  if (at == text.size()) return 0;
  std::uint32_t replaced = 0;
  std::string repaired;
  repaired.reserve(text.size() + 64);
  repaired.append(text, 0, at);
  while (at < text.size()) {
    const std::uint32_t size = scan(text, at).size;
    replaced += size;
    append(repaired, replacement);
    at += size;
    const std::size_t next = first_fault(text, at, true);
    repaired.append(text, at, next - at);
    at = next;
  }
  text = std::move(repaired);
  return replaced;
}

bool is_valid(std::string_view text) { return first_fault(text, 0, false) == text.size(); }

bool is_boundary(std::string_view text, std::size_t at) {
  if (at >= text.size()) return at == text.size();
  return (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

bool is_space(char32_t code) {
  if (code < 0x80) return code == ' ' || (code >= 0x09 && code <= 0x0D);
  return code == 0x85 || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200B) ||
         code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000 ||
         code == 0xFEFF;
}

bool is_letter(char32_t code) {
  if (code < 0x80) return (code | 32) >= 'a' && (code | 32) <= 'z';
  const utf8proc_category_t kind = category(code);
  return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_ME;
}

bool is_digit(char32_t code) {
  if (code < 0x80) return code >= '0' && code <= '9';
  return category(code) == UTF8PROC_CATEGORY_ND;
}

bool is_upper(char32_t code) {
  if (code < 0x80) return code >= 'A' && code <= 'Z';
  const utf8proc_category_t kind = category(code);
  return kind == UTF8PROC_CATEGORY_LU || kind == UTF8PROC_CATEGORY_LT;
}

bool is_lower(char32_t code) {
  if (code < 0x80) return code >= 'a' && code <= 'z';
  return category(code) == UTF8PROC_CATEGORY_LL;
}

bool is_punct(char32_t code) {
  if (code < 0x80) return code > ' ' && code < 0x7F && !is_letter(code) && !is_digit(code);
  const utf8proc_category_t kind = category(code);
  return kind >= UTF8PROC_CATEGORY_PC && kind <= UTF8PROC_CATEGORY_SO;
}

std::string lower(std::string_view text) {
  std::string lowered;
  lowered.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    append(lowered, to_lower(next.code));
    at += next.size;
  }
  return lowered;
}

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    if (next.code < 0x80 && next.code != '`') {
      folded += static_cast<char>(to_lower(next.code));
    } else {
      fold_one(folded, next.code);
    }
    at += next.size;
  }
  return folded;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n\v\f";
  const auto begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

}  // namespace entente

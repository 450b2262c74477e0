// Base64, quoted-printable and encoded words, from senders that do not always keep to the rules.
#include "text/containers/mime.h"

#include <algorithm>
#include <utility>

#include "text/containers/header_fields.h"
#include "text/encoding.h"

namespace entente {
namespace {

int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  return c == '/' || c == '_' ? 63 : -1;
}

std::string from_base64(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3);
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') {  // the end of one stretch; another may follow
      bits = 0;
      count = 0;
      continue;
    }
    const int digit = base64_digit(c);
    if (digit < 0) continue;
    bits = ((bits << 6) | static_cast<unsigned>(digit)) & 0xFFFFFF;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes += static_cast<char>((bits >> count) & 0xFF);
    }
  }
  return bytes;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// `underscore`: blanks are written so in headers.
std::string from_quoted(std::string_view text, bool underscore) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '_' && underscore) {
      bytes += ' ';
    } else if (c != '=') {
      bytes += c;
    } else {
      const int high = i + 1 < text.size() ? hex_digit(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
      if (high >= 0 && low >= 0) {
        bytes += static_cast<char>(high * 16 + low);
        i += 2;
        continue;
      }
      // A line that goes on, perhaps with blanks before its end; else an equals sign left as it is.
      std::size_t end = i + 1;
      while (end < text.size() && (text[end] == ' ' || text[end] == '\t' || text[end] == '\r')) {
        ++end;
      }
      if (end < text.size() && text[end] == '\n') {
        i = end;
      } else if (end < text.size()) {
        bytes += c;
      }
    }
  }
  return bytes;
}

constexpr std::size_t longest_word = 4096;  // the rules allow 75

struct EncodedWord {
  std::string charset;
  std::string bytes;
  std::size_t end = 0;  // behind it
};

// The encoded word at `at`, where "=?" stands; false where it is none.
bool read_word(std::string_view value, std::size_t at, EncodedWord& word) {
  const std::size_t charset = at + 2;
  const std::size_t encoding = value.find('?', charset);
  if (encoding == std::string_view::npos || encoding + 2 >= value.size()) return false;
  if (value[encoding + 2] != '?' || encoding - charset > 64) return false;
  const std::size_t text = encoding + 3;
  const std::size_t end = value.find("?=", text);
  if (end == std::string_view::npos || end - text > longest_word) return false;
  const char kind = value[encoding + 1];
  const std::string_view coded = value.substr(text, end - text);
  if (kind == 'B' || kind == 'b')
    word.bytes = from_base64(coded);
  else if (kind == 'Q' || kind == 'q')
    word.bytes = from_quoted(coded, true);
  else
    return false;
  word.charset = value.substr(charset, encoding - charset);
  word.charset.resize(std::min(word.charset.find('*'), word.charset.size()));  // the language
  word.end = end + 2;
  return true;
}

}  // namespace

std::string decode_transfer(std::string_view body, std::string_view encoding) {
  const std::string name = lower_ascii(trimmed(encoding));
  if (name == "base64") return from_base64(body);
  if (name == "quoted-printable") return from_quoted(body, false);
  return std::string(body);
}

std::string decode_words(std::string_view value) {
  std::string out;
  EncodedWord open;  // words in a row of one charset are one text: a character may be cut
  const auto close = [&] {
    if (!open.bytes.empty())
      out += to_utf8(std::move(open.bytes), EncodingHints{open.charset, false}).text;
    open = EncodedWord();
  };
  std::string plain;
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t begin = std::min(value.find("=?", at), value.size());
    plain += value.substr(at, begin - at);
    EncodedWord word;
    if (begin == value.size() || !read_word(value, begin, word)) {
      plain += value.substr(begin, 2);
      at = std::min(begin + 2, value.size());
      continue;
    }
    // White space between two encoded words belongs to neither.
    if (!trimmed(plain).empty() || open.end == 0 || open.charset != word.charset) {
      const bool between = open.end != 0 && trimmed(plain).empty();
      close();
      if (!between) out += to_utf8(plain, EncodingHints{}).text;
      open.charset = word.charset;
    }
    plain.clear();
    open.bytes += word.bytes;
    open.end = at = word.end;
  }
  close();
  return out + to_utf8(plain, EncodingHints{}).text;
}

}  // namespace entente

// Decoding text into characters with classes.
#include "text/chunks.h"

#include "base/utf8.h"

namespace entente {
namespace {

char32_t key_of(char32_t code) {
  if (code < 0x80) return code >= 'A' && code <= 'Z' ? code + 32 : code;
  switch (code) {
    case U'‘':
    case U'’':
    case U'ʼ':
    case U'‛':
      return U'\'';
    case U'“':
    case U'”':
    case U'„':
    case U'‟':
      return U'"';
    case U'–':
    case U'—':
    case U'―':
      return U'—';
    case U'‐':
    case U'‑':
      return U'-';
    default:
      break;
  }
  return code;  // letters outside ASCII keep their case: their class tells it anyway
}

CharClass class_of(char32_t code) {
  if (code < 0x80) {
    if (code >= 'a' && code <= 'z') return CharClass::lower;
    if (code >= 'A' && code <= 'Z') return CharClass::upper;
    if (code >= '0' && code <= '9') return CharClass::digit;
    return CharClass::punct;
  }
  if (is_lower(code)) return CharClass::lower;
  if (is_upper(code)) return CharClass::upper;
  if (is_letter(code)) return CharClass::letter;
  if (is_digit(code)) return CharClass::digit;
  return is_punct(code) ? CharClass::punct : CharClass::other;
}

// What a character adds to a shape; a run of one kind adds once.
std::uint64_t shape_of(const Char& c) {
  return c.is_alphanumeric() ? static_cast<std::uint64_t>(c.kind) + 1 : c.key + 16;
}

}  // namespace

std::uint64_t key_hash(std::string_view word) {
  std::uint64_t hash = 0;
  for (std::size_t at = 0; at < word.size();) {
    const Decoded next = decode(word, at);
    hash = mix(hash, key_of(next.code));
    at += next.size;
  }
  return hash;
}

void ChunkReader::next(Chunk& chunk) {
  chunk.chars.clear();
  chunk.spaces = 0;
  chunk.hash = 0;
  chunk.shape = 0;
  std::uint64_t last_shape = 0;
  while (at_ < end_) {
    const Decoded next = decode(text_, at_);
    if (is_space(next.code)) {
      if (!chunk.empty()) break;
      ++chunk.spaces;
      at_ += next.size;
      continue;
    }
    if (chunk.size() == longest) break;
    const Char c{key_of(next.code), at_, class_of(next.code)};
    chunk.hash = mix(chunk.hash, c.key);
    const std::uint64_t shape = shape_of(c);
    if (shape != last_shape) chunk.shape = mix(chunk.shape, shape);
    last_shape = shape;
    chunk.chars.push_back(c);
    at_ += next.size;
  }
  chunk.end = at_;
}

}  // namespace entente

// Finding addresses: an anchor that no word has, then as far as their characters reach.
#include "text/address.h"

#include <string_view>

namespace entente {
namespace {

bool is_one_of(char32_t key, std::u32string_view set) {
  return set.find(key) != std::u32string_view::npos;
}

// What a sentence puts behind an address rather than the address at its own end.
std::size_t without_tail(const Chunk& chunk, std::size_t begin, std::size_t end) {
  while (end > begin && is_one_of(chunk.chars[end - 1].key, U".,;:!?'\")]}>*…")) --end;
  return end;
}

bool has_key(const Chunk& chunk, std::size_t i, char32_t key) {
  return i < chunk.size() && chunk.chars[i].key == key;
}

AddressPlace web_address(const Chunk& chunk, std::size_t begin) {
  std::size_t end = begin;
  while (end < chunk.size() && !is_one_of(chunk.chars[end].key, U"<>\"|")) ++end;
  return {begin, without_tail(chunk, begin, end)};
}

AddressPlace mail_address(const Chunk& chunk, std::size_t at) {
  const auto part = [&](std::size_t i) {
    return chunk.chars[i].is_alphanumeric() || is_one_of(chunk.chars[i].key, U"._-+");
  };
  std::size_t begin = at;
  while (begin > 0 && part(begin - 1)) --begin;
  std::size_t end = at + 1;
  bool dot = false;
  for (; end < chunk.size() && part(end); ++end) dot = dot || chunk.chars[end].key == U'.';
  end = without_tail(chunk, at, end);
  if (begin == at || end <= at + 1 || !dot) return {};
  return {begin, end};
}

}  // namespace

AddressPlace find_address(const Chunk& chunk) {
  for (std::size_t i = 0; i < chunk.size(); ++i) {
    const char32_t key = chunk.chars[i].key;
    const bool begins = i == 0 || !chunk.chars[i - 1].is_alphanumeric();
    if (key == U'@') {
      const AddressPlace mail = mail_address(chunk, i);
      if (mail.end != 0) return mail;
    } else if (key == U':' && has_key(chunk, i + 1, U'/') && has_key(chunk, i + 2, U'/')) {
      std::size_t begin = i;
      while (begin > 0 && chunk.chars[begin - 1].is_alphabetic()) --begin;
      if (begin < i) return web_address(chunk, begin);
    } else if (begins && key == U'w' && has_key(chunk, i + 1, U'w') &&
               has_key(chunk, i + 2, U'w') && has_key(chunk, i + 3, U'.')) {
      return web_address(chunk, i);
    }
  }
  return {};
}

}  // namespace entente

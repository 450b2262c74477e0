// What a block of text looks like.
#include "text/html/prose.h"

#include "base/utf8.h"

namespace entente {
namespace {

std::vector<std::uint64_t> word_hashes(std::string_view text) {
  std::vector<std::uint64_t> hashes;
  const std::string plain = words_of(text);
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i <= plain.size(); ++i) {
    if (i < plain.size() && plain[i] != ' ') {
      hash = (hash ^ static_cast<unsigned char>(plain[i])) * 0x100000001B3ULL + 1;
    } else if (hash != 0) {
      hashes.push_back(hash);
      hash = 0;
    }
  }
  return hashes;
}

template <typename Each>
void for_shingles(std::string_view text, const Each& each) {
  constexpr std::size_t length = 4;
  const std::vector<std::uint64_t> words = word_hashes(text);
  for (std::size_t i = 0; i < words.size() && (i == 0 || i + length <= words.size()); ++i) {
    std::uint64_t sum = 0;
    for (std::size_t k = i; k < words.size() && k < i + length; ++k) {
      sum = (sum ^ words[k]) * 0x9E3779B97F4A7C15ULL;
      sum ^= sum >> 29;
    }
    each(sum);
  }
}

}  // namespace

std::size_t length_of(std::string_view text) {
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    length += first >= 0xE3 && first <= 0xED ? 3 : 1;  // Han, kana, Hangul
    at += size;
  }
  return length;
}

bool ends_like_sentence(std::string_view text) {
  while (!text.empty()) {
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    const char32_t last = decode(text, at).code;
    text = text.substr(0, at);
    switch (last) {
      case U'.':
      case U'!':
      case U'?':
      case U':':
      case U';':
      case U'…':
      case U'。':
      case U'！':
      case U'？':
      case U'؟':
      case U'۔':
      case U'।':
        return true;
      case U'"':
      case U'\'':
      case U'”':
      case U'’':
      case U'»':
      case U'«':
      case U'“':
      case U')':
      case U']':
      case U'」':
      case U'』':
      case U'）':
      case U' ':
        continue;
      default:
        return false;
    }
  }
  return false;
}

std::string words_of(std::string_view text) {
  std::string plain;
  bool between = false;
  for (std::size_t at = 0; at < text.size();) {
    const unsigned char c = static_cast<unsigned char>(text[at]);
    if (c < 0x80) {
      const bool upper = c >= 'A' && c <= 'Z';
      if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        if (between && !plain.empty()) plain += ' ';
        between = false;
        plain += static_cast<char>(upper ? c + 32 : c);
      } else {
        between = true;
      }
      ++at;
      continue;
    }
    const Decoded decoded = decode(text, at);
    if (is_letter(decoded.code) || is_digit(decoded.code)) {
      if (between && !plain.empty()) plain += ' ';
      between = false;
      plain += text.substr(at, decoded.size);
    } else {
      between = true;
    }
    at += decoded.size;
  }
  return plain;
}

void KnownText::add(std::string_view text) {
  for_shingles(text, [this](std::uint64_t shingle) { shingles_.insert(shingle); });
}

double KnownText::share(std::string_view text) const {
  std::size_t all = 0, known = 0;
  for_shingles(text, [&](std::uint64_t shingle) {
    ++all;
    known += shingles_.count(shingle);
  });
  return all == 0 ? 0 : static_cast<double>(known) / static_cast<double>(all);
}

}  // namespace entente

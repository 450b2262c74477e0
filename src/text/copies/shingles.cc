// Words are hashed as they are met and never stored.
#include "text/copies/shingles.h"

#include <array>
#include <string>
#include <string_view>

#include "base/utf8.h"

namespace entente {
namespace {

// A sentence with fewer words goes on into the next: "Dr." ends none.
constexpr std::size_t shortest_sentence = 4;
// A body with fewer words does not stand for its document.
constexpr std::size_t shortest_body = 20;

constexpr std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 32)) * 0x9E3779B97F4A7C15ULL;
  value = (value ^ (value >> 29)) * 0xBF58476D1CE4E5B9ULL;
  return value ^ (value >> 32);
}

constexpr std::uint64_t joined(std::uint64_t sum, std::uint64_t value) {
  return mixed(sum * 0x100000001B3ULL + value);
}

// Scripts that are written without spaces: every character is a word.
constexpr bool is_word_by_itself(char32_t code) {
  return (code >= 0x2E80 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) ||
         (code >= 0x20000 && code <= 0x3FFFF);
}

constexpr bool is_plain_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

class ShingleBuilder {
 public:
  explicit ShingleBuilder(Shingles& out) : out_(out) {}

  void add(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const char c = text[at];
      if (static_cast<unsigned char>(c) < 0x80) {
        add_plain(c);
        ++at;
      } else {
        const Decoded next = decode(text, at);
        add_other(next.code, text.substr(at, next.size));
        at += next.size;
      }
    }
    end_word();
    end_sentence(true);
  }
  [[nodiscard]] std::size_t words() const { return words_; }

  // Texts that are shorter than a run are one.
  void finish() {
    if (!out_.runs.empty() || words_ == 0) return;
    out_.runs.push_back({static_cast<std::uint32_t>(out_.text), 0});
  }

 private:
  void add_plain(char c) {
    if (is_plain_letter(c)) {
      const bool upper = c >= 'A' && c <= 'Z';
      word_ = joined(word_, static_cast<unsigned char>(upper ? c - 'A' + 'a' : c));
      inside_ = true;
    } else if (c != '\'') {
      end_word();
      if (c == '\n') end_sentence(false);
      if (stopped_ && (c == ' ' || c == '\t')) end_sentence(false);
      if (c != '"' && c != ')') stopped_ = c == '.' || c == '!' || c == '?';
    }
  }

  void add_other(char32_t code, std::string_view bytes) {
    if (is_word_by_itself(code)) {
      end_word();
      inside_ = true;
      word_ = joined(word_, code);
      end_word();
    } else if (is_letter(code) || is_digit(code)) {
      for (const char c : fold(bytes)) word_ = joined(word_, static_cast<unsigned char>(c));
      inside_ = true;
    } else if (code != U'’') {
      end_word();
      if (code == U'。' || code == U'！' || code == U'？') end_sentence(false);
    }
  }

  void end_word() {
    if (!inside_) return;
    inside_ = false;
    stopped_ = false;
    out_.text = joined(out_.text, word_);
    sentence_ = joined(sentence_, word_);
    last_[words_ % shingle_words] = {word_, static_cast<std::uint32_t>(out_.sentences.size())};
    word_ = 0;
    ++words_;
    ++sentence_words_;
    if (words_ >= shingle_words) add_run();
  }

  void add_run() {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < shingle_words; ++i) {
      sum = joined(sum, last_[(words_ + i) % shingle_words].hash);
    }
    const std::uint32_t sentence = last_[words_ % shingle_words].sentence;
    out_.runs.push_back({static_cast<std::uint32_t>(sum >> 32), sentence});
  }

  void end_sentence(bool last) {
    stopped_ = false;
    if (sentence_words_ == 0 || (!last && sentence_words_ < shortest_sentence)) return;
    out_.sentences.push_back(sentence_);
    sentence_ = 0;
    sentence_words_ = 0;
  }

  struct HashedWord {
    std::uint64_t hash = 0;
    std::uint32_t sentence = 0;
  };
  Shingles& out_;
  std::array<HashedWord, shingle_words> last_{};
  std::uint64_t word_ = 0, sentence_ = 0;
  std::size_t words_ = 0, sentence_words_ = 0;
  bool inside_ = false;
  bool stopped_ = false;  // the last mark was a full stop or the like
};

}  // namespace

Shingles shingles_of(const Document& document) {
  Shingles shingles;
  ShingleBuilder builder(shingles);
  for (const Segment& segment : document.segments) {
    if (segment.kind != SegmentKind::body && segment.kind != SegmentKind::quote) continue;
    builder.add(std::string_view(document.text).substr(segment.span.begin, segment.span.size()));
  }
  if (builder.words() >= shortest_body) return shingles;
  shingles = Shingles();
  ShingleBuilder whole(shingles);
  whole.add(document.text);
  whole.finish();
  return shingles;
}

}  // namespace entente

// Pairs quotation marks across the words of a paragraph.
#include "coding/quotes.h"

#include <string_view>

namespace entente {

namespace {

enum class Mark { none, open, close, either };

Mark mark_of(std::string_view form) {
  if (form == "\u201c" || form == "\u00ab" || form == "``" || form == "\u201e") return Mark::open;
  if (form == "\u201d" || form == "\u00bb") return Mark::close;
  if (form == "\"" || form == "''") return Mark::either;
  return Mark::none;
}

class Pairing {
 public:
  explicit Pairing(const Reading& reading) : reading_(reading) {}

  std::vector<Quote> run() {
    for (std::uint32_t s = 0; s < reading_.sentences.size(); ++s) {
      const auto& sentence = *reading_.sentences[s].sentence;
      if (open_ && sentence.paragraph != paragraph_) {
        close(s - 1, last_end_);
        out_.back().open = cut_ = true;
      }
      paragraph_ = sentence.paragraph;
      for (const auto& word : sentence.words) mark(s, word);
      last_end_ = sentence.span.end;
    }
    if (open_) close(static_cast<std::uint32_t>(reading_.sentences.size() - 1), last_end_);
    return std::move(out_);
  }

 private:
  void mark(std::uint32_t s, const Word& word) {
    auto kind = mark_of(word.form);
    if (kind == Mark::none) return;
    if (kind == Mark::either) kind = after_space(word.span.begin) ? Mark::open : Mark::close;
    if (kind == Mark::open && !open_) {
      open_ = true;
      now_ = {word.span, s, s, false};
    } else if (kind == Mark::close && open_) {
      close(s, word.span.end);
      cut_ = false;
    } else if (kind == Mark::close && cut_ && !out_.empty()) {
      // The quotation went on past the end of its paragraph.
      out_.back().span.end = word.span.end;
      out_.back().last_sentence = s;
      out_.back().open = false;
      cut_ = false;
    }
  }

  void close(std::uint32_t sentence, std::uint32_t end) {
    now_.span.end = end;
    now_.last_sentence = sentence;
    out_.push_back(now_);
    open_ = false;
  }

  bool after_space(std::uint32_t at) const {
    if (at == 0) return true;
    const char before = reading_.document->text[at - 1];
    return before == ' ' || before == '\n' || before == '\t' || before == '(' || before == '[';
  }

  const Reading& reading_;
  std::vector<Quote> out_;
  Quote now_;
  bool open_ = false;
  bool cut_ = false;  ///< the last quotation ended only because its paragraph did
  std::uint32_t paragraph_ = 0, last_end_ = 0;
};

}  // namespace

std::vector<Quote> quotes(const Reading& reading) { return Pairing(reading).run(); }

}  // namespace entente

// The trained segmenter at work: blocks by layout, then tokens, words and sentences by the model.
#include "text/segmenter.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "text/layout.h"
#include "text/segmenter_model.h"
#include "text/segmenter_scan.h"

namespace entente {
namespace {

// How sure the model must be of an end that no full stop, exclamation or question mark shows. The
// treebank is full of mail and chat, where that is common; in edited text it is not.
constexpr float unmarked_end = 1.0F;

Boundary best_boundary(const SegmenterModel& model, const FeatureList& features) {
  std::array<float, boundary_kinds> scores{};
  for (std::size_t i = 0; i < features.size(); ++i) {
    const float* row =
        model.token_weights.data() + features.row(i, model.token_bits) * boundary_kinds;
    for (std::size_t k = 0; k < boundary_kinds; ++k) scores[k] += row[k];
  }
  return static_cast<Boundary>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

float end_score(const SegmenterModel& model, const FeatureList& features) {
  float score = 0;
  for (std::size_t i = 0; i < features.size(); ++i) {
    score += model.sentence_weights[features.row(i, model.sentence_bits)];
  }
  return score;
}

// A headline has capitals everywhere; only punctuation can part it, and no quotation mark by
// itself.
bool may_part_heading(const TokenLook& token) {
  return token.last_kind == CharClass::punct && token.last != U'"' && token.last != U'\'';
}

// Fills one document's sentences.
class Splitter {
 public:
  Splitter(const SegmenterModel& model, Analysis& analysis)
      : model_(model), text_(analysis.document->text), sentences_(analysis.sentences) {}

  void add_block(const Block& block) {
    const auto decide = [this](const ChunkFeatures& features, std::size_t place, std::size_t begin,
                               Boundary last) {
      features.describe(place, begin, last, features_);
      return best_boundary(model_, features_);
    };
    scan_block(model_, text_, block.span, decide, tokens_);
    const auto ends = [&](std::size_t i, const SentenceState& state) {
      const bool closes = closes_sentence(tokens_.looks, i);
      if (block.heading && !closes && !may_part_heading(tokens_.looks[i])) return false;
      describe_end(tokens_.looks, i, state, features_);
      const float needed = closes ? 0 : unmarked_end;
      return end_score(model_, features_) > needed;
    };
    scan_sentences(tokens_, ends,
                   [&](std::size_t begin, std::size_t end) { add_sentence(block, begin, end); });
  }

 private:
  void add_sentence(const Block& block, std::size_t begin, std::size_t end) {
    Sentence sentence;
    sentence.span = {tokens_.spans[begin].begin, tokens_.spans[end - 1].end};
    sentence.number = static_cast<std::uint32_t>(sentences_.size());
    sentence.paragraph = block.paragraph;
    sentence.heading = block.heading;
    sentence.words.reserve(tokens_.word_end(end - 1) - tokens_.first_word[begin]);
    for (std::size_t token = begin; token < end; ++token) add_token(sentence.words, token);
    sentences_.push_back(std::move(sentence));
  }

  void add_token(std::vector<Word>& words, std::size_t token) const {
    const Span span = tokens_.spans[token];
    const std::size_t first = words.size();
    const std::vector<std::string_view> parts = model_.expand(view(span));
    for (const std::string_view part : parts) words.push_back(word(span, part));
    if (parts.empty()) {
      for (std::size_t i = tokens_.first_word[token]; i < tokens_.word_end(token); ++i) {
        words.push_back(word(tokens_.words[i], view(tokens_.words[i])));
      }
    }
    words[first].token_words =
        static_cast<std::uint8_t>(std::min<std::size_t>(words.size() - first, 255));
    words.back().space_after = span.end == text_.size() || is_space(decode(text_, span.end).code);
  }

  static Word word(Span span, std::string_view form) {
    Word word;
    word.span = span;
    word.form = form;
    word.space_after = false;
    word.token_words = 0;
    return word;
  }
  [[nodiscard]] std::string_view view(Span span) const {
    return text_.substr(span.begin, span.size());
  }

  const SegmenterModel& model_;
  std::string_view text_;
  std::vector<Sentence>& sentences_;
  BlockTokens tokens_;
  FeatureList features_;
};

}  // namespace

struct Segmenter::Impl {
  SegmenterModel model;
};

Segmenter::Segmenter(const Archive& model)
    : impl_(std::make_unique<Impl>(
          Impl{SegmenterModel::view(model.section("segmenter"), model.path())})) {}
Segmenter::~Segmenter() = default;
Segmenter::Segmenter(Segmenter&&) noexcept = default;

void Segmenter::split(Analysis& analysis) const {
  analysis.sentences.clear();
  const Document& document = *analysis.document;
  Splitter splitter(impl_->model, analysis);
  for (const Block& block : blocks_of(document.text, document.segments)) {
    splitter.add_block(block);
  }
}

}  // namespace entente

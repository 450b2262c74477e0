// Learns the segmenter's model: what words look like by counting, decisions by logistic regression
// over hashed features (AdaGrad, so that rare features keep their say).
#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <string>
#include <utility>

#include "base/files.h"
#include "base/utf8.h"
#include "entente/error.h"
#include "text/layout.h"
#include "text/segmenter.h"
#include "text/segmenter_scan.h"
#include "text/segmenter_variants.h"

namespace entente {
namespace {

constexpr unsigned token_bits = 17;
constexpr unsigned sentence_bits = 18;
constexpr int epochs = 12;
constexpr float rate = 0.3F;
// What each weight starts with as if it had been learnt before: keeps rare features modest.
constexpr float first_square = 2.0F;

// Examples of one kind of decision: rows of features and the right answer.
class Classifier {
 public:
  Classifier(unsigned bits, std::size_t kinds)
      : bits_(bits),
        kinds_(kinds),
        weights_(kinds << bits),
        sums_(kinds << bits),
        squares_(kinds << bits, first_square) {}

  void add(const FeatureList& features, std::size_t answer) {
    for (std::size_t i = 0; i < features.size(); ++i) rows_.push_back(features.row(i, bits_));
    ends_.push_back(rows_.size());
    answers_.push_back(static_cast<std::uint8_t>(answer));
  }

  void train(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::vector<std::uint32_t> order(answers_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i);
    for (int epoch = 0; epoch < epochs; ++epoch) {
      for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
      for (const std::uint32_t example : order) learn(example);
      if (2 * epoch < epochs) continue;
      for (std::size_t i = 0; i < weights_.size(); ++i) sums_[i] += weights_[i];
    }
    // The mean over the later epochs is steadier than where the last step happened to end.
    const auto averaged = epochs - (epochs + 1) / 2;
    const auto count = static_cast<float>(averaged);
    for (std::size_t i = 0; i < weights_.size(); ++i) weights_[i] = sums_[i] / count;
  }
  [[nodiscard]] std::span<const float> weights() const { return weights_; }

 private:
  void learn(std::size_t example) {
    const std::size_t begin = example == 0 ? 0 : ends_[example - 1];
    const std::span<const std::uint32_t> rows(rows_.data() + begin, ends_[example] - begin);
    const std::vector<float> chances = predict(rows);
    for (std::size_t k = 0; k < kinds_; ++k) {
      const float gradient = chances[k] - (answers_[example] == k ? 1.0F : 0.0F);
      if (std::abs(gradient) < 1e-4F) continue;
      for (const std::uint32_t row : rows) {
        const std::size_t at = row * kinds_ + k;
        squares_[at] += gradient * gradient;
        weights_[at] -= rate * gradient / std::sqrt(squares_[at]);
      }
    }
  }
  [[nodiscard]] std::vector<float> predict(std::span<const std::uint32_t> rows) const {
    std::vector<float> chances(kinds_, 0.0F);
    for (const std::uint32_t row : rows) {
      for (std::size_t k = 0; k < kinds_; ++k) chances[k] += weights_[row * kinds_ + k];
    }
    const float highest = *std::max_element(chances.begin(), chances.end());
    float sum = 0;
    for (float& chance : chances) sum += chance = std::exp(chance - highest);
    for (float& chance : chances) chance /= sum;
    return chances;
  }

  unsigned bits_;
  std::size_t kinds_;
  std::vector<float> weights_, sums_, squares_;
  std::vector<std::uint32_t> rows_;
  std::vector<std::size_t> ends_;
  std::vector<std::uint8_t> answers_;
};

// What the texts say of words, kept in the form of the model's tables.
class Tables {
 public:
  Tables(std::span<const SegmentedText> texts, std::span<const Abbreviation> abbreviations) {
    for (const SegmentedText& text : texts) count(text);
    set_words(abbreviations);
    set_splits();
  }
  // True for a part, such as a possessive ending, that is so common that where it was left on its
  // word the writer or annotator slipped.
  [[nodiscard]] bool is_common_part(std::uint64_t hash) const {
    const auto found = parts_.find(hash);
    return found != parts_.end() && found->second >= 50;
  }
  // Points the model's tables into this object.
  void give_to(SegmenterModel& model) {
    strings_.resize((strings_.size() + 7) / 8 * 8);
    model.words = HashTable(words_);
    model.splits = HashTable(splits_);
    model.suffixes = HashTable(suffixes_);
    model.expansions = HashTable(expansions_);
    model.strings = strings_;
  }

 private:
  struct Cases {
    std::uint32_t small = 0, capital = 0;
  };

  void count(const SegmentedText& text) {
    std::size_t sentence = 0;
    for (const SegmentedText::Token& token : text.tokens) {
      check(text, token.span);
      const auto& sentences = text.sentences;
      while (sentence < sentences.size() && sentences[sentence].end <= token.span.begin) ++sentence;
      const bool first =
          sentence < sentences.size() && sentences[sentence].begin == token.span.begin;
      const std::string_view form =
          std::string_view(text.text).substr(token.span.begin, token.span.size());
      if (!first) count_case(form);
      count_runs(form);
      if (token.words.size() > 1) count_parts(form, token.words);
    }
  }
  static void check(const SegmentedText& text, Span span) {
    if (span.empty() || span.begin > span.end || span.end > text.text.size()) {
      throw Error(ErrorKind::invalid_value, "a token lies outside its text");
    }
  }
  void count_case(std::string_view form) {
    const char32_t initial = decode(form, 0).code;
    if (!is_letter(initial)) return;
    Cases& cases = cases_[key_hash(form)];
    ++(is_upper(initial) ? cases.capital : cases.small);
  }
  void count_runs(std::string_view form) {
    Chunk chunk;
    ChunkReader(form, {0, static_cast<std::uint32_t>(form.size())}).next(chunk);
    for (std::size_t begin = 0; begin < chunk.size();) {
      std::size_t end = begin;
      std::uint64_t hash = 0;
      while (end < chunk.size() && chunk.chars[end].is_alphabetic()) {
        hash = mix(hash, chunk.chars[end++].key);
      }
      if (end > begin) ++runs_[hash];
      begin = end + 1;
    }
  }
  void count_parts(std::string_view form, const std::vector<std::string>& parts) {
    std::string joined;
    for (const std::string& part : parts) joined += part;
    if (joined != form) {
      add_expansion(form, parts);
      return;
    }
    const char32_t mark = decode(parts.back(), 0).code;
    if (!is_letter(mark) && !is_digit(mark)) ++parts_[key_hash(parts.back())];
    std::size_t at = parts.front().size();
    for (std::size_t i = 1; i < parts.size(); at += parts[i++].size()) count_split(form, at);
  }
  // A split between two letters, told by the run of letters it lies in.
  void count_split(std::string_view form, std::size_t at) {
    Chunk chunk;
    ChunkReader(form, {0, static_cast<std::uint32_t>(form.size())}).next(chunk);
    std::size_t place = 0;
    while (place < chunk.size() && chunk.byte(place) < at) ++place;
    const auto alphabetic = [&](std::size_t i) {
      return i < chunk.size() && chunk.chars[i].is_alphabetic();
    };
    if (place == 0 || !alphabetic(place) || !alphabetic(place - 1)) return;
    std::size_t begin = place, end = place;
    while (begin > 0 && alphabetic(begin - 1)) --begin;
    while (alphabetic(end)) ++end;
    if (end - begin > 60) return;
    const auto bytes = [&](std::size_t a, std::size_t b) {
      return form.substr(chunk.byte(a), chunk.byte(b) - chunk.byte(a));
    };
    ++split_places_[key_hash(bytes(begin, end))][place - begin];
    const bool mark = end + 1 < chunk.size() && chunk.chars[end].kind == CharClass::punct;
    if (!mark || end - place > 3) return;
    std::size_t suffix_end = end + 1;
    while (alphabetic(suffix_end)) ++suffix_end;
    suffix_letters_[key_hash(bytes(place, suffix_end))] = end - place;
  }
  void add_expansion(std::string_view form, const std::vector<std::string>& parts) {
    if (parts.size() > 255 || !expansion_places_.emplace(byte_hash(form), 0).second) return;
    expansion_places_[byte_hash(form)] = strings_.size() + 1;
    strings_.push_back(static_cast<char>(parts.size()));
    for (const std::string& part : parts) {
      const std::size_t size = std::min<std::size_t>(part.size(), 255);
      strings_.push_back(static_cast<char>(size));
      strings_.insert(strings_.end(), part.begin(),
                      part.begin() + static_cast<std::ptrdiff_t>(size));
    }
  }

  void set_words(std::span<const Abbreviation> abbreviations) {
    std::map<std::uint64_t, std::uint64_t> values;
    for (const auto& [hash, cases] : cases_) {
      const std::uint32_t all = cases.small + cases.capital;
      if (all < 2) continue;
      const bool mostly_small = cases.small * 5 >= all * 4;
      const bool mostly_capital = cases.capital * 5 >= all * 4;
      values[hash] = mostly_small ? 1 : mostly_capital ? 3 : 2;
    }
    for (const Abbreviation& abbreviation : abbreviations) {
      std::uint64_t& value = values[key_hash(abbreviation.form)];
      value = (value & case_mask) | (abbreviation.kind & abbreviation_mask) << abbreviation_shift;
      if (is_upper(decode(abbreviation.form, 0).code)) value |= capital_bit;
    }
    for (const auto& [hash, value] : values) words_.push_back({hash, value});
  }
  void set_splits() {
    // What is split now and then was mostly written wrong; taking it up would split good words.
    for (const auto& [hash, places] : split_places_) {
      std::uint64_t bits = 0;
      for (const auto& [place, count] : places) {
        if (count * 3 >= runs_[hash]) bits |= std::uint64_t{1} << place;
      }
      if (bits != 0) splits_.push_back({hash, bits});
    }
    for (const auto& [hash, letters] : suffix_letters_) suffixes_.push_back({hash, letters});
    for (const auto& [hash, place] : expansion_places_) expansions_.push_back({hash, place});
  }

  std::map<std::uint64_t, Cases> cases_;
  std::map<std::uint64_t, std::uint64_t> runs_;   // of letters, by their keys
  std::map<std::uint64_t, std::uint64_t> parts_;  // last ones that begin with a mark
  std::map<std::uint64_t, std::map<std::size_t, std::uint64_t>> split_places_;  // in such a run
  std::map<std::uint64_t, std::uint64_t> suffix_letters_, expansion_places_;
  std::vector<HashTable::Entry> words_, splits_, suffixes_, expansions_;
  std::vector<char> strings_;
};

// The right answers of one text, asked for in the order of their places.
class Answers {
 public:
  explicit Answers(const SegmentedText& text) {
    for (const SegmentedText::Token& token : text.tokens) {
      boundaries_[token.span.begin] = Boundary::token;
      boundaries_[token.span.end] = Boundary::token;
      std::uint32_t at = token.span.begin;
      std::string joined;
      for (const std::string& word : token.words) joined += word;
      if (joined != text.text.substr(token.span.begin, token.span.size())) continue;
      for (const std::string& word : token.words) {
        boundaries_.try_emplace(at, Boundary::word);
        at += static_cast<std::uint32_t>(word.size());
      }
    }
    for (const Span sentence : text.sentences) ends_.push_back(sentence.end);
    std::sort(ends_.begin(), ends_.end());
  }
  [[nodiscard]] Boundary boundary(std::uint32_t at) const {
    const auto found = boundaries_.find(at);
    return found == boundaries_.end() ? Boundary::none : found->second;
  }
  [[nodiscard]] bool sentence_ends(std::uint32_t at) const {
    return std::binary_search(ends_.begin(), ends_.end(), at);
  }

 private:
  std::map<std::uint32_t, Boundary> boundaries_;
  std::vector<std::uint32_t> ends_;
};

void add_examples(const SegmentedText& text, const SegmenterModel& model, const Tables& tables,
                  Classifier& boundaries, Classifier& ends) {
  const Answers answers(text);
  FeatureList features;
  BlockTokens tokens;
  for (const Block& block : blocks_of(text.text, {})) {
    scan_block(
        model, text.text, block.span,
        [&](const ChunkFeatures& chunk, std::size_t place, std::size_t begin, Boundary last) {
          chunk.describe(place, begin, last, features);
          const Boundary answer = answers.boundary(chunk.byte(place));
          const bool slip =
              answer == Boundary::none && tables.is_common_part(chunk.tail_hash(place));
          if (!slip) boundaries.add(features, static_cast<std::size_t>(answer));
          return answer;
        },
        tokens);
    scan_sentences(
        tokens,
        [&](std::size_t i, const SentenceState& state) {
          describe_end(tokens.looks, i, state, features);
          const bool answer = answers.sentence_ends(tokens.spans[i].end);
          ends.add(features, answer ? 1 : 0);
          return answer;
        },
        [](std::size_t, std::size_t) {});
  }
}

}  // namespace

std::vector<Abbreviation> read_abbreviations(const std::string& path) {
  const std::unique_ptr<ByteSource> source = open_source(path);
  LineReader lines(*source, 1 << 12);
  std::vector<Abbreviation> abbreviations;
  std::string line;
  std::uint8_t kind = 1;
  while (lines.next(line)) {
    line = line.substr(0, line.find('#'));
    line.erase(line.find_last_not_of(" \t") + 1);
    if (line.empty()) continue;
    if (line.starts_with("@kind ")) {
      if (line.size() != 7 || line[6] < '1' || line[6] > '7') {
        throw Error(ErrorKind::malformed, "@kind takes a number from 1 to 7",
                    {path, lines.line_number(), lines.byte()});
      }
      kind = static_cast<std::uint8_t>(line[6] - '0');
      continue;
    }
    if (!line.ends_with('.') || line.find(' ') != std::string::npos) {
      throw Error(ErrorKind::malformed, "'" + line + "' is not one word with a full stop",
                  {path, lines.line_number(), lines.byte()});
    }
    abbreviations.push_back({line, kind});
  }
  return abbreviations;
}

std::vector<std::byte> train_segmenter(std::span<const SegmentedText> texts, std::uint64_t seed,
                                       std::span<const Abbreviation> abbreviations) {
  Tables tables(texts, abbreviations);
  SegmenterModel model;
  tables.give_to(model);
  model.token_bits = token_bits;
  model.sentence_bits = sentence_bits;
  Classifier boundaries(token_bits, boundary_kinds);
  Classifier ends(sentence_bits, 2);
  for (const SegmentedText& text : texts) add_examples(text, model, tables, boundaries, ends);
  for (const SegmentedText& text : shortened_variants(texts, abbreviations)) {
    add_examples(text, model, tables, boundaries, ends);
  }
  boundaries.train(seed);
  ends.train(seed + 1);
  model.token_weights = boundaries.weights();
  // Of two kinds only the difference counts.
  std::vector<float> difference(std::size_t{1} << sentence_bits);
  for (std::size_t i = 0; i < difference.size(); ++i) {
    difference[i] = ends.weights()[2 * i + 1] - ends.weights()[2 * i];
  }
  model.sentence_weights = difference;
  return model.bytes();
}

}  // namespace entente

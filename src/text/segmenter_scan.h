// The walk over a block that training and use have in common; who decides is passed in.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "text/segmenter_features.h"

namespace entente {

/// The tokens of a block. Words lie in one list, those of a token together.
struct BlockTokens {
  std::vector<TokenLook> looks;
  std::vector<Span> spans;
  std::vector<std::uint32_t> first_word;  ///< by token
  std::vector<Span> words;

  void clear() {
    looks.clear();
    spans.clear();
    first_word.clear();
    words.clear();
  }
  [[nodiscard]] std::size_t word_end(std::size_t token) const {
    return token + 1 < first_word.size() ? first_word[token + 1] : words.size();
  }
};

/// A sentence with more tokens is cut, whatever its words.
constexpr std::size_t longest_sentence = 1000;

/// Cuts a chunk. decide(features, place, token_begin, last) says what stands before a character.
template <typename Decide>
void scan_chunk(const SegmenterModel& model, const ChunkFeatures& features, const Chunk& chunk,
                const Chunk& after, Decide& decide, BlockTokens& tokens) {
  std::size_t token_begin = 0;
  std::size_t word_begin = 0;
  Boundary last = Boundary::token;
  const auto end_word = [&](std::size_t end) {
    tokens.words.push_back({chunk.byte(word_begin), chunk.byte(end)});
    word_begin = end;
  };
  const auto end_token = [&](std::size_t end) {
    end_word(end);
    tokens.looks.push_back(look_of(model, chunk, token_begin, end, after));
    tokens.spans.push_back({chunk.byte(token_begin), chunk.byte(end)});
    token_begin = end;
    tokens.first_word.push_back(static_cast<std::uint32_t>(tokens.words.size()));
  };
  for (const std::uint32_t place : features.candidates()) {
    const Boundary boundary = decide(features, place, word_begin, last);
    if (boundary == Boundary::none) continue;
    last = boundary;
    if (boundary == Boundary::word) {
      end_word(place);
    } else {
      end_token(place);
    }
  }
  end_token(chunk.size());
}

/// Cuts a block into tokens and words.
template <typename Decide>
void scan_block(const SegmenterModel& model, std::string_view text, Span block, Decide&& decide,
                BlockTokens& tokens) {
  tokens.clear();
  ChunkReader reader(text, block);
  ChunkFeatures features(model);
  Chunk before, chunk, after;
  reader.next(chunk);
  while (!chunk.empty()) {
    reader.next(after);
    features.look_at(before, chunk, after);
    scan_chunk(model, features, chunk, after, decide, tokens);
    std::swap(before, chunk);
    std::swap(chunk, after);
  }
  // scan_chunk noted where each token's words end; they begin where those before it end.
  if (!tokens.first_word.empty()) {
    tokens.first_word.insert(tokens.first_word.begin(), 0);
    tokens.first_word.pop_back();
  }
}

/// Cuts a block's tokens into sentences. decide(i, state) says whether one ends behind token i;
/// it is asked where one may. sentence(begin, end) gets the tokens of each.
template <typename Decide, typename Emit>
void scan_sentences(const BlockTokens& tokens, Decide&& decide, Emit&& sentence) {
  const std::vector<TokenLook>& looks = tokens.looks;
  std::size_t begin = 0;
  SentenceState state;
  for (std::size_t i = 0; i < looks.size(); ++i) {
    state.pass(looks[i]);
    const bool last = i + 1 == looks.size();
    const bool ends = last || i + 1 - begin == longest_sentence ||
                      (may_end(looks[i], looks[i + 1]) && decide(i, std::as_const(state)));
    if (!ends) continue;
    sentence(begin, i + 1);
    begin = i + 1;
    state = {};
  }
}

}  // namespace entente

// Candidates and features of token boundaries and sentence ends.
#include "text/segmenter_features.h"

#include <algorithm>
#include <bit>
#include <string_view>

namespace entente {
namespace {

constexpr std::size_t longest_run = 16;  // of which features take note
constexpr std::size_t longest_split_run = 60;
constexpr std::uint64_t apostrophe_mask = abbreviation_mask + 1;  // beside the kinds

std::uint64_t number(Boundary boundary) { return static_cast<std::uint64_t>(boundary); }
// Where features of a token that began at `begin` start to look at it.
std::size_t recent(std::size_t i, std::size_t begin) {
  return i - begin > longest_run ? i - longest_run : begin;
}

std::uint64_t number(CharClass kind) { return static_cast<std::uint64_t>(kind); }

bool is_opening(char32_t key) { return key == U'(' || key == U'[' || key == U'{'; }
bool is_closing(char32_t key) { return key == U')' || key == U']' || key == U'}'; }

// Marks that tell an address, a path or a number from words.
std::uint64_t marks_of(const Chunk& chunk) {
  std::uint64_t marks = 0;
  char32_t before = 0;
  for (const Char& c : chunk.chars) {
    if (c.key == U'@') marks |= 1;
    if (c.key == U'/' && before == U'/') marks |= 2;
    if (c.key == U'/' && before != U'/') marks |= 4;
    if (c.key == U'_' || c.key == U'=' || c.key == U'&') marks |= 8;
    if (c.kind == CharClass::digit) marks |= 16;
    if (c.is_alphabetic()) marks |= 32;
    if (c.is_alphabetic() && before == U'.') marks |= 64;
    before = c.key;
  }
  return marks;
}

// The kind of abbreviation that a word is by its bits, where its first letter and what follows
// allow it.
std::uint64_t abbreviation_kind(std::uint64_t word, CharClass first, const Chunk& after) {
  const std::uint64_t kind = word >> abbreviation_shift & abbreviation_mask;
  if ((word & capital_bit) != 0 && first != CharClass::upper) return 0;
  const bool digit = !after.empty() && after.chars.front().kind == CharClass::digit;
  return kind == before_number && !digit ? 0 : kind;
}

std::uint64_t bucket(std::size_t n) {
  return n < 4 ? n : static_cast<std::uint64_t>(std::bit_width(n)) + 4;
}

}  // namespace

void ChunkFeatures::look_at(const Chunk& before, const Chunk& chunk, const Chunk& after) {
  before_ = &before;
  chunk_ = &chunk;
  after_ = &after;
  candidates_.clear();
  const std::vector<Char>& chars = chunk.chars;
  for (std::size_t begin = 0; begin < chars.size();) {
    const std::size_t end = run_end(begin);
    if (chars[begin].is_alphabetic()) add_splits(begin, end);
    if (end < chars.size()) candidates_.push_back(static_cast<std::uint32_t>(end));
    begin = end;
  }
  if (candidates_.empty()) return;
  marks_ = marks_of(chunk);
  address_ = find_address(chunk);
}

// Candidates inside a run of letters: those that were seen in such a run, and a contraction's.
void ChunkFeatures::add_splits(std::size_t begin, std::size_t end) {
  if (end - begin > longest_split_run) return;
  std::uint64_t places = model_.splits.find(hash(begin, end));
  for (std::size_t i = 1; i < end - begin; ++i) {
    if ((places >> i & 1) != 0) candidates_.push_back(static_cast<std::uint32_t>(begin + i));
  }
  const bool contraction = places == 0 && end + 1 < chunk_->size() &&
                           chunk_->chars[end].kind == CharClass::punct &&
                           chunk_->chars[end + 1].is_alphabetic();
  if (!contraction) return;
  const std::size_t suffix_end = run_end(end + 1);
  for (std::size_t letters = std::min<std::size_t>(3, end - begin - 1); letters > 0; --letters) {
    if (model_.suffixes.find(hash(end - letters, suffix_end)) == letters) {
      candidates_.push_back(static_cast<std::uint32_t>(end - letters));
      return;
    }
  }
}

std::uint64_t ChunkFeatures::key(std::size_t i) const {
  return i < chunk_->size() ? chunk_->chars[i].key : 0;  // a place before the first wraps round
}

std::uint64_t ChunkFeatures::kind(std::size_t i) const {
  if (i >= chunk_->size()) return 0;
  const Char& c = chunk_->chars[i];
  return c.is_alphanumeric() ? number(c.kind) + 1 : c.key + 16;
}

std::uint64_t ChunkFeatures::hash(std::size_t begin, std::size_t end) const {
  std::uint64_t sum = 0;
  for (std::size_t i = begin; i < end; ++i) sum = mix(sum, chunk_->chars[i].key);
  return sum;
}

// Letters run together, and digits; every other character stands for itself.
std::size_t ChunkFeatures::run_end(std::size_t begin) const {
  const std::vector<Char>& chars = chunk_->chars;
  std::size_t end = begin + 1;
  if (chars[begin].is_alphabetic()) {
    while (end < chars.size() && chars[end].is_alphabetic()) ++end;
  } else if (chars[begin].kind == CharClass::digit) {
    while (end < chars.size() && chars[end].kind == CharClass::digit) ++end;
  }
  return end;
}

std::size_t ChunkFeatures::run_begin(std::size_t end) const {
  const std::vector<Char>& chars = chunk_->chars;
  std::size_t begin = end - 1;
  const bool letters = chars[begin].is_alphabetic();
  if (!chars[begin].is_alphanumeric()) return begin;
  while (begin > 0 && end - begin < longest_run && chars[begin - 1].is_alphanumeric() &&
         chars[begin - 1].is_alphabetic() == letters) {
    --begin;
  }
  return begin;
}

std::uint64_t ChunkFeatures::tail_hash(std::size_t i) const {
  return hash(i, i + 1 < chunk_->size() ? run_end(i + 1) : i + 1);
}

bool ChunkFeatures::before_apostrophe(std::size_t i) const {
  return key(i) == U'\'' && chunk_->chars[i - 1].is_alphabetic();
}

// The kind of abbreviation that begin .. i make, the character at i being the full stop.
// Before an apostrophe every word is alike too: what a treebank says of one word's is chance.
std::uint64_t ChunkFeatures::mask_at(std::size_t i, std::size_t begin) const {
  if (before_apostrophe(i)) return apostrophe_mask;
  if (key(i) != U'.' || i + 1 < chunk_->size() || i - begin > longest_run) return 0;
  const std::uint64_t word = model_.words.find(hash(begin, i + 1));
  return abbreviation_kind(word, chunk_->chars[begin].kind, *after_);
}

void ChunkFeatures::describe(std::size_t i, std::size_t begin, Boundary last,
                             FeatureList& features) const {
  features.clear();
  features.add(0);
  add_characters(i, features);
  add_runs(i, begin, last, features);
  add_neighbours(i, begin, features);
  if (address_.end == 0) return;
  const bool inside = i > address_.begin && i < address_.end;
  features.add(50, inside, i == address_.begin, i == address_.end);
  features.add(51, inside, key(i - 1), key(i));
}

void ChunkFeatures::add_characters(std::size_t i, FeatureList& features) const {
  const bool masked = before_apostrophe(i);
  const std::uint64_t a3 = masked ? 0 : key(i - 3), a2 = masked ? 0 : key(i - 2), a1 = key(i - 1);
  const std::uint64_t b0 = key(i), b1 = key(i + 1), b2 = key(i + 2);
  features.add(1, a1);
  features.add(2, b0);
  features.add(3, a1, b0);
  features.add(4, a2, a1, b0);
  features.add(5, a1, b0, b1);
  features.add(6, a2, a1, b0, b1);
  features.add(7, a3, a2, a1, b0);
  features.add(8, a1, b0, b1, b2);
  const std::uint64_t p3 = kind(i - 3), p2 = kind(i - 2), p1 = kind(i - 1);
  const std::uint64_t q0 = kind(i), q1 = kind(i + 1), q2 = kind(i + 2);
  features.add(9, p1, q0);
  features.add(10, p2, p1, q0);
  features.add(11, p1, q0, q1);
  features.add(12, p2, p1, q0, q1);
  features.add(13, p3, p2, p1, q0, q1, q2);
  features.add(14, p2, p1, q0, q1, marks_);
}

void ChunkFeatures::add_runs(std::size_t i, std::size_t begin, Boundary last,
                             FeatureList& features) const {
  const std::size_t size = chunk_->size();
  const std::size_t left_begin = run_begin(i);
  const std::size_t right_end = std::min(run_end(i), i + longest_run);
  // A listed abbreviation is seen by its kind alone, so that those the texts lack are known too.
  const std::uint64_t mask = mask_at(i, begin);
  const std::uint64_t left = mask != 0 ? mask : hash(left_begin, i);
  const std::uint64_t right = hash(i, right_end);
  const std::uint64_t token = mask != 0 ? mask : hash(recent(i, begin), i);
  const bool ends = right_end == size;
  features.add(20, left, kind(i));
  features.add(21, right, kind(i - 1), ends);
  features.add(22, left, right);
  features.add(23, token, key(i));
  features.add(24, token, right, ends);
  features.add(25, number(last), i - begin < 4 ? i - begin : 4, key(i - 1), key(i));
  features.add(26, key(i), i + 1 == size, left_begin == 0);
  // A sign between two runs: the run behind it says what it joins.
  const std::size_t far_end =
      right_end < size ? std::min(run_end(right_end), right_end + longest_run) : size;
  const std::uint64_t far = hash(right_end, far_end);
  features.add(27, left, key(i), far);
  features.add(28, key(i), far, kind(i - 1));
  if (left_begin > 0 && mask == 0) {
    const std::size_t further = run_begin(left_begin);
    features.add(29, hash(further, i), kind(i));
    features.add(30, hash(further, left_begin), key(i - 1), right);
    features.add(31, kind(left_begin - 1), kind(i - 1), kind(i), number(last));
  }
  if (size <= longest_run && mask == 0) features.add(32, chunk_->hash, i);
  features.add(33, chunk_->shape, kind(i - 1), kind(i));
  features.add(34, bucket(size - i), key(i - 1), key(i), marks_);
  features.add(35, bucket(i), key(i - 1), key(i), marks_);
}

void ChunkFeatures::add_neighbours(std::size_t i, std::size_t begin, FeatureList& features) const {
  const std::uint64_t after_kind = after_->empty() ? 9 : number(after_->chars.front().kind);
  const std::uint64_t after_word = after_->empty() ? 0 : model_.words.find(after_->hash);
  const bool ends = i + 1 == chunk_->size();
  const std::uint64_t mask = mask_at(i, begin);
  const std::uint64_t form = hash(recent(i, begin), i);
  const std::uint64_t token = mask != 0 ? mask : form;
  features.add(40, key(i - 1), key(i), ends, after_kind);
  features.add(41, token, key(i), ends, after_kind);
  features.add(42, mask, key(i), ends, after_kind, after_word & case_mask);
  features.add(43, bucket(i - begin), key(i), ends, after_kind, kind(i - 1));
  features.add(44, after_->hash, key(i - 1), key(i), ends);
  features.add(45, before_->hash, key(i - 1), key(i));
  features.add(46, before_->shape, chunk_->shape, after_->shape, kind(i), kind(i - 1));
  features.add(47, model_.words.find(form) & case_mask, kind(i - 1), key(i), ends);
}

namespace {

/// Capitals and full stops by turns.
bool are_initials(const Chunk& chunk, std::size_t begin, std::size_t end) {
  if ((end - begin) % 2 != 0) return false;
  for (std::size_t i = begin; i < end; i += 2) {
    if (chunk.chars[i].kind != CharClass::upper || chunk.chars[i + 1].key != U'.') return false;
  }
  return true;
}

}  // namespace

TokenLook look_of(const SegmenterModel& model, const Chunk& chunk, std::size_t begin,
                  std::size_t end, const Chunk& after) {
  TokenLook look;
  std::uint64_t last_shape = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const Char& c = chunk.chars[i];
    look.hash = mix(look.hash, c.key);
    const std::uint64_t shape = c.is_alphanumeric() ? number(c.kind) + 1 : c.key + 16;
    if (shape != last_shape) look.shape = mix(look.shape, shape);
    last_shape = shape;
  }
  look.initials = are_initials(chunk, begin, end);
  look.word = model.words.find(look.hash);
  look.abbreviation =
      end < chunk.size() ? 0 : abbreviation_kind(look.word, chunk.chars[begin].kind, after);
  if (look.abbreviation != 0) look.hash = look.abbreviation;
  look.first = chunk.chars[begin].key;
  look.last = chunk.chars[end - 1].key;
  look.first_kind = chunk.chars[begin].kind;
  look.last_kind = chunk.chars[end - 1].kind;
  look.spaces = begin > 0 ? 0 : static_cast<std::uint8_t>(std::min(chunk.spaces, 2U));
  look.size = static_cast<std::uint8_t>(std::min<std::size_t>(end - begin, 255));
  return look;
}

void SentenceState::pass(const TokenLook& token) {
  ++tokens;
  if (token.size > 1) return;
  if (token.first == U'"') open_quote = !open_quote;
  if (is_opening(token.first)) ++open_brackets;
  if (is_closing(token.first) && open_brackets > 0) --open_brackets;
}

bool closes_sentence(std::span<const TokenLook> tokens, std::size_t i) {
  const auto closer = [](const TokenLook& token) {
    return token.size == 1 && (token.last == U'"' || token.last == U'\'' || is_closing(token.last));
  };
  for (int closers = 0; closers < 3 && i > 0 && closer(tokens[i]); ++closers) --i;
  constexpr std::u32string_view marks = U".!?…。！？؟।";
  return marks.find(tokens[i].last) != std::u32string_view::npos;
}

bool may_end(const TokenLook& token, const TokenLook& next) {
  const bool word = token.last_kind <= CharClass::digit;
  if (next.spaces == 0) return !word;
  return !word || next.first_kind != CharClass::lower;
}

namespace {

/// 1 for an initial, 2 for several ("C.V.") that are no listed abbreviation, else 0.
std::uint64_t initials_of(const TokenLook& token) {
  if (token.first_kind != CharClass::upper || token.last != U'.') return 0;
  if (token.size == 2) return 1;
  return token.initials && token.abbreviation == 0 ? 2 : 0;
}

}  // namespace

void describe_end(std::span<const TokenLook> tokens, std::size_t i, const SentenceState& state,
                  FeatureList& features) {
  static constexpr TokenLook nothing{};
  const auto at = [&](std::size_t k) -> const TokenLook& {
    return k < tokens.size() ? tokens[k] : nothing;  // before the first wraps round
  };
  const TokenLook &before = at(i - 1), &token = at(i), &next = at(i + 1), &after = at(i + 2);
  const std::uint64_t next_kind = number(next.first_kind);
  const std::uint64_t next_case = next.word & case_mask;
  const std::uint64_t gap = next.spaces * 3U + token.spaces;
  const std::uint64_t abbreviation = token.abbreviation;
  const std::uint64_t initials = initials_of(token);
  const bool quote = state.open_quote;
  const bool bracket = state.open_brackets > 0;

  features.clear();
  features.add(0);
  features.add(1, token.hash);
  features.add(2, next.hash);
  features.add(3, token.hash, next.hash);
  features.add(4, token.hash, next.shape);
  features.add(5, token.shape, next.hash);
  features.add(6, token.shape, next.shape);
  features.add(7, token.last, next.first, gap);
  features.add(8, token.last, next_kind, next_case, gap);
  features.add(9, before.hash, token.hash);
  features.add(10, before.hash, token.hash, next_kind);
  features.add(11, next.hash, after.hash);
  features.add(12, token.last, next.hash, after.shape);
  features.add(13, before.shape, token.shape, next.shape, after.shape);
  features.add(14, before.last, token.last, next_kind, next_case, gap, quote);
  features.add(15, abbreviation, token.last, next_kind, next_case);
  features.add(16, bucket(state.tokens), token.last, next_kind);
  features.add(17, quote, bracket, token.last, next.first, gap);
  features.add(18, bracket, token.last, next_kind, gap);
  features.add(19, token.hash, next_kind, next_case);
  features.add(20, token.hash, next.word & case_mask);
  features.add(21, bucket(token.size), token.last, next_kind, next_case);
  features.add(22, before.hash, token.last, next.hash);
  features.add(23, next.shape, after.shape, token.last, gap);
  features.add(24, next.first, after.first, after.spaces, token.last, gap);
  features.add(25, at(i - 2).hash, before.hash, token.hash);
  features.add(26, after.hash, token.last, next.shape);
  features.add(27, token.word & case_mask, token.last_kind <= CharClass::digit, next_kind,
               next_case);
  features.add(28, next.hash, gap, token.last);
  features.add(29, state.tokens < 8 ? state.tokens : 8, token.hash, next_kind);
  features.add(30, at(i + 3).shape, after.shape, next.shape, token.last);
  features.add(31, before.shape, token.last, gap, next_kind);
  features.add(32, next.spaces, token.last, quote);
  features.add(33, abbreviation, token.last);
  features.add(34, initials, token.last, before.shape, next_kind, next_case);
}

}  // namespace entente

// The parser in use: sentences in batches through the network, then tags, trees and lemmas.
#include "language/parser.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "language/dateline.h"
#include "language/inference.h"
#include "language/kernels.h"
#include "language/model.h"
#include "language/tree.h"

namespace entente {
namespace {

constexpr std::size_t batch_words = 512;
/// Longer sentences are parsed in pieces, so that time and memory stay bounded.
constexpr std::size_t piece_words = 250;
constexpr std::string_view piece_label = "parataxis";
/// How far from the likeliest lemma script one is sought whose lemma is known.
constexpr float script_margin = 4.0F;
constexpr std::size_t script_attempts = 6;

/// A stretch of a sentence that the network sees as one.
struct Piece {
  Sentence* sentence;
  std::size_t begin, end;
  std::size_t main;  ///< where the piece begins whose root is the sentence's
  [[nodiscard]] std::size_t size() const { return end - begin; }
};

bool is_break(const Word& word) {
  return !word.form.empty() && is_punct(decode(word.form, 0).code);
}

/// Cuts a sentence into pieces: the dateline off, and long ones behind punctuation where some
/// stands in the later half of a piece. The main one comes first, as others hang on its root.
void add_pieces(Sentence& sentence, std::vector<Piece>& pieces) {
  const std::size_t words = sentence.words.size(), main = dateline_words(sentence);
  for (std::size_t begin = main; begin < words;) {
    std::size_t end = std::min(begin + piece_words, words);
    if (end < words) {
      std::size_t at = end;
      while (at > begin + piece_words / 2 && !is_break(sentence.words[at - 1])) --at;
      if (at > begin + piece_words / 2) end = at;
    }
    pieces.push_back({&sentence, begin, end, main});
    begin = end;
  }
  if (main > 0) pieces.push_back({&sentence, 0, main, main});
}

/// The root of a sentence's main piece, on which the roots of others hang.
std::int32_t root_of(const Sentence& sentence, std::size_t main) {
  const auto begin = sentence.words.begin();
  const auto root = std::find_if(begin + static_cast<std::ptrdiff_t>(main), sentence.words.end(),
                                 [](const Word& word) { return word.head < 0; });
  return static_cast<std::int32_t>(root - begin);
}

/// Subjects of which a word has one. An "outer" one may stand beside another.
bool is_subject(std::string_view label) {
  const bool any = label.starts_with("nsubj") || label.starts_with("csubj");
  return any && !label.ends_with(":outer");
}

}  // namespace

struct Parser::Scratch {
  std::vector<Piece> pieces;
  std::vector<std::string_view> words;
  Offsets offsets;
  Inference::Buffers buffers;
  std::vector<float> scores;
  std::vector<std::int32_t> heads;  ///< in the batch
  std::vector<std::size_t> labels;
  std::vector<std::size_t> subject_of;  ///< per word the row of its subject so far
  TreeDecoder decoder;
  std::vector<Word*> open_words;  ///< whose lemma is not known by heart
  std::vector<std::uint32_t> open_rows;
  std::string lemma;  ///< being made
};

struct Parser::Impl {
  explicit Impl(const Archive& archive)
      : model(load_model(archive)),
        network(model.sizes),
        forms(model.forms),
        lexicon(model.lexicon.keys),
        lemmas(model.lemmas),
        inference(network, model.weights, forms) {
    for (const std::string& script : model.scripts) scripts.emplace_back(script);
    const auto root = std::find(model.labels.begin(), model.labels.end(), "root");
    root_label = static_cast<std::size_t>(root - model.labels.begin());
    for (const std::string& label : model.labels) subject.push_back(is_subject(label));
  }

  void parse(std::span<const Piece> pieces, StringArena& strings, Scratch& scratch) const;
  void attach(std::span<const Piece> pieces, Scratch& scratch) const;
  void tag_word(Word& word, const Activations& act, std::size_t row) const;
  void tag(std::span<const Piece> pieces, Scratch& scratch) const;
  void lemmatise(std::span<const Piece> pieces, StringArena& strings, Scratch& scratch) const;
  [[nodiscard]] std::uint32_t find_by_heart(const Word& word) const;
  [[nodiscard]] std::size_t likely_script(const Word& word, float* logits, Scratch& scratch) const;
  void set_lemma(Word& word, std::size_t script, StringArena& strings, std::string& buffer) const;
  void choose_labels(Scratch& scratch) const;
  void part_subjects(Scratch& scratch) const;
  void set_heads(std::span<const Piece> pieces, const Scratch& scratch) const;

  ParserModel model;
  Network network;
  HashIndex forms;
  HashIndex lexicon;
  HashIndex lemmas;
  Inference inference;
  std::vector<EditScript> scripts;
  std::size_t root_label = 0;
  std::vector<bool> subject;  ///< per label
};

void Parser::Impl::parse(std::span<const Piece> pieces, StringArena& strings,
                         Scratch& scratch) const {
  scratch.words.clear();
  scratch.offsets.assign(1, 0);
  for (const Piece& piece : pieces) {
    for (std::size_t i = piece.begin; i < piece.end; ++i) {
      scratch.words.push_back(piece.sentence->words[i].form);
    }
    scratch.offsets.push_back(static_cast<std::uint32_t>(scratch.words.size()));
  }
  inference.encode(scratch.words, scratch.offsets, scratch.buffers);
  attach(pieces, scratch);
  inference.score_labels(scratch.heads, scratch.buffers);
  tag(pieces, scratch);
  lemmatise(pieces, strings, scratch);
  choose_labels(scratch);
  part_subjects(scratch);
  set_heads(pieces, scratch);
}

/// The best tree over each piece.
void Parser::Impl::attach(std::span<const Piece> pieces, Scratch& scratch) const {
  scratch.heads.resize(scratch.words.size());
  std::size_t begin = 0;
  for (const Piece& piece : pieces) {
    const std::size_t words = piece.size();
    scratch.scores.resize(std::max(scratch.scores.size(), words * (words + 1)));
    const std::span<float> scores(scratch.scores.data(), words * (words + 1));
    const std::span<std::int32_t> heads(&scratch.heads[begin], words);
    inference.score_arcs(scratch.buffers, begin, begin + words, scores.data());
    scratch.decoder.decode(scores, heads);
    for (std::int32_t& head : heads) {
      if (head >= 0) head += static_cast<std::int32_t>(begin);
    }
    begin += words;
  }
}

void Parser::Impl::tag_word(Word& word, const Activations& act, std::size_t row) const {
  const auto best = [&](std::size_t kind) {
    return argmax(act.tag_logits.row(row) + network.tag_begin(kind), model.sizes.tags[kind]);
  };
  word.upos = static_cast<Upos>(best(tag_upos));
  word.xpos = model.xpos[best(tag_xpos)];
  word.feats = model.feats[best(tag_feats)];
}

void Parser::Impl::tag(std::span<const Piece> pieces, Scratch& scratch) const {
  std::size_t row = 0;
  for (const Piece& piece : pieces) {
    for (std::size_t i = piece.begin; i < piece.end; ++i, ++row) {
      tag_word(piece.sentence->words[i], scratch.buffers.activations, row);
    }
  }
}

/// By the script learnt by heart for a form and its part of speech, else by the network's.
void Parser::Impl::lemmatise(std::span<const Piece> pieces, StringArena& strings,
                             Scratch& scratch) const {
  scratch.open_words.clear();
  scratch.open_rows.clear();
  std::uint32_t row = 0;
  for (const Piece& piece : pieces) {
    for (std::size_t i = piece.begin; i < piece.end; ++i, ++row) {
      Word& word = piece.sentence->words[i];
      if (const std::uint32_t known = find_by_heart(word); known > 0) {
        set_lemma(word, model.lexicon.scripts[known - 1], strings, scratch.lemma);
      } else {
        scratch.open_words.push_back(&word);
        scratch.open_rows.push_back(row);
      }
    }
  }
  inference.score_scripts(scratch.open_rows, scratch.buffers);
  for (std::size_t i = 0; i < scratch.open_words.size(); ++i) {
    Word& word = *scratch.open_words[i];
    const std::size_t script = likely_script(word, scratch.buffers.script_logits.row(i), scratch);
    set_lemma(word, script, strings, scratch.lemma);
  }
}

/// One more than the index in the lexicon of the form as it stands, or of a verb's without the
/// capitals that a headline or a sentence's begin gave it; 0 for neither.
std::uint32_t Parser::Impl::find_by_heart(const Word& word) const {
  const auto upos = static_cast<std::size_t>(word.upos);
  const std::uint32_t known = lexicon.find(Lexicon::key(word.form, upos));
  if (known > 0 || word.upos != Upos::verb) return known;
  return lexicon.find(Lexicon::key(lower(word.form), upos));
}

/// Of scripts nearly as likely as the likeliest, the first whose lemma was seen in training; the
/// likeliest where there is none such. They must agree on capitals with the likeliest: a name made
/// of a common word is no such word.
std::size_t Parser::Impl::likely_script(const Word& word, float* logits, Scratch& scratch) const {
  const std::size_t count = model.sizes.tags[tag_script];
  const bool frequent = forms.find(hash_of(lower(word.form))) > 0;
  std::size_t first = count;
  bool capital = false;
  float least = 0.0F;
  for (std::size_t attempt = 0; attempt < script_attempts; ++attempt) {
    const std::size_t script = argmax(logits, count);
    if (first != count && logits[script] < least) break;
    const float logit = std::exchange(logits[script], -1e30F);
    scripts[script].apply(word.form, scratch.lemma);
    // What owes little to the form belongs to the forms it was learnt with; no lemma at all, to the
    // second halves of words that were written apart.
    const bool far =
        scripts[script].makes_beginning() || 2 * scratch.lemma.size() < word.form.size();
    const bool last = attempt + 1 == script_attempts && first == count;
    if ((scratch.lemma.empty() || (far && !frequent)) && !last) continue;
    const bool begins_upper = !scratch.lemma.empty() && is_upper(decode(scratch.lemma, 0).code);
    if (first == count) {
      first = script;
      capital = begins_upper;
      least = logit - script_margin;
    }
    if (begins_upper != capital) continue;
    if (lemmas.find(hash_of(scratch.lemma)) > 0) return script;
  }
  return first;
}

void Parser::Impl::set_lemma(Word& word, std::size_t script, StringArena& strings,
                             std::string& buffer) const {
  scripts[script].apply(word.form, buffer);
  word.lemma = buffer == word.form ? word.form : strings.keep(buffer);
}

void Parser::Impl::choose_labels(Scratch& scratch) const {
  Matrix& logits = scratch.buffers.activations.label_logits;
  scratch.labels.resize(scratch.heads.size());
  for (std::size_t row = 0; row < scratch.heads.size(); ++row) {
    if (root_label < model.labels.size()) logits.row(row)[root_label] = -1e30F;
    scratch.labels[row] = argmax(logits.row(row), model.labels.size());
  }
}

/// A word has one subject at most: of two, the one with less certainty gets its next best label.
void Parser::Impl::part_subjects(Scratch& scratch) const {
  const std::size_t rows = scratch.heads.size();
  Matrix& logits = scratch.buffers.activations.label_logits;
  scratch.subject_of.assign(rows, rows);
  for (std::size_t row = 0; row < rows; ++row) {
    if (scratch.heads[row] < 0 || !subject[scratch.labels[row]]) continue;
    std::size_t& kept = scratch.subject_of[static_cast<std::size_t>(scratch.heads[row])];
    if (kept == rows) {
      kept = row;
      continue;
    }
    std::size_t loser = row;
    if (logits.row(row)[scratch.labels[row]] > logits.row(kept)[scratch.labels[kept]]) {
      std::swap(kept, loser);
    }
    for (std::size_t label = 0; label < subject.size(); ++label) {
      if (subject[label]) logits.row(loser)[label] = -1e30F;
    }
    scratch.labels[loser] = argmax(logits.row(loser), model.labels.size());
  }
}

void Parser::Impl::set_heads(std::span<const Piece> pieces, const Scratch& scratch) const {
  std::size_t row = 0;
  for (const Piece& piece : pieces) {
    const auto shift = static_cast<std::int32_t>(piece.begin) - static_cast<std::int32_t>(row);
    for (std::size_t i = piece.begin; i < piece.end; ++i, ++row) {
      Word& word = piece.sentence->words[i];
      const std::int32_t head = scratch.heads[row];
      if (head >= 0) {
        word.head = head + shift;
        set_deprel(word, model.labels[scratch.labels[row]]);
      } else if (piece.begin != piece.main) {
        word.head = root_of(*piece.sentence, piece.main);
        set_deprel(word, piece_label);
      } else {
        word.head = -1;
        set_deprel(word, "root");
      }
    }
  }
}

Parser::Parser(const Archive& model) : impl_(std::make_unique<Impl>(model)) {
  use_one_blas_thread();
}
Parser::~Parser() = default;
Parser::Parser(Parser&&) noexcept = default;

void Parser::ScratchDeleter::operator()(Scratch* scratch) const { delete scratch; }
Parser::ScratchPtr Parser::make_scratch() const { return ScratchPtr(new Scratch); }

void Parser::parse(std::span<Sentence> sentences, StringArena& strings, Scratch& scratch) const {
  std::vector<Piece>& pieces = scratch.pieces;
  pieces.clear();
  for (Sentence& sentence : sentences) add_pieces(sentence, pieces);
  for (std::size_t begin = 0; begin < pieces.size();) {
    std::size_t end = begin, words = 0;
    while (end < pieces.size() && (end == begin || words + pieces[end].size() <= batch_words)) {
      words += pieces[end++].size();
    }
    impl_->parse({&pieces[begin], end - begin}, strings, scratch);
    begin = end;
  }
}

}  // namespace entente

// Tags, lemmas and dependency trees for the words of sentences.
#pragma once

#include <memory>
#include <span>

#include "base/archive.h"
#include "base/arena.h"
#include "entente/sentence.h"

namespace entente {

/// Immutable once loaded; shared by threads, each with a Scratch of its own.
class Parser {
 public:
  struct Scratch;  ///< buffers of one thread, reused from batch to batch
  struct ScratchDeleter {
    void operator()(Scratch*) const;
  };
  using ScratchPtr = std::unique_ptr<Scratch, ScratchDeleter>;

  /// Reads the "parser" sections of a model (it must outlive the parser). Throws Error.
  explicit Parser(const Archive& model);
  ~Parser();
  Parser(Parser&&) noexcept;

  [[nodiscard]] ScratchPtr make_scratch() const;
  /// Fills upos, xpos, feats, lemma, head, rel of every word; only `form` is read. Lemmas that are
  /// not in the model are kept in `strings`. The result for a sentence does not depend on the
  /// others.
  void parse(std::span<Sentence> sentences, StringArena& strings, Scratch& scratch) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente

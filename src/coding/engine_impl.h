// What the engine is made of, for the rooms above and for the other files of coding: each part can
// be used on its own (parse, annotate, explain, check).
#pragma once

#include <string>
#include <vector>

#include "base/archive.h"
#include "coding/coder.h"
#include "coding/dictionary.h"
#include "coding/lexicon.h"
#include "entente/engine.h"
#include "language/parser.h"
#include "record/analysis.h"
#include "text/segmenter.h"
#include "world/world.h"

namespace entente {

/// One thread's buffers.
struct Engine::Scratch {
  Parser::ScratchPtr parser;
};

struct Engine::Impl {
  explicit Impl(const EngineOptions& given);
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  /// Sentences, words and trees of a document; the text is copied.
  [[nodiscard]] Analysis analyse(const Document& document, Scratch& scratch) const;

  EngineOptions options;  ///< with defaults filled in
  Archive model;
  Segmenter segmenter;
  Parser parser;
  World world;
  Dictionary dictionary;
  Lexicon lexicon;
  Coder coder;
};

}  // namespace entente

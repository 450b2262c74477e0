// A document with what was understood of it so far: its sentences and the strings they view.
#pragma once

#include <vector>

#include "base/arena.h"
#include "entente/document.h"
#include "entente/sentence.h"

namespace entente {

/// Owns what the sentences' views point into, apart from the model and dictionaries. It may be
/// moved, not copied; `document` must not be changed once sentences were made.
struct Analysis {
  std::unique_ptr<Document> document;
  std::vector<Sentence> sentences;
  StringArena strings;
};

}  // namespace entente

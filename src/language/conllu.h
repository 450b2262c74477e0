// CoNLL-U in and out (universaldependencies.org/format.html).
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "entente/sentence.h"
#include "record/analysis.h"

namespace entente {

/// One sentence of a CoNLL-U file. Spans are those of the words in `text`, which is the sentence's
/// "# text" or, without one, its tokens joined by their SpaceAfter.
struct ConlluSentence {
  std::vector<std::string> comments;  ///< without "# "
  std::string text;
  Sentence sentence;
  bool new_document = false, new_paragraph = false;
};

/// A whole CoNLL-U input as one Analysis whose document text is the sentences' texts joined by a
/// space, by "\n\n" before a new paragraph or document. Empty nodes are passed over. Throws
/// Error malformed with file and line: wrong columns, ids out of order, a head outside.
struct Conllu {
  Analysis analysis;
  std::vector<ConlluSentence> sentences;  ///< comments and marks; `sentence` empty, see analysis
};
[[nodiscard]] Conllu read_conllu(ByteSource& source);

/// Appends a sentence with its comments "# sent_id", "# text" in CoNLL-U. MISC carries SpaceAfter=No and,
/// when `offsets`, Begin=.. and End=.. bytes in the document.
void append_conllu(std::string& out, const Sentence& sentence, std::string_view text,
                   std::string_view sent_id, bool offsets);

}  // namespace entente

// CoNLL-U in and out (universaldependencies.org/format.html).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "entente/sentence.h"
#include "record/analysis.h"

namespace entente {

/// How sure an annotator was of a word, 0 to 1: MISC "Conf" is of its head and relation, "TagConf"
/// of its tags.
struct Confidence {
  float tree = 1.0F, tags = 1.0F;
  friend bool operator==(const Confidence&, const Confidence&) = default;
};

/// What a CoNLL-U sentence carries beside its words.
struct ConlluSentence {
  std::vector<std::string> comments;  ///< without "# "
  std::string text;                   ///< its "# text", else its tokens joined by their SpaceAfter
  bool new_document = false, new_paragraph = false;
  std::vector<Confidence> confidence;  ///< per word; empty where MISC says nothing of it
};

/// A whole CoNLL-U input as one Analysis whose document text is the sentences' texts joined by a
/// space, by "\n\n" before a new paragraph or document. sentences[i] belongs to
/// analysis.sentences[i]. "_" stands for an empty lemma, xpos, feats, deprel; a head "_" becomes
/// -1.
struct Conllu {
  Analysis analysis;
  std::vector<ConlluSentence> sentences;
};

/// Reads until the end. Empty nodes are passed over. Throws Error malformed with file and line:
/// wrong columns, ids out of order, a head outside, words that are not in "# text", a confidence
/// that is none.
[[nodiscard]] Conllu read_conllu(ByteSource& source);

/// Appends a sentence in CoNLL-U with its comments "# sent_id" and "# text". `text` is the
/// document's text, which the spans index. MISC carries SpaceAfter=No and, when `offsets`,
/// Begin=.. and End=.. bytes in the document.
void append_conllu(std::string& out, const Sentence& sentence, std::string_view text,
                   std::string_view sent_id, bool offsets);

}  // namespace entente

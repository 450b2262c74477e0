// A sentence as flat words: where each stands in the text, what it is and what it hangs on.
// text fills the spans, language the rest; world and coding read them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "entente/span.h"

namespace entente {

/// Universal part-of-speech tags (universaldependencies.org/u/pos).
enum class Upos : std::uint8_t {
  x,
  adj,
  adp,
  adv,
  aux,
  cconj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  sym,
  verb
};

/// Universal dependency relations (v2), without subtypes.
enum class Rel : std::uint8_t {
  dep,
  root,
  nsubj,
  obj,
  iobj,
  csubj,
  ccomp,
  xcomp,
  obl,
  vocative,
  expl,
  dislocated,
  advcl,
  advmod,
  discourse,
  aux,
  cop,
  mark,
  nmod,
  appos,
  nummod,
  acl,
  amod,
  det,
  clf,
  case_,
  conj,
  cc,
  fixed,
  flat,
  list,
  parataxis,
  compound,
  orphan,
  goeswith,
  reparandum,
  punct
};

/// The subtypes that coding asks for; every other subtype is `other` and kept only as text.
enum class SubRel : std::uint8_t {
  none,
  pass,
  relcl,
  poss,
  prt,
  agent,
  tmod,
  npmod,
  outer,
  predet,
  preconj,
  other
};

/// A syntactic word. The views point into the document's text, the model or the Sentence owner's
/// arena, which outlive the sentence.
struct Word {
  Span span;                ///< in the document; words split from one token may share it
  std::string_view form;    ///< as it stands (of a split word: its own form, "n't")
  std::string_view lemma;   ///< lower case but for names
  std::string_view xpos;    ///< Penn tag
  std::string_view feats;   ///< "Number=Sing|Person=3", "" for none
  std::string_view deprel;  ///< with subtype, "nsubj:pass"
  std::int32_t head = -1;   ///< index in the sentence, -1 for the root
  Upos upos = Upos::x;
  Rel rel = Rel::dep;
  SubRel subrel = SubRel::none;
  bool space_after = true;
  std::uint8_t token_words = 1;  ///< words in the surface token that starts here; 0 inside one
};

struct Sentence {
  Span span;                 ///< from its first to its last word
  std::uint32_t number = 0;  ///< in the document, from 0
  std::uint32_t paragraph = 0;
  bool heading = false;  ///< a heading or headline
  std::vector<Word> words;
};

[[nodiscard]] const char* name_of(Upos upos);
[[nodiscard]] const char* name_of(Rel rel);
/// The tag of that CoNLL-U name; x or dep for an unknown one.
[[nodiscard]] Upos upos_of(std::string_view name);
/// Splits "nsubj:pass" into relation and subtype.
void set_deprel(Word& word, std::string_view deprel);
/// True when feats holds "Name=Value" exactly, e.g. has_feature(word, "Tense=Past").
[[nodiscard]] bool has_feature(const Word& word, std::string_view feature);

}  // namespace entente

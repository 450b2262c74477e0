// Names of tags and dependency relations as CoNLL-U writes them, and the questions about a word's
// features.
#include "entente/sentence.h"

#include <array>
#include <utility>

namespace entente {
namespace {

constexpr std::array<const char*, 17> upos_names = {
    "X",   "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN",
    "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"};

constexpr std::array<const char*, 37> rel_names = {
    "dep",      "root",     "nsubj",    "obj",        "iobj",   "csubj",  "ccomp",     "xcomp",
    "obl",      "vocative", "expl",     "dislocated", "advcl",  "advmod", "discourse", "aux",
    "cop",      "mark",     "nmod",     "appos",      "nummod", "acl",    "amod",      "det",
    "clf",      "case",     "conj",     "cc",         "fixed",  "flat",   "list",      "parataxis",
    "compound", "orphan",   "goeswith", "reparandum", "punct"};

constexpr std::array<std::pair<std::string_view, SubRel>, 10> subrel_names = {{
    {"pass", SubRel::pass},
    {"relcl", SubRel::relcl},
    {"poss", SubRel::poss},
    {"prt", SubRel::prt},
    {"agent", SubRel::agent},
    {"tmod", SubRel::tmod},
    {"npmod", SubRel::npmod},
    {"outer", SubRel::outer},
    {"predet", SubRel::predet},
    {"preconj", SubRel::preconj},
}};

Rel rel_of(std::string_view name) {
  for (std::size_t i = 0; i < rel_names.size(); ++i) {
    if (name == rel_names[i]) return static_cast<Rel>(i);
  }
  return Rel::dep;
}

SubRel subrel_of(std::string_view name) {
  for (const auto& [known, subrel] : subrel_names) {
    if (name == known) return subrel;
  }
  return SubRel::other;
}

}  // namespace

const char* name_of(Upos upos) { return upos_names.at(static_cast<std::size_t>(upos)); }
const char* name_of(Rel rel) { return rel_names.at(static_cast<std::size_t>(rel)); }

Upos upos_of(std::string_view name) {
  for (std::size_t i = 0; i < upos_names.size(); ++i) {
    if (name == upos_names[i]) return static_cast<Upos>(i);
  }
  return Upos::x;
}

void set_deprel(Word& word, std::string_view deprel) {
  word.deprel = deprel;
  const std::size_t colon = deprel.find(':');
  word.rel = rel_of(deprel.substr(0, colon));
  word.subrel =
      colon == std::string_view::npos ? SubRel::none : subrel_of(deprel.substr(colon + 1));
}

bool has_feature(const Word& word, std::string_view feature) {
  std::string_view rest = word.feats;
  while (!rest.empty()) {
    const std::size_t bar = rest.find('|');
    if (rest.substr(0, bar) == feature) return true;
    if (bar == std::string_view::npos) return false;
    rest.remove_prefix(bar + 1);
  }
  return false;
}

}  // namespace entente

// Sentences for tests from a compact form of CoNLL-U, with invented states in private dictionaries.
#pragma once

#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "coding/clauses.h"
#include "coding/dictionary.h"
#include "entente/sentence.h"

namespace entente {

/// A parsed sentence and the strings it views. One word per line: form, lemma, UPOS, head (from 1,
/// 0 for the root), relation, and, where they matter, features. Words are set one blank apart.
struct TestTree {
  std::string text;
  std::vector<std::string> strings;  ///< five per word
  Sentence sentence;

  [[nodiscard]] std::size_t find(std::string_view form) const {
    for (std::size_t at = 0; at < sentence.words.size(); ++at) {
      if (sentence.words[at].form == form) return at;
    }
    throw std::out_of_range("no word " + std::string(form));
  }
  [[nodiscard]] std::string_view text_of(Span span) const {
    return std::string_view(text).substr(span.begin, span.size());
  }
};

inline std::unique_ptr<TestTree> tree_of(const std::string& lines) {
  auto tree = std::make_unique<TestTree>();
  std::istringstream in(lines);
  std::vector<std::int32_t> heads;
  for (std::string line; std::getline(in, line);) {
    std::istringstream columns(line);
    std::string form, lemma, upos, relation, features;
    std::int32_t head = 0;
    if (!(columns >> form >> lemma >> upos >> head >> relation)) continue;
    columns >> features;
    heads.push_back(head - 1);
    for (auto* part : {&form, &lemma, &upos, &relation, &features}) tree->strings.push_back(*part);
  }
  for (std::size_t at = 0; at < heads.size(); ++at) {
    const std::string* of = &tree->strings[at * 5];
    Word word;
    word.span.begin = static_cast<std::uint32_t>(tree->text.size());
    word.span.end = word.span.begin + static_cast<std::uint32_t>(of[0].size());
    word.form = of[0];
    word.lemma = of[1];
    word.upos = upos_of(of[2]);
    word.head = heads[at];
    set_deprel(word, of[3]);
    word.feats = of[4];
    word.token_words = 1;
    tree->sentence.words.push_back(word);
    tree->text += of[0] + (at + 1 < heads.size() ? " " : "");
  }
  tree->sentence.span = {0, static_cast<std::uint32_t>(tree->text.size())};
  return tree;
}

/// Frames and word sets of the English grammar file, as far as tests need them.
inline constexpr std::string_view test_grammar =
    "@frame n poss:A mod:A by:A from:A between:B against|on|of:R\n"
    "@implied n poss:A mod:A by:A\n"
    "@agent by\n@phrase of\n@transparent series dozen\n@handing-marks of from for\n"
    "@control subject promise\n@control on call\n";

inline Dictionary test_dictionary(std::string_view text) {
  return Dictionary::of_text(std::string(test_grammar) + std::string(text), "test.txt");
}

/// The grammar alone.
inline const Grammar& english_for_tests() {
  static const Dictionary dictionary = Dictionary::of_text(test_grammar, "grammar.txt");
  return dictionary.grammar();
}

}  // namespace entente

// Names by tags and tree: proper nouns next to each other that the tree joins.
#include "language/names.h"

namespace entente {
namespace {

bool is_name(const Word& word) { return word.upos == Upos::propn; }

/// Relations inside a name. Appositions, conjuncts and possessors are names of their own.
bool joins(const Word& word) {
  return word.rel == Rel::flat || word.rel == Rel::compound || word.rel == Rel::amod ||
         word.rel == Rel::nummod || word.rel == Rel::goeswith;
}

bool joins_within(const Word& word, std::size_t first, std::size_t last) {
  return joins(word) && word.head >= 0 && static_cast<std::size_t>(word.head) >= first &&
         static_cast<std::size_t>(word.head) <= last;
}

/// Climbs from a word as long as the tree stays inside the name [first, last].
std::size_t head_of(const std::vector<Word>& words, std::size_t first, std::size_t last) {
  std::size_t word = last;
  for (std::size_t step = first; step < last && joins_within(words[word], first, last); ++step) {
    word = static_cast<std::size_t>(words[word].head);
  }
  return word;
}

/// The name that begins at `first` in a run of proper nouns [first, end).
NamePhrase name_at(const std::vector<Word>& words, std::size_t first, std::size_t end) {
  NamePhrase name{first, first, first};
  for (std::size_t next = first + 1; next < end; ++next) {
    const bool hangs = joins_within(words[next], name.first, name.last);
    const bool is_above = joins_within(words[name.head], next, end - 1);
    if (!hangs && !is_above) break;
    name.last = next;
    if (is_above) name.head = head_of(words, name.first, next);
  }
  return name;
}

}  // namespace

std::vector<NamePhrase> find_names(const Sentence& sentence) {
  const std::vector<Word>& words = sentence.words;
  std::vector<NamePhrase> names;
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin;
    while (end < words.size() && is_name(words[end])) ++end;
    while (begin < end) {
      names.push_back(name_at(words, begin, end));
      begin = names.back().last + 1;
    }
    begin = end + 1;
  }
  return names;
}

}  // namespace entente

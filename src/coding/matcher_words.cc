// Whether a word is the head of an entry: lemma, part of speech, particle, words before it.
#include <algorithm>

#include "base/utf8.h"
#include "coding/matcher_search.h"

namespace entente {

EntryMatcher::EntryMatcher(const Dictionary& dictionary, const Clauses& clauses,
                           std::vector<NearMiss>* misses)
    : dictionary_(dictionary), clauses_(clauses), misses_(misses) {
  for (const auto& word : clauses.sentence().words) {
    const bool plain = std::ranges::none_of(
        word.lemma, [](char c) { return (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; });
    const auto lemma = plain ? word.lemma : strings_.keep(lower(word.lemma));
    const bool noun = is_noun(word.upos) && lower(word.form) == lemma;
    const bool unknown = (noun || word.upos == Upos::verb) && !dictionary.knows(lemma);
    lemmas_.push_back(unknown ? reduced(word, lemma) : lemma);
    const bool plural = noun && !unknown && !has_feature(word, "Number=Sing");
    singulars_.push_back(plural ? reduced(word, lemma) : lemma);
  }
}

/// A form that the lemmatizer could not reduce ("vetoed") or left in the plural ("troops").
std::string_view EntryMatcher::reduced(const Word& word, std::string_view lemma) {
  const std::string form = lower(word.form);
  for (const auto& [ending, instead] : dictionary_.grammar().endings) {
    if (ending.front() == '^') {
      if (form == std::string_view(ending).substr(1) && dictionary_.knows(instead)) return instead;
      continue;
    }
    const bool doubled = ending.front() == '=';
    const std::string_view tail = std::string_view(ending).substr(doubled ? 1 : 0);
    if (form.size() < tail.size() + 3 || !form.ends_with(tail)) continue;
    std::string stem = form.substr(0, form.size() - tail.size());
    if (doubled) {
      if (stem.back() != stem[stem.size() - 2]) continue;
      stem.pop_back();
    }
    stem += instead;
    if (dictionary_.knows(stem)) return strings_.keep(stem);
  }
  return lemma;
}

const std::vector<Dictionary::Candidate>* EntryMatcher::candidates(std::size_t word) const {
  const auto* found = dictionary_.candidates(lemmas_[word]);
  return found != nullptr ? found : dictionary_.candidates(singulars_[word]);
}

/// Lenient where the tree speaks against the tag: a "noun" with a subject and no article is a verb
/// of a headline, a "verb" with an article a noun.
bool EntryMatcher::fits_class(std::size_t word, char pos) const {
  const Word& w = clauses_.sentence().words[word];
  if (w.rel == Rel::aux || w.rel == Rel::cop) return false;
  const auto has = [&](auto... rels) {
    return std::ranges::any_of(clauses_.children(word), [&](std::uint16_t child) {
      const Rel rel = clauses_.sentence().words[child].rel;
      return ((rel == rels) || ...);
    });
  };
  const bool verb = w.upos == Upos::verb || w.upos == Upos::aux;
  if (pos == 'v') {
    if (verb) return true;
    if (!is_noun(w.upos) && w.upos != Upos::adj) return false;
    return has(Rel::nsubj, Rel::obj, Rel::aux) && !has(Rel::cop, Rel::det, Rel::case_);
  }
  if (pos == 'n') {
    if (is_noun(w.upos)) return true;
    if (!verb && w.upos != Upos::adj && w.upos != Upos::x) return false;
    if (has(Rel::nsubj, Rel::aux, Rel::obj)) return false;
    if (has(Rel::det, Rel::nummod)) return true;
    const bool argument = w.rel == Rel::obj || w.rel == Rel::nsubj || w.rel == Rel::obl ||
                          w.rel == Rel::nmod || w.rel == Rel::compound;
    return argument && w.upos != Upos::adj;
  }
  return w.upos == Upos::adj || w.upos == Upos::adv || w.upos == Upos::det ||
         (verb && (w.rel == Rel::amod || has(Rel::cop)));
}

bool EntryMatcher::words_before(std::size_t word, const Head& head, FoundEntry& found) const {
  const auto& words = clauses_.sentence().words;
  std::vector<std::uint16_t> seen;
  std::size_t at = word;
  for (auto wanted = head.before.rbegin(); wanted != head.before.rend(); ++wanted) {
    std::size_t next = at;
    while (next > 0 && words[next - 1].upos == Upos::punct && words[next - 1].form == "-") --next;
    if (next == 0 || lemmas_[next - 1] != *wanted) break;
    at = next - 1;
    seen.push_back(static_cast<std::uint16_t>(at));
  }
  if (seen.size() < head.before.size()) {
    // "air and drone strikes": not right before it, but its modifier all the same.
    if (head.before.size() > 1) return false;
    seen.clear();
    for (const auto& argument : clauses_.arguments(word)) {
      if (argument.slot != Slot::mod || lemmas_[argument.word] != head.before[0]) continue;
      seen.push_back(argument.word);
    }
    if (seen.empty()) return false;
  }
  found.trigger.insert(found.trigger.end(), seen.begin(), seen.end());
  found.consumed.insert(found.consumed.end(), seen.begin(), seen.end());
  return true;
}

/// A particle may have been taken for an adverb or for a preposition ("pulled out of Avaria").
bool EntryMatcher::has_particle(std::size_t word, const Head& head, FoundEntry& found) const {
  const auto& words = clauses_.sentence().words;
  for (const auto child : clauses_.children(word)) {
    const Rel rel = words[child].rel;
    const bool may = (rel == Rel::compound && words[child].subrel == SubRel::prt) ||
                     rel == Rel::advmod || words[child].upos == Upos::adp;
    if (!may || lemmas_[child] != head.particle) continue;
    found.trigger.push_back(child);
    found.consumed.push_back(child);
    return true;
  }
  const std::size_t next = word + 1;
  return next < words.size() && words[next].upos == Upos::adp && lemmas_[next] == head.particle;
}

/// A capitalised word before the head of a name belongs to it: "the United States".
bool EntryMatcher::in_name(std::size_t word) const {
  const Sentence& sentence = clauses_.sentence();
  const Word& w = sentence.words[word];
  if (w.rel != Rel::amod && w.rel != Rel::compound && w.rel != Rel::flat) return false;
  const auto head = clauses_.head(word);
  if (head < 0 || sentence.heading || word == 0 || w.form.empty()) return false;
  const Word& h = sentence.words[static_cast<std::size_t>(head)];
  return h.upos == Upos::propn && is_upper(decode(w.form, 0).code);
}

bool EntryMatcher::fits_head(std::size_t word, const Head& head, FoundEntry& found) const {
  if (!fits_class(word, head.pos) || in_name(word)) return false;
  if (!head.particle.empty() && !has_particle(word, head, found)) return false;
  return head.before.empty() || words_before(word, head, found);
}

}  // namespace entente

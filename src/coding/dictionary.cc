// Dictionaries as a whole: reading folders, filling in frames and classes, looking entries up.
#include "coding/dictionary.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "coding/dictionary_pattern.h"
#include "coding/dictionary_reader.h"

namespace entente {
namespace {

/// A slot of a frame is taken where the pattern gives the same slot a role.
bool takes_slot(const Entry& entry, const Constraint& implied) {
  return std::ranges::any_of(entry.constraints, [&](const Constraint& c) {
    if (c.role == Role::none || c.outer != 0 || (c.slots & implied.slots) == 0) return false;
    if (implied.slot != Slot::prep || c.slot != Slot::prep) return true;
    return std::ranges::any_of(c.preps, [&](const std::string& prep) {
      return std::ranges::find(implied.preps, prep) != implied.preps.end();
    });
  });
}

bool names(const Entry& entry, Role role) {
  return std::ranges::any_of(entry.constraints,
                             [&](const Constraint& c) { return c.role == role; });
}

}  // namespace

int specificity(const Entry& entry, const Head& head) {
  const int words = static_cast<int>(head.before.size()) + (head.particle.empty() ? 0 : 1);
  return entry.weight + 2 * words;
}

Dictionary::Dictionary(const std::vector<std::string>& data_dirs, const std::string& language) {
  auto reading = read(data_dirs, language);
  if (!reading.errors.empty()) throw reading.errors.front();
  *this = std::move(reading.dictionary);
}

Dictionary Dictionary::of_text(std::string_view text, const std::string& name) {
  auto reading = read_text(text, name);
  if (!reading.errors.empty()) throw reading.errors.front();
  return std::move(reading.dictionary);
}

DictionaryReading Dictionary::read(const std::vector<std::string>& data_dirs,
                                   const std::string& language, const Ontology* ontology) {
  return read_files({}, data_dirs, language, ontology);
}

DictionaryReading Dictionary::read_files(const std::vector<std::string>& paths,
                                         const std::vector<std::string>& data_dirs,
                                         const std::string& language, const Ontology* ontology) {
  DictionaryReader reader(ontology);
  for (const auto& dir : data_dirs) reader.read_folder(dir, language);
  for (const auto& path : paths) reader.read_path(path);
  return reader.finish();
}

DictionaryReading Dictionary::read_text(std::string_view text, const std::string& name,
                                        const Ontology* ontology) {
  DictionaryReader reader(ontology);
  reader.read_text(text, name);
  return reader.finish();
}

const std::vector<Dictionary::Candidate>* Dictionary::candidates(std::string_view lemma) const {
  const auto found = by_lemma_.find(lemma);
  return found == by_lemma_.end() || found->second.empty() ? nullptr : &found->second;
}

void Dictionary::index() {
  for (std::uint32_t entry = 0; entry < entries_.size(); ++entry) {
    const auto& heads = entries_[entry].heads;
    for (std::uint32_t head = 0; head < heads.size(); ++head) {
      by_lemma_[heads[head].lemma].push_back({entry, head});
    }
  }
  for (const auto& entry : entries_) {
    for (const auto& constraint : entry.constraints) {
      for (const auto& lemma : constraint.lemmas) by_lemma_[lemma];
    }
  }
  // The most specific first, so that the first to match wins.
  for (auto& [lemma, all] : by_lemma_) {
    std::ranges::stable_sort(all, [&](Candidate a, Candidate b) {
      const int first = specificity(entries_[a.entry], entries_[a.entry].heads[a.head]);
      const int second = specificity(entries_[b.entry], entries_[b.entry].heads[b.head]);
      return first != second ? first > second : a.entry > b.entry;
    });
  }
}

DictionaryReading DictionaryReader::finish() {
  std::vector<Entry> kept;
  for (auto& entry : dictionary_.entries_) {
    file_ = entry.file;
    line_ = entry.line;
    try {
      fill_frames(entry);
      open_objects(entry);
      expand(entry);
    } catch (const Error& error) {
      errors_.push_back(error);
      continue;
    }
    // Words that are asked for are found first: phrases on them are then open to the other slots.
    std::ranges::stable_sort(entry.constraints, {}, [](const Constraint& c) {
      if (c.lexical() || (c.role == Role::event && c.required)) return 0;
      return c.any_word() || c.forbidden ? 2 : 1;
    });
    for (const auto& constraint : entry.constraints) {
      if (constraint.required) entry.weight += constraint.any_word() ? 1 : 2;
    }
    kept.push_back(std::move(entry));
  }
  dictionary_.entries_ = std::move(kept);
  for (std::uint32_t at = 0; at < dictionary_.entries_.size(); ++at)
    dictionary_.entries_[at].order = at;
  dictionary_.index();
  return {std::move(dictionary_), std::move(errors_)};
}

void DictionaryReader::fill_frames(Entry& entry) const {
  const Frame& of = frame(entry.heads.front().pos);
  const bool has_actor = names(entry, Role::actor);
  const bool parties = has_actor || names(entry, Role::recipient) || names(entry, Role::both) ||
                       names(entry, Role::event);
  if (parties && has_actor) return;
  std::vector<Constraint> added;
  for (const auto& constraint : parties ? of.implied : of.whole) {
    if (takes_slot(entry, constraint)) continue;
    added.push_back(constraint);
    added.back().implied = true;
  }
  entry.constraints.insert(entry.constraints.end(), added.begin(), added.end());
}

/// On a noun the object is a phrase with the preposition of phrases ("the firing of rockets") or a
/// modifier ("rocket fire"), so that verb and noun can share a pattern.
void DictionaryReader::open_objects(Entry& entry) const {
  if (entry.heads.front().pos != 'n') return;
  for (auto& constraint : entry.constraints) {
    if ((constraint.slots & bit(Slot::obj)) == 0 || constraint.outer != 0) continue;
    constraint.slots = static_cast<SlotSet>(constraint.slots | bit(Slot::prep));
    if (!constraint.lemmas.empty()) {
      constraint.slots = static_cast<SlotSet>(constraint.slots | bit(Slot::mod));
    }
    for (const auto& prep : dictionary_.grammar_.phrase) constraint.preps.push_back(prep);
  }
}

/// Puts the members of classes in the place of their names.
void DictionaryReader::expand(Entry& entry) {
  for (auto& constraint : entry.constraints) {
    if (constraint.lemmas.empty()) continue;
    std::vector<std::string> words;
    std::vector<std::string> path;
    for (const auto& word : constraint.lemmas) {
      if (is_class_name(word)) {
        expand_class(word.substr(1), words, path);
      } else {
        words.push_back(word);
      }
    }
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    constraint.lemmas.clear();
    for (auto& word : words) {
      const bool special = word.find_first_of("/_-") != std::string::npos;
      (special ? constraint.special : constraint.lemmas).push_back(std::move(word));
    }
  }
}

void DictionaryReader::expand_class(const std::string& name, std::vector<std::string>& into,
                                    std::vector<std::string>& path) {
  const auto found = classes_.find(name);
  if (found == classes_.end()) fail("unknown class $" + name);
  if (std::ranges::find(path, name) != path.end()) fail("class $" + name + " contains itself");
  path.push_back(name);
  for (const auto& word : found->second.words) {
    if (is_class_name(word)) {
      expand_class(word.substr(1), into, path);
    } else {
      into.push_back(word);
    }
  }
  path.pop_back();
}

}  // namespace entente

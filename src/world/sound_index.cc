// Building of the index of sounds.
#include "world/sound_index.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "world/person_names.h"

namespace entente {
namespace {

constexpr std::size_t kLetters = 5;  // shorter surnames sound like too many others

bool ends_rule(std::string_view from) { return from.size() > 1 && from.back() == '$'; }

// The longest rule that fits at a place of a word, or null.
const Naming::Sound* rule_at(std::string_view word, std::size_t at, const Naming& naming) {
  const Naming::Sound* best = nullptr;
  const auto rules = naming.sounds.find(word[at]);
  if (rules == naming.sounds.end()) return nullptr;
  for (const Naming::Sound& rule : rules->second) {
    std::string_view from = rule.from;
    const bool first = from.front() == '^', last = ends_rule(from);
    if (first) from.remove_prefix(1);
    if (last) from.remove_suffix(1);
    const bool fits = word.substr(at).starts_with(from) && (!first || at == 0) &&
                      (!last || at + from.size() == word.size());
    if (fits && (!best || rule.from.size() > best->from.size())) best = &rule;
  }
  return best;
}

std::string sound_of_word(std::string_view word, const Naming& naming) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const Naming::Sound* rule = rule_at(word, at, naming);
    const std::string_view next = rule ? std::string_view(rule->to) : word.substr(at, 1);
    for (const char c : next) {
      if (out.empty() || out.back() != c) out += c;
    }
    std::size_t length = rule ? rule->from.size() : 1;
    if (rule && rule->from.front() == '^') --length;
    if (rule && ends_rule(rule->from)) --length;
    at += length;
  }
  return out;
}

// Names of states that write in Latin letters have one spelling.
bool is_transliterated(const Actor& actor, const Naming& naming) {
  return std::any_of(actor.spans.begin(), actor.spans.end(), [&](const ActorSpan& span) {
    return naming.transliterated.contains(primary_of(span.codes.front()));
  });
}

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char c : fold_quickly(name)) {
    if (c == ' ' || c == '-') {
      words.emplace_back();
    } else if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) {
      words.back() += c;
    }
  }
  return words;
}

}  // namespace

std::string sound_of(std::string_view name, const Naming& naming) {
  std::string out;
  for (const std::string& word : words_of(name)) {
    if (!naming.articles.contains(word)) out += sound_of_word(word, naming);
  }
  return out;
}

void SoundIndex::build(const ActorTable& table, const Naming& naming) {
  if (naming.sounds.empty()) return;
  std::vector<Spelling> spellings;
  for (std::uint32_t at = 0; at < table.actors().size(); ++at) {
    const Actor& actor = table.actors()[at];
    if (actor.kind != ActorKind::person || !is_transliterated(actor, naming)) continue;
    for (const ActorName& name : actor.names) {
      const std::vector<std::string_view> parts = split_list(name.text, ' ');
      if (parts.size() < 2 || naming.titles.contains(fold_quickly(parts.front()))) continue;
      NameEntry entry;
      entry.actor = at;
      entry.source = name.source;
      entry.capitals = 1;
      entry.variant = true;
      spellings.push_back({token_hash(sound_of(name.text, naming)), token_hash(name.text), entry});
      const std::string_view surname =
          writes_family_first(actor, name.text, naming) ? parts.front() : parts.back();
      const std::string sound = sound_of(surname, naming);
      if (sound.size() < kLetters || naming.ordinary.contains(fold_quickly(surname))) continue;
      entry.role = NameRole::surname;
      entry.ordinary = true;  // it takes a title to be sure
      spellings.push_back({token_hash(sound), token_hash(fold_quickly(surname)), entry});
    }
  }
  std::stable_sort(spellings.begin(), spellings.end(),
                   [](const Spelling& a, const Spelling& b) { return a.sound < b.sound; });
  for (std::size_t begin = 0; begin < spellings.size();) {
    std::size_t end = begin;
    while (end < spellings.size() && spellings[end].sound == spellings[begin].sound) ++end;
    add_group(std::span(spellings).subspan(begin, end - begin));
    begin = end;
  }
  index_.build();
}

// One person, or several who are all written alike somewhere.
bool SoundIndex::is_clear(std::span<const Spelling> group) {
  std::set<std::uint32_t> actors;
  for (const Spelling& one : group) actors.insert(one.entry.actor);
  if (actors.size() == 1) return true;
  for (const Spelling& one : group) {
    std::set<std::uint32_t> alike;
    for (const Spelling& other : group) {
      if (other.spelling == one.spelling) alike.insert(other.entry.actor);
    }
    if (alike.size() == actors.size()) return true;
  }
  return false;
}

void SoundIndex::add_group(std::span<const Spelling> group) {
  if (!is_clear(group)) {
    ++confused_;
    return;
  }
  std::set<std::pair<std::uint32_t, NameRole>> added;
  for (const Spelling& one : group) {
    if (!added.emplace(one.entry.actor, one.entry.role).second) continue;
    const std::uint64_t key[] = {one.sound};
    index_.add(key, one.entry);
  }
}

std::span<const NameEntry> SoundIndex::find(std::string_view sound) const {
  SequenceKey key;
  key.add(token_hash(sound));
  return index_.find(key.value());
}

}  // namespace entente

// Building of the name index.
#include "world/name_index.h"

#include "world/person_names.h"

namespace entente {
namespace {

// "Ban Ki-moon": two parts, the second joined from syllables, the later ones in lower case.
bool written_family_first(std::string_view name) {
  const std::size_t blank = name.find(' ');
  if (blank == std::string_view::npos || name.find(' ', blank + 1) != std::string_view::npos)
    return false;
  const std::size_t hyphen = name.find('-', blank);
  return hyphen != std::string_view::npos && hyphen + 1 < name.size() && name[hyphen + 1] >= 'a' &&
         name[hyphen + 1] <= 'z';
}

void describe(std::span<const NameToken> tokens, ActorKind kind, NameEntry& entry) {
  bool all_ordinary = true;
  for (std::size_t at = 0; at < tokens.size() && at < 16; ++at) {
    const auto bit = static_cast<std::uint16_t>(1U << at);
    if (tokens[at].capital && !tokens[at].article) entry.capitals |= bit;
    if (tokens[at].all_capitals) entry.acronyms |= bit;
    if (!tokens[at].ordinary) all_ordinary = false;
  }
  entry.ordinary = all_ordinary;
  const bool word_of_state = kind == ActorKind::state && entry.role != NameRole::seat;
  entry.lenient = word_of_state && !all_ordinary && entry.acronyms == 0;
}

// "Lee Hsien Loong": three words, of which the first alone is a family name of that kind.
bool begins_with_family(std::string_view name, const Naming& naming) {
  const std::vector<std::string_view> words = split_list(name, ' ');
  return words.size() == 3 && naming.family_names.contains(fold_quickly(words.front())) &&
         !naming.family_names.contains(fold_quickly(words.back()));
}

}  // namespace

bool writes_family_first(const Actor& actor, std::string_view name, const Naming& naming) {
  if (written_family_first(name)) return true;
  const bool either = begins_with_family(name, naming);
  for (const ActorSpan& span : actor.spans) {
    for (const std::string& code : span.codes) {
      if (naming.family_first.contains(primary_of(code))) return true;
      if (either && naming.family_either.contains(primary_of(code))) return true;
    }
  }
  return false;
}

void NameIndex::add(std::span<const NameToken> tokens, NameEntry entry, ActorKind kind) {
  if (tokens.empty()) return;
  describe(tokens, kind, entry);
  SequenceKey key;
  for (const NameToken& token : tokens) key.add(token.hash);
  index_.add(key, tokens.front().hash, tokens.size(), entry);
}

void NameIndex::build(const ActorTable& table, const Naming& naming) {
  index_.reserve(table.actors().size() * 6);
  for (std::uint32_t at = 0; at < table.actors().size(); ++at) {
    const Actor& actor = table.actors()[at];
    for (const ActorName& name : actor.names) {
      NameEntry entry;
      entry.actor = at;
      entry.source = name.source;
      entry.role = name.role;
      add(tokens_of(name.text, naming), entry, actor.kind);
      if (actor.kind != ActorKind::person) continue;
      entry.variant = true;
      for (const NameForm& form :
           person_forms(name.text, writes_family_first(actor, name.text, naming), naming)) {
        entry.role = form.surname ? NameRole::surname : NameRole::name;
        add(form.tokens, entry, actor.kind);
      }
    }
  }
  index_.build();
}

bool written_as(const NameEntry& entry, std::span<const NameToken> text) {
  for (std::size_t at = 0; at < text.size() && at < 16; ++at) {
    const auto bit = 1U << at;
    if ((entry.acronyms & bit) != 0 && !text[at].all_capitals) return false;
    if ((entry.capitals & bit) != 0 && !text[at].capital && !entry.lenient) return false;
  }
  return true;
}

}  // namespace entente

// Searches the memory of mentions from the nearest back.
#include "coding/discourse.h"

#include <algorithm>

#include "coding/reading.h"
#include "coding/sides.h"

namespace entente {

namespace {

constexpr std::uint32_t pronoun_reach = 3;    // sentences back
constexpr std::uint32_t definite_reach = 12;  // a definite phrase reaches farther than a pronoun
constexpr std::size_t looked_at = 200;        // mentions; bounds the time on long documents

std::string_view last_part(std::string_view name) {
  const auto space = name.rfind(' ');
  return space == std::string_view::npos ? name : name.substr(space + 1);
}

bool fits(const Entity& entity, bool plural, bool person) {
  if (entity.codes.empty()) return false;
  if (person) return entity.kind == EntityKind::person && !entity.plural;
  if (plural)
    return entity.plural || entity.kind == EntityKind::group || entity.kind == EntityKind::state;
  return entity.kind != EntityKind::person && !entity.plural;
}

/// Nearer sentences first, subjects before others, in the same sentence what stands first.
int rank(const Entity& entity, const Reference& at, bool plural) {
  const auto back = static_cast<int>(at.sentence - entity.sentence);
  int score = -10 * back + (entity.subject ? 6 : 0);
  if (plural && entity.plural) score += 5;
  if (entity.coordination) score += 2;
  if (entity.kind == EntityKind::other) score -= 3;
  return score;
}

}  // namespace

bool Discourse::before(const Entity& entity, const Reference& at) const {
  return entity.sentence < at.sentence || (entity.sentence == at.sentence && entity.word < at.word);
}

const Entity* Discourse::pronoun(const Reference& at, bool plural, bool person) const {
  const Entity* best = nullptr;
  int best_rank = 0;
  std::size_t seen = 0;
  for (auto i = entities_.rbegin(); i != entities_.rend() && seen < looked_at; ++i, ++seen) {
    if (!before(*i, at)) continue;
    if (at.sentence - i->sentence > pronoun_reach) break;
    if (!fits(*i, plural, person)) continue;
    const bool co_argument =
        i->sentence == at.sentence && at.governor >= 0 && i->governor == at.governor;
    if (co_argument || (!at.not_these.empty() && i->codes == at.not_these)) continue;
    const int score = rank(*i, at, plural);
    if (best == nullptr || score > best_rank) {
      best = &*i;
      best_rank = score;
    }
  }
  return best;
}

/// The last mention before `at`, at most `reach` sentences back, that is wanted; else nullptr.
template <class Wanted>
const Entity* Discourse::nearest(const Reference& at, std::uint32_t reach, Wanted wanted) const {
  std::size_t seen = 0;
  for (auto i = entities_.rbegin(); i != entities_.rend() && seen < looked_at; ++i, ++seen) {
    if (!before(*i, at)) continue;
    if (at.sentence - i->sentence > reach) break;
    if (wanted(*i)) return &*i;
  }
  return nullptr;
}

const Entity* Discourse::same_noun(const Reference& at, std::string_view lemma, bool plural) const {
  return nearest(at, definite_reach, [&](const Entity& entity) {
    return entity.lemma == lemma && entity.plural == plural && !entity.codes.empty();
  });
}

const Entity* Discourse::holder(const Reference& at, std::string_view title) const {
  return nearest(at, UINT32_MAX, [&](const Entity& entity) {
    return entity.kind == EntityKind::person && !entity.codes.empty() && !entity.office.empty() &&
           entity.office.find(title) != std::string::npos;
  });
}

const Entity* Discourse::last(const Reference& at, EntityKind kind) const {
  return nearest(at, definite_reach, [&](const Entity& entity) {
    return entity.kind == kind && !entity.codes.empty() && !entity.plural &&
           !share_primary(entity.codes, at.not_these);
  });
}

const Entity* Discourse::group(const Reference& at) const {
  const Entity* own = nearest(at, definite_reach, [](const Entity& entity) {
    return entity.kind == EntityKind::group && !entity.codes.empty() && !entity.plural &&
           !entity.of_state;
  });
  return own != nullptr ? own : last(at, EntityKind::group);
}

const Entity* Discourse::armed_group(const Reference& at) const {
  return nearest(at, definite_reach, [&](const Entity& entity) {
    const bool same_act = entity.sentence == at.sentence && entity.governor == at.governor;
    return entity.armed_group && !same_act && entity.codes != at.not_these;
  });
}

const Entity* Discourse::uprooted(const Reference& at) const {
  return nearest(at, definite_reach, [](const Entity& entity) {
    return entity.uprooted && entity.plural && !entity.codes.empty() &&
           is_state(entity.codes.front());
  });
}

/// States joined by "and" a sentence or two before: "Arland and Bergia … both countries".
std::vector<std::string> Discourse::named_together(const Reference& at, std::size_t count) const {
  constexpr std::uint32_t reach = 2;
  std::vector<std::string> states;
  const Entity* found = nearest(at, reach, [&](const Entity& entity) {
    if (!entity.coordination) return false;
    states.clear();
    for (const auto& code : entity.codes) {
      if (is_state(code)) states.emplace_back(primary(code));
    }
    std::sort(states.begin(), states.end());
    states.erase(std::unique(states.begin(), states.end()), states.end());
    return states.size() == count;
  });
  return found != nullptr ? states : std::vector<std::string>();
}

std::vector<std::string> Discourse::several(const Reference& at, std::size_t count,
                                            bool states) const {
  struct Found {
    std::string code;
    int mentions = 0;
  };
  if (states) {
    if (auto pair = named_together(at, count); !pair.empty()) return pair;
  }
  std::vector<Found> found;  // nearest first
  std::size_t seen = 0;
  for (auto i = entities_.rbegin(); i != entities_.rend() && seen < looked_at; ++i, ++seen) {
    if (!before(*i, at) || i->coordination) continue;
    if (at.sentence - i->sentence > definite_reach) break;
    for (const auto& code : i->codes) {
      if (states ? !is_state(code) : i->kind != EntityKind::person) continue;
      const std::string wanted = states ? std::string(primary(code)) : code;
      const auto known = std::find_if(found.begin(), found.end(),
                                      [&](const Found& f) { return f.code == wanted; });
      if (known == found.end()) {
        found.push_back({wanted, 1});
      } else {
        ++known->mentions;
      }
    }
  }
  if (found.size() < count) return {};
  // Whom the text keeps coming back to; between equals, whoever was named last.
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.mentions > b.mentions; });
  std::vector<std::string> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(found[i].code);
  std::sort(out.begin(), out.end());
  return out;
}

void Discourse::stranger(std::string_view name) {
  if (name.find(' ') != std::string_view::npos) strangers_.emplace(last_part(name));
}

bool Discourse::is_stranger(std::string_view surname) const { return strangers_.contains(surname); }

const Entity* Discourse::person(std::string_view name) const {
  const Entity* found = nullptr;
  for (const auto& entity : entities_) {
    if (entity.kind != EntityKind::person || entity.name.empty()) continue;
    if (entity.name != name && last_part(entity.name) != last_part(name)) continue;
    // "Maher al-Assad" is nobody's other name when "Bashar al-Assad" is meant in full.
    const bool both_full = entity.name != name && name.find(' ') != std::string_view::npos &&
                           entity.name.find(' ') != std::string::npos;
    if (both_full) continue;
    if (found != nullptr && found->codes != entity.codes && found->name != entity.name)
      return nullptr;
    found = &entity;
  }
  return found;
}

}  // namespace entente

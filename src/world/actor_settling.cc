// Which of the actors that share a name is meant, once a document is read.
#include <algorithm>

#include "world/actor_finder.h"

namespace entente {

// Makes another candidate the one that is meant.
void ActorFinder::choose(ActorMention& mention, std::size_t candidate, int reward, Date day) const {
  const std::uint32_t actor = mention.candidates[candidate];
  ActorMention chosen = mention_of(actor, day);
  mention.scores[candidate] += reward;
  std::rotate(mention.candidates.begin(),
              mention.candidates.begin() + static_cast<std::ptrdiff_t>(candidate),
              mention.candidates.begin() + static_cast<std::ptrdiff_t>(candidate) + 1);
  std::rotate(mention.scores.begin(),
              mention.scores.begin() + static_cast<std::ptrdiff_t>(candidate),
              mention.scores.begin() + static_cast<std::ptrdiff_t>(candidate) + 1);
  for (std::string& code : mention.codes) {
    if (std::find(chosen.codes.begin(), chosen.codes.end(), code) == chosen.codes.end()) {
      chosen.codes.push_back(std::move(code));
    }
  }
  mention.actor = actor;
  mention.kind = chosen.kind;
  mention.codes = std::move(chosen.codes);
  mention.name = std::move(chosen.name);
  mention.entry = std::move(chosen.entry);
}

// Bodies of several states may share a name, movements an abbreviation: the document says which by
// another name of it, or by the state that it is about.
void ActorFinder::settle_shared(std::span<ActorMention* const> document,
                                const std::map<std::string, int, std::less<>>& states,
                                Date day) const {
  std::set<std::uint32_t> told;
  for (const ActorMention* mention : document) {
    if (mention->certain && mention->candidates.size() == 1) told.insert(mention->actor);
  }
  for (ActorMention* mention : document) {
    if (mention->kind == ActorKind::person || mention->candidates.size() < 2) continue;
    const auto reward = [&](std::uint32_t actor) {
      if (table_.actors()[actor].kind == ActorKind::person) return 0;
      const Standing standing = table_.standing(actor, day);
      const auto named = states.find(primary_of(standing.codes.front()));
      return (told.contains(actor) ? kTold : 0) + (named == states.end() ? 0 : named->second);
    };
    std::size_t best = 0;
    int most = reward(mention->candidates.front());
    mention->scores.front() += most;
    for (std::size_t at = 1; at < mention->candidates.size(); ++at) {
      const int score = reward(mention->candidates[at]);
      if (score > most) {
        best = at;
        most = score;
      } else {
        mention->scores[at] += score;
      }
    }
    if (best > 0) choose(*mention, best, most, day);
    // Now that it is decided, the others' codes are no more; a body may have several of its own.
    if (mention->kind != ActorKind::state) mention->codes = mention_of(mention->actor, day).codes;
  }
}

}  // namespace entente

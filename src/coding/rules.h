// Rules over the drafts of a sentence and of a document: what counts as one act, what an act in the
// future is, what is no political act.
#pragma once

#include <vector>

#include "coding/draft.h"

namespace entente {

/// Drops what is part of a request, threat, refusal or agreement, and second names of one act.
void drop_parts(const DraftContext& context, std::size_t sentence, std::vector<Draft>& drafts);
/// Turns promised friendly acts into agreements, refused ones into rejections, announced attacks
/// into threats.
void retype(const DraftContext& context, std::size_t sentence, Draft& draft);
/// Where even unknown parties are asked for: the phrase that is most likely the missing side of an
/// act, named or not.
void fill_loosely(const DraftContext& context, std::size_t sentence, Draft& draft);
/// An act done by means or in the course of another ("retaliated with airstrikes") is that actor's.
void share_actor(const DraftContext& context, std::size_t sentence, std::vector<Draft>& drafts);
/// Adds whoever is at home in the capital where somebody of elsewhere holds talks.
void add_host(const DraftContext& context, std::size_t sentence, Draft& draft);
/// Drops what states do as teams in a report on games, and what has one party only there.
void drop_sport(const DraftContext& context, Draft& draft);
/// Gives a visit the state that it went to, and drops journeys that are none.
void settle_visit(const DraftContext& context, Draft& draft);
/// What people, companies and newspapers do for, with and against one another; and an act of which
/// one side alone is known, and that only by guessing its state.
[[nodiscard]] bool private_business(const Draft& draft);
/// Drops codes "?" unless asked for, acts of a party against itself, and items without parties.
void check_parties(Draft& draft, bool unresolved);

}  // namespace entente

// What a text says again without naming the parties again: "the strikes", "retaliated", a headline
// whose story follows. The parties come from the other mention of the act.
#pragma once

#include <vector>

#include "coding/draft.h"

namespace entente {

/// Gives a draft that lacks a party the one of an earlier mention of the act; `earlier` holds the
/// drafts of the sentences before, oldest first. Three ways: a definite noun ("the strikes", "these
/// meetings"), a passive of the same word ("36 shells were fired"), and an answer ("retaliated",
/// "hit back"), which goes to whoever acted before.
void recall_parties(const DraftContext& context, std::size_t sentence,
                    const std::vector<Draft>& earlier, Draft& draft);

/// Completes what the headline leaves out from the sentences that follow it. `drafts` are those of
/// the whole document in order; one dropped for want of a party comes back when it finds one.
void complete_headline(const DraftContext& context, std::vector<Draft>& drafts);

/// In a text about two sides who are at each other, an attack, threat or accusation that names one
/// of them is on, or by, the other.
void complete_rivals(std::vector<Draft>& drafts);
/// In a text about how two parties work together, "the coordination" is theirs.
void complete_partners(std::vector<Draft>& drafts);
/// Gives an act that is told again, with the same parties, the day that it was given before.
void recall_days(std::vector<Draft>& drafts);

}  // namespace entente

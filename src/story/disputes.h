// What reports contradict each other about: within one act, and between acts that a denial or a
// rival account is about.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "story/act.h"
#include "story/compare.h"
#include "story/dispute.h"
#include "story/report.h"

namespace entente {

/// The disputes among the reports of one act: whether it happened, who did it, whom it hit, how
/// many. A toll that rises from day to day is no dispute, nor are counts that leave room ("at least
/// 12" and 14).
[[nodiscard]] std::vector<Dispute> disputes_within(const Act& act,
                                                   std::span<const Report* const> reports,
                                                   const Kinship& kinship);

/// An act with its reports.
struct ToldAct {
  const Act* act = nullptr;
  std::vector<const Report*> reports;
};

/// Whether `act` says that `other` did not happen, hit somebody else, or was done the other way
/// round; before it is asked whether both speak of the same.
[[nodiscard]] bool contradicts(const ToldAct& act, const ToldAct& other, const Kinship& kinship);

/// The dispute between `act` and that of `others` which it contradicts most clearly: it says that
/// the other did not happen, that other people were hit, or, each side accusing the other, that it
/// was done the other way round. `others` are acts of the same type and about the same time that
/// were not held for one with it. Nothing where none contradicts.
[[nodiscard]] std::optional<Dispute> dispute_between(const ToldAct& act,
                                                     std::span<const ToldAct> others,
                                                     const StoryTables& tables);

}  // namespace entente

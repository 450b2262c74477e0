// One act out of its reports.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "record/kinship.h"
#include "story/act.h"
#include "story/report.h"

namespace entente {

/// The act that the reports tell of, one or more of them; its id is the least of theirs. Reports of
/// one story (copies of one another) count once.
[[nodiscard]] Act act_of(std::span<const Report* const> reports, const Kinship& kinship);

/// Reports that repeat, in the same words or a copy of the document, what one before them tells;
/// by their places.
[[nodiscard]] std::vector<bool> copies_among(std::span<const Report* const> reports);

}  // namespace entente

// Variants of a treebank's sentences, for what is too rare in it to be learnt: initials before a
// name, sentences that end in an abbreviation.
#pragma once

#include <span>
#include <vector>

#include "text/segmenter.h"

namespace entente {

/// Short texts of a sentence and its neighbours, some of whose words are shortened. The same for
/// the same input. Of words with a capital before another one, one in twenty becomes one or two
/// initials ("Ann Brown" to "A. Brown", "A. A. Brown", "A.A. Brown"); of sentences that end in a
/// full stop one in a hundred ends in an abbreviation of kind 3, 4 or 6 instead.
[[nodiscard]] std::vector<SegmentedText> shortened_variants(
    std::span<const SegmentedText> texts, std::span<const Abbreviation> abbreviations);

}  // namespace entente

// The left side of a dictionary line: heads and constraints. Throws Error malformed without a
// place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "coding/dictionary.h"

namespace entente {

[[nodiscard]] bool is_class_name(std::string_view word);
/// Splits at white space.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text);
/// Splits at one character; empty parts are kept.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char at);
/// The line without what follows a `#` at its start or after white space.
[[nodiscard]] std::string_view without_comment(std::string_view line);

/// "bomb|bombard/v", "carry/v+out": all alternatives.
[[nodiscard]] std::vector<Head> parse_heads(std::string_view text);
/// "on|at:R=$people!". Classes are left as "$name". `prepositions` may be empty: any.
[[nodiscard]] Constraint parse_constraint(std::string_view text, const WordSet& prepositions);

struct Pattern {
  std::vector<Head> heads;
  std::vector<Constraint> constraints;
};
[[nodiscard]] Pattern parse_pattern(const std::vector<std::string_view>& words,
                                    const WordSet& prepositions);

}  // namespace entente

// UTF-8: decoding, repair, and the few questions about characters that the rooms above ask.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

struct Decoded {
  char32_t code;       ///< U+FFFD for a byte that begins no character
  std::uint32_t size;  ///< bytes taken, at least 1
};
/// The character at `text[at]`; at < text.size().
[[nodiscard]] Decoded decode(std::string_view text, std::size_t at);
void append(std::string& text, char32_t code);

/// Replaces each maximal ill-formed subsequence, and NUL, by U+FFFD (Unicode 15, 3.9 best
/// practice). Returns how many bytes were replaced; a well-formed text is left as it is.
std::uint32_t repair(std::string& text);
[[nodiscard]] bool is_valid(std::string_view text);
/// True at the start of a character and at the end of the text.
[[nodiscard]] bool is_boundary(std::string_view text, std::size_t at);

[[nodiscard]] bool is_space(char32_t code);   ///< White_Space, with no-break and zero-width spaces
[[nodiscard]] bool is_letter(char32_t code);  ///< categories L* and M*
[[nodiscard]] bool is_digit(char32_t code);   ///< Nd
[[nodiscard]] bool is_upper(char32_t code);
[[nodiscard]] bool is_lower(char32_t code);
[[nodiscard]] bool is_punct(char32_t code);  ///< P* and S*
[[nodiscard]] std::string lower(
    std::string_view text);  ///< simple lower-casing, character by character
/// Without ASCII white space at its ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// Lower case without diacritics and apostrophe variants folded: the key names are compared by.
[[nodiscard]] std::string fold(std::string_view text);

}  // namespace entente

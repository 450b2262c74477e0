// Tags of HTML found in text as the tokenizer of the standard finds them, without decoding.
#pragma once

#include <cstddef>
#include <string_view>

namespace entente {

[[nodiscard]] constexpr bool is_html_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}
[[nodiscard]] constexpr bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
[[nodiscard]] constexpr char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}
/// `lower` is in lower case.
[[nodiscard]] bool equals_ignoring_case(std::string_view text, std::string_view lower);

/// An attribute as it stands: the value without its quotes, `raw` with them.
struct RawAttribute {
  std::string_view name, value, raw;
};

/// Goes through the attributes of a tag.
class TagReader {
 public:
  /// `at` is the byte behind the tag's name.
  TagReader(std::string_view html, std::size_t at) : html_(html), at_(at) {}
  /// False at the end of the tag; then end() is the byte behind it.
  bool next(RawAttribute& attribute);
  [[nodiscard]] std::size_t end() const { return at_; }
  [[nodiscard]] bool self_closing() const { return self_closing_; }
  [[nodiscard]] bool complete() const { return complete_; }  ///< false where the page ended inside

 private:
  void read_value(RawAttribute& attribute);
  std::string_view html_;
  std::size_t at_;
  bool self_closing_ = false;
  bool complete_ = false;
};

/// The byte behind a comment, bogus comment or doctype that begins with the "<" at `at`.
[[nodiscard]] std::size_t skip_markup(std::string_view html, std::size_t at);
/// Where the text of an element like <style> or <title> that begins at `at` ends: at its end tag.
[[nodiscard]] std::size_t raw_text_end(std::string_view html, std::size_t at,
                                       std::string_view name);
/// The same for <script>, which may hold comments that hold scripts.
[[nodiscard]] std::size_t script_end(std::string_view html, std::size_t at);

}  // namespace entente

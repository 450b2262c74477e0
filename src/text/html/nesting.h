// How deep a page nests its elements, reckoned from its tags alone before it is parsed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {

/// What the parser does with an element, as far as nesting goes.
enum class TagClass : std::uint8_t {
  plain,       ///< <span>, and names that HTML does not know
  block,       ///< closes an open <p>, stops end tags of plain elements
  item,        ///< <li>, <dd>, <dt>: a block that closes the one before
  cell,        ///< parts of a table
  scope,       ///< <table> and others that end tags do not reach through
  formatting,  ///< <b>, <a>: opened again by the parser where they were not closed
  empty        ///< has no content and no end tag
};
struct TagName {
  std::uint32_t hash = 0;
  TagClass kind = TagClass::plain;
};
/// `name` in any case.
[[nodiscard]] TagName tag_name(std::string_view name);

/// The open elements, never fewer than the parser will have. Elements past the limit are left out
/// by the caller with their end tags; so are formatting elements past theirs.
class Nesting {
 public:
  Nesting(std::size_t depth, std::size_t formatting)
      : depth_limit_(depth), formatting_limit_(formatting) {}
  /// False where the start tag must be left out.
  [[nodiscard]] bool open(TagName name);
  /// False where the end tag must be left out.
  [[nodiscard]] bool close(TagName name);
  /// Formatting elements that are open, which the parser may repeat in each paragraph.
  [[nodiscard]] std::size_t formatting() const { return formatting_; }

 private:
  void close_implied(TagName name);
  void pop_to(std::size_t size);
  std::vector<TagName> open_;
  std::vector<std::uint32_t> left_out_;  // how many elements of a hash, by its low bits
  std::size_t depth_limit_, formatting_limit_;
  std::size_t formatting_ = 0;
};

}  // namespace entente

// JSON-LD as pages write it: read in spite of raw line ends, stray commas and what comes behind.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

struct LinkedMember;

/// A value of JSON. Numbers and words like true are strings here.
struct LinkedValue {
  enum class Kind { string, list, object } kind = Kind::string;
  std::string text;
  std::vector<LinkedMember> members;  ///< of a list without names

  /// The member of that name, or null.
  [[nodiscard]] const LinkedValue* find(std::string_view name) const;
  /// The member's text; of a list its first, of an object its "@value", "name" or "@id".
  [[nodiscard]] std::string string(std::string_view name) const;
  /// True when "@type" is, or has among several, that name or one that ends in it.
  [[nodiscard]] bool is_a(std::string_view type) const;
};

struct LinkedMember {
  std::string name;
  LinkedValue value;
};

/// What can be read of a script; a list of what was whole where it breaks off.
[[nodiscard]] LinkedValue read_linked_data(std::string_view script);

/// An article's entry in the scripts of a page, and what it points to.
struct LinkedArticle {
  std::string headline, published, updated, publisher, url, language, body;
  std::vector<std::string> authors;
};
/// The articles among all scripts of a page, in their order.
[[nodiscard]] std::vector<LinkedArticle> linked_articles(
    const std::vector<std::string_view>& scripts);

/// Text with the character references that pages write twice resolved, and tags taken out. Lines
/// are kept where asked for: those of the text, and of <p> and <br>.
[[nodiscard]] std::string plain_of_markup(std::string_view text, bool keep_lines = false);

}  // namespace entente

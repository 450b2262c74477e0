// The elements of a page as the standard's parser makes them, flat and in order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/html/slim.h"

namespace entente {

/// An element, or a run of text (then `name` is empty).
struct Node {
  std::uint32_t parent = 0;  ///< of the root: itself
  std::uint32_t end = 0;     ///< one past its last descendant
  std::uint32_t attributes = 0;
  std::uint16_t attribute_count = 0;
  std::uint16_t depth = 0;
  std::uint32_t number = 0;  ///< among siblings of its name, from 1; 0 where it is the only one
  std::string_view name;     ///< of an element, in lower case
  std::string_view text;

  [[nodiscard]] bool is_text() const { return name.empty(); }
};

struct Attribute {
  std::string_view name, value;
};

/// Nodes in the order of the page: descendants stand behind their element. Node 0 is <html>.
class Tree {
 public:
  explicit Tree(const SlimPage& page);
  ~Tree();
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  [[nodiscard]] const Node& node(std::size_t i) const { return nodes_[i]; }
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }
  /// The attribute's value; "" where there is none.
  [[nodiscard]] std::string_view attribute(std::size_t node, std::string_view name) const;
  [[nodiscard]] bool has_attribute(std::size_t node, std::string_view name) const;
  /// "html>body>main>p[3]".
  [[nodiscard]] std::string path(std::size_t node) const;
  /// The text of an element and its descendants, runs of white space as one space.
  [[nodiscard]] std::string text_of(std::size_t node, std::size_t limit = 1000) const;

 private:
  struct Memory;
  void build(const void* root);
  void add_attributes(Node& node, const void* attributes);
  std::unique_ptr<Memory> memory_;  // what the parser made; names and texts lie in it
  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
};

}  // namespace entente

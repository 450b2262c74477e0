// The elements of a page, parsed by Gumbo into memory of their own that goes at once.
#include "text/html/tree.h"

#include <gumbo.h>

#include <algorithm>
#include <cstdlib>
#include <new>
#include <unordered_map>

#include "text/html/tag_scan.h"

namespace entente {

// The parser asks for very many small pieces. They are cut from large blocks and never given back
// one by one; freeing the tree node by node would also recurse as deep as the page nests.
struct Tree::Memory {
  static constexpr std::size_t block_bytes = 256U << 10;
  std::vector<std::unique_ptr<char[]>> blocks;
  std::vector<void*> large;
  char* next = nullptr;
  std::size_t left = 0;

  ~Memory() {
    for (void* piece : large) std::free(piece);
  }
  void* take(std::size_t size) {
    size = (size + 15) & ~std::size_t{15};
    if (size > block_bytes / 4) {
      large.push_back(std::malloc(size));
      return large.back();
    }
    if (size > left) {
      blocks.emplace_back(new (std::nothrow) char[block_bytes]);
      next = blocks.back().get();
      left = next == nullptr ? 0 : block_bytes;
      if (next == nullptr) return nullptr;
    }
    char* piece = next;
    next += size;
    left -= size;
    return piece;
  }
  void give_back(void* piece) {
    const auto found = std::find(large.rbegin(), large.rend(), piece);
    if (found == large.rend()) return;
    std::free(piece);
    large.erase(std::next(found).base());
  }
};

namespace {

// The name of an element; the tags that HTML does not know keep theirs from the page.
std::string_view name_of(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece piece = element.original_tag;
  gumbo_tag_from_original_text(&piece);
  return {piece.data, piece.length};
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

}  // namespace

Tree::Tree(const SlimPage& page) : memory_(std::make_unique<Memory>()) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = [](void* memory, std::size_t size) {
    return static_cast<Memory*>(memory)->take(size);
  };
  options.deallocator = [](void* memory, void* piece) {
    static_cast<Memory*>(memory)->give_back(piece);
  };
  options.userdata = memory_.get();
  options.max_errors = 0;
  const GumboOutput* output =
      gumbo_parse_with_options(&options, page.html.data(), page.html.size());
  build(output->root);
}

Tree::~Tree() = default;

void Tree::add_attributes(Node& node, const void* attributes) {
  const auto& vector = *static_cast<const GumboVector*>(attributes);
  node.attributes = static_cast<std::uint32_t>(attributes_.size());
  node.attribute_count = static_cast<std::uint16_t>(vector.length);
  for (unsigned i = 0; i < vector.length; ++i) {
    const auto& attribute = *static_cast<const GumboAttribute*>(vector.data[i]);
    attributes_.push_back({attribute.name, attribute.value});
  }
}

// Without recursion: a stack of elements whose children are being visited.
void Tree::build(const void* root) {
  struct Open {
    const GumboVector* children;
    unsigned next;
    std::uint32_t node;
  };
  std::vector<Open> open;
  const auto enter = [&](const GumboNode& from, std::uint32_t parent) {
    Node node;
    node.parent = parent;
    node.depth = static_cast<std::uint16_t>(open.size());
    const auto number = static_cast<std::uint32_t>(nodes_.size());
    node.end = number + 1;
    if (is_element(from)) {
      node.name = name_of(from.v.element);
      add_attributes(node, &from.v.element.attributes);
    } else if (from.type == GUMBO_NODE_TEXT || from.type == GUMBO_NODE_WHITESPACE ||
               from.type == GUMBO_NODE_CDATA) {
      node.text = from.v.text.text;
    } else {
      return;
    }
    nodes_.push_back(node);
    if (is_element(from)) open.push_back({&from.v.element.children, 0, number});
  };
  enter(*static_cast<const GumboNode*>(root), 0);
  std::vector<std::pair<std::string_view, std::uint32_t>> last;  // names among children
  while (!open.empty()) {
    Open& top = open.back();
    if (top.next < top.children->length) {
      enter(*static_cast<const GumboNode*>(top.children->data[top.next++]), top.node);
      continue;
    }
    nodes_[top.node].end = static_cast<std::uint32_t>(nodes_.size());
    open.pop_back();
  }
  // Numbers among siblings.
  std::unordered_map<std::string_view, std::uint32_t> counts;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    if (nodes_[i].is_text()) continue;
    counts.clear();
    for (std::size_t child = i + 1; child < nodes_[i].end; child = nodes_[child].end) {
      if (!nodes_[child].is_text()) nodes_[child].number = ++counts[nodes_[child].name];
    }
    for (std::size_t child = i + 1; child < nodes_[i].end; child = nodes_[child].end) {
      if (!nodes_[child].is_text() && counts[nodes_[child].name] == 1) nodes_[child].number = 0;
    }
  }
}

std::string_view Tree::attribute(std::size_t node, std::string_view name) const {
  const Node& n = nodes_[node];
  for (std::size_t i = n.attributes; i < n.attributes + n.attribute_count; ++i) {
    if (attributes_[i].name == name) return attributes_[i].value;
  }
  return {};
}

bool Tree::has_attribute(std::size_t node, std::string_view name) const {
  const Node& n = nodes_[node];
  return std::any_of(attributes_.begin() + n.attributes,
                     attributes_.begin() + n.attributes + n.attribute_count,
                     [name](const Attribute& attribute) { return attribute.name == name; });
}

std::string Tree::path(std::size_t node) const {
  std::vector<std::size_t> way;
  for (std::size_t at = node;; at = nodes_[at].parent) {
    way.push_back(at);
    if (nodes_[at].parent == at) break;
  }
  std::string path;
  for (std::size_t i = way.size(); i-- > 0;) {
    const Node& n = nodes_[way[i]];
    if (!path.empty()) path += '>';
    path += n.name;
    if (n.number > 0) path += '[' + std::to_string(n.number) + ']';
  }
  return path;
}

std::string Tree::text_of(std::size_t node, std::size_t limit) const {
  std::string text;
  for (std::size_t i = node; i < nodes_[node].end && text.size() < limit; ++i) {
    if (!nodes_[i].is_text()) continue;
    for (const char c : nodes_[i].text) {
      if (!is_html_space(c)) {
        text += c;
      } else if (!text.empty() && text.back() != ' ') {
        text += ' ';
      }
    }
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

}  // namespace entente

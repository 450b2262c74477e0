// Draws dependency trees.
#include "cli/tree_view.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace entente::cli {
namespace {

constexpr std::size_t deepest = 60;  ///< levels that get lines; below, words are only listed

struct Node {
  std::size_t word;
  std::string prefix;  ///< lines of the levels above
  std::size_t depth;
  bool last;
};

std::vector<std::vector<std::size_t>> children_of(const Sentence& sentence) {
  std::vector<std::vector<std::size_t>> children(sentence.words.size());
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    const std::int32_t head = sentence.words[i].head;
    if (head >= 0) children.at(static_cast<std::size_t>(head)).push_back(i);
  }
  return children;
}

void append_word(std::string& out, const Word& word) {
  out += word.form;
  out += "  ";
  out += name_of(word.upos);
  out += ' ';
  out += word.deprel.empty() ? std::string_view("_") : word.deprel;
  out += '\n';
}

}  // namespace

void append_tree(std::string& out, const Sentence& sentence) {
  const auto children = children_of(sentence);
  std::vector<Node> stack;
  for (std::size_t i = sentence.words.size(); i-- > 0;) {
    if (sentence.words[i].head < 0) stack.push_back({i, "", 0, true});
  }
  while (!stack.empty()) {
    const Node node = std::move(stack.back());
    stack.pop_back();
    out += node.prefix;
    if (node.depth > 0) out += node.last ? "└─ " : "├─ ";
    append_word(out, sentence.words[node.word]);
    std::string prefix = node.prefix;
    if (node.depth > 0 && node.depth < deepest) prefix += node.last ? "   " : "│  ";
    const std::vector<std::size_t>& below = children[node.word];
    for (std::size_t i = below.size(); i-- > 0;) {
      stack.push_back({below[i], prefix, node.depth + 1, i + 1 == below.size()});
    }
  }
}

}  // namespace entente::cli

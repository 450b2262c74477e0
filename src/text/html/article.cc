// Which blocks of a page are its article.
#include "text/html/article.h"

#include <algorithm>
#include <cmath>

#include "text/html/prose.h"
#include "text/segments.h"

namespace entente {
namespace {

constexpr double leaves_out = 0.88;  // an element holds the article that holds this much of it
constexpr std::size_t long_block = 80;

// Blocks that lie where no article does.
bool stands_outside(const PageBlock& block) {
  return block.is(Around::nav) || block.is(Around::footer) || block.is(Around::aside) ||
         block.is_called(PartName::furniture) || block.is_called(PartName::comment) ||
         block.is_called(PartName::hidden);
}

class Chooser {
 public:
  Chooser(const Tree& tree, const PageBlocks& page, const ArticleHints& hints,
          const FurnitureLexicon* furniture)
      : tree_(tree), page_(page), hints_(hints), furniture_(furniture) {}

  PageUse run() {
    for (const std::string& body : hints_.bodies) known_.add(body);
    for (const std::string& title : hints_.titles) titles_.push_back(words_of(title));
    use_.blocks.resize(page_.blocks.size());
    weigh();
    const std::uint32_t root = find_root();
    use_.roots.push_back(root);
    mark(root, 0);
    return std::move(use_);
  }

 private:
  void weigh();
  [[nodiscard]] double weight(std::uint32_t node) const {
    return sums_[tree_.node(node).end] - sums_[node];
  }
  [[nodiscard]] std::uint32_t find_root() const;
  void mark(std::uint32_t root, std::uint32_t document);
  [[nodiscard]] SegmentKind kind_of(const PageBlock& block, std::size_t i) const;
  [[nodiscard]] bool is_title(const PageBlock& block) const;
  void drop_link_lists(std::size_t begin, std::size_t end);
  void drop_ends(std::size_t begin, std::size_t end);
  void drop_lone_headings(std::size_t begin, std::size_t end);
  [[nodiscard]] bool is_prose(std::size_t i) const;

  const Tree& tree_;
  const PageBlocks& page_;
  const ArticleHints& hints_;
  const FurnitureLexicon* furniture_;
  KnownText known_;
  std::vector<std::string> titles_;
  std::vector<double> shares_;  // of each block in the known text
  std::vector<double> sums_;    // weights before each node
  PageUse use_;
};

// How much each block speaks for the elements around it.
void Chooser::weigh() {
  sums_.assign(tree_.size() + 1, 0);
  shares_.assign(page_.blocks.size(), 0);
  std::vector<double> at_node(tree_.size(), 0);
  for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
    const PageBlock& block = page_.blocks[i];
    if (!known_.empty()) shares_[i] = known_.share(block.text);
    const std::size_t length = length_of(block.text);
    if (stands_outside(block) || block.is(Around::caption) || block.link_share() > 0.5) continue;
    if (length < long_block && !(length > 40 && ends_like_sentence(block.text))) continue;
    double weight = static_cast<double>(length) * (1 - block.link_share());
    if (block.is_called(PartName::body)) weight *= 3;
    if (block.is(Around::item)) weight *= 0.5;
    if (shares_[i] > 0.7) weight *= 4;
    at_node[block.at] = weight;
  }
  for (std::size_t i = 0; i < at_node.size(); ++i) sums_[i + 1] = sums_[i] + at_node[i];
}

// Down from the root of the page, as long as one child holds nearly all.
std::uint32_t Chooser::find_root() const {
  std::uint32_t at = 0;
  if (tree_.size() == 0 || weight(0) <= 0) return 0;
  for (;;) {
    std::uint32_t best = 0;
    for (std::uint32_t child = at + 1; child < tree_.node(at).end; child = tree_.node(child).end) {
      if (tree_.node(child).is_text()) continue;
      if (best == 0 || weight(child) > weight(best)) best = child;
    }
    if (best == 0 || weight(best) < leaves_out * weight(at)) return at;
    const std::string_view name = tree_.node(best).name;
    if (name == "p" || name == "li" || name == "td" || name == "tr") return at;
    at = best;
  }
}

bool Chooser::is_title(const PageBlock& block) const {
  const std::string words = words_of(block.text);
  return std::ranges::find(titles_, words) != titles_.end();
}

bool Chooser::is_prose(std::size_t i) const {
  const PageBlock& block = page_.blocks[i];
  return length_of(block.text) >= long_block ||
         (length_of(block.text) > 30 && ends_like_sentence(block.text));
}

SegmentKind Chooser::kind_of(const PageBlock& block, std::size_t i) const {
  const std::size_t length = length_of(block.text);
  if (block.is_called(PartName::comment)) return SegmentKind::furniture;
  if (is_title(block) || (block.is(Around::heading) && block.level == 1)) return SegmentKind::title;
  if (stands_outside(block)) {
    return shares_[i] > 0.9 && length >= long_block ? SegmentKind::body : SegmentKind::furniture;
  }
  if (block.is_called(PartName::title) && block.is(Around::heading)) return SegmentKind::title;
  if (block.is(Around::caption) || block.is_called(PartName::caption)) return SegmentKind::caption;
  if (block.is_called(PartName::repeated)) return SegmentKind::furniture;
  if (length < 120 && (block.is_called(PartName::byline) || block.is_called(PartName::date) ||
                       block.is_called(PartName::updated) || block.is(Around::time))) {
    return SegmentKind::furniture;
  }
  if (block.link_share() > 0.8 && length < 200 && !ends_like_sentence(block.text)) {
    return SegmentKind::furniture;
  }
  if (furniture_ != nullptr && furniture_->matches(block.text)) return SegmentKind::furniture;
  if (block.is(Around::form) && length < long_block) return SegmentKind::furniture;
  if (block.is(Around::quote) || block.is_called(PartName::quote)) return SegmentKind::quote;
  return SegmentKind::body;
}

void Chooser::mark(std::uint32_t root, std::uint32_t document) {
  std::size_t begin = page_.blocks.size(), end = 0;
  for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
    const PageBlock& block = page_.blocks[i];
    if (block.at < root || block.at >= tree_.node(root).end) continue;
    begin = std::min(begin, i);
    end = i + 1;
    use_.blocks[i] = {kind_of(block, i), document};
  }
  if (begin >= end) return;
  drop_link_lists(begin, end);
  drop_ends(begin, end);
  drop_lone_headings(begin, end);
}

// Lists whose items are links to elsewhere.
void Chooser::drop_link_lists(std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end;) {
    if (!page_.blocks[i].is(Around::item)) {
      ++i;
      continue;
    }
    std::size_t last = i, bytes = 0, linked = 0;
    for (; last < end && page_.blocks[last].is(Around::item); ++last) {
      bytes += page_.blocks[last].text.size();
      linked += page_.blocks[last].linked;
    }
    for (std::size_t k = i; k < last; ++k) {
      if (2 * linked > bytes && use_.blocks[k].kind == SegmentKind::body) {
        use_.blocks[k].kind = SegmentKind::furniture;
      }
    }
    i = last;
  }
}

// Labels before the first and behind the last running text.
void Chooser::drop_ends(std::size_t begin, std::size_t end) {
  const auto is_body = [this](std::size_t i) {
    return use_.blocks[i].kind == SegmentKind::body || use_.blocks[i].kind == SegmentKind::quote;
  };
  std::size_t first = begin;
  while (first < end && !(is_body(first) && is_prose(first))) ++first;
  std::size_t last = end;
  while (last > first && !(is_body(last - 1) && is_prose(last - 1))) --last;
  if (first >= last) return;
  for (std::size_t i = begin; i < end; ++i) {
    if (i >= first && i < last) continue;
    if (is_body(i) && !page_.blocks[i].is(Around::row)) {
      use_.blocks[i].kind = SegmentKind::furniture;
    }
  }
}

// Headings with nothing of the article under them.
void Chooser::drop_lone_headings(std::size_t begin, std::size_t end) {
  bool something = false;
  for (std::size_t i = end; i-- > begin;) {
    if (use_.blocks[i].kind == SegmentKind::furniture) continue;
    if (page_.blocks[i].is(Around::heading) && use_.blocks[i].kind == SegmentKind::body) {
      if (!something) use_.blocks[i].kind = SegmentKind::furniture;
      something = i + 1 < end && use_.blocks[i].kind != SegmentKind::furniture;
      something = true;
    } else {
      something = true;
    }
  }
}

}  // namespace

PageUse use_of_blocks(const Tree& tree, const PageBlocks& page, const ArticleHints& hints,
                      const FurnitureLexicon* furniture) {
  return Chooser(tree, page, hints, furniture).run();
}

}  // namespace entente

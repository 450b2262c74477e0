// Which blocks of a page are its article.
#include "text/html/article.h"

#include <algorithm>

#include "text/html/article_parts.h"
#include "text/html/prose.h"

namespace entente {
namespace {

constexpr double leaves_out = 0.80;  // an element holds the article that holds this much of it
constexpr std::size_t long_block = 80;
constexpr double enough_text = 250, enough_for_unit = 500;

using Trust = ArticleParts::Trust;

class Chooser {
 public:
  Chooser(const Tree& tree, const PageBlocks& page, const ArticleHints& hints,
          const KnownText& known, const FurnitureLexicon* furniture, Trust trust)
      : tree_(tree), page_(page), parts_(page, hints, known, furniture, trust) {}

  PageUse run() {
    use_.blocks.resize(page_.blocks.size());
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      if (page_.blocks[i].is_called(PartName::hidden)) use_.blocks[i].article = BlockUse::nowhere;
    }
    weigh();
    std::vector<std::uint32_t> units = find_units();
    if (units.empty()) units.push_back(0);
    for (const std::uint32_t unit : units) {
      use_.articles.push_back({unit, find_root(unit)});
      mark(static_cast<std::uint32_t>(use_.articles.size() - 1));
    }
    return std::move(use_);
  }
  /// Bytes of the first article's text.
  [[nodiscard]] static double length(const PageBlocks& page, const PageUse& use) {
    double length = 0;
    for (std::size_t i = 0; i < page.blocks.size(); ++i) {
      const bool text =
          use.blocks[i].kind == SegmentKind::body || use.blocks[i].kind == SegmentKind::quote;
      if (text && use.blocks[i].article == 0) {
        length += static_cast<double>(length_of(page.blocks[i].text));
      }
    }
    return length;
  }

 private:
  void weigh();
  [[nodiscard]] double sum(const std::vector<double>& sums, std::uint32_t node) const {
    return sums[tree_.node(node).end] - sums[node];
  }
  [[nodiscard]] std::uint32_t find_root(std::uint32_t unit) const;
  [[nodiscard]] std::vector<std::uint32_t> find_units() const;
  [[nodiscard]] std::vector<std::uint32_t> marked_units() const;
  [[nodiscard]] std::vector<std::uint32_t> headed_units() const;
  [[nodiscard]] bool is_unit(std::uint32_t node) const;
  [[nodiscard]] bool is_headline(const PageBlock& block) const;
  void mark(std::uint32_t article);
  void mark_title(std::uint32_t article, std::size_t first, std::size_t begin);

  const Tree& tree_;
  const PageBlocks& page_;
  ArticleParts parts_;
  std::vector<double> weights_, lengths_, counts_;  // of long blocks, summed before each node
  PageUse use_;
};

// How much each block speaks for the elements around it.
void Chooser::weigh() {
  std::vector<std::uint32_t> beside(tree_.size(), 0);  // long blocks that share a parent
  const auto parent = [this](const PageBlock& block) { return tree_.node(block.node).parent; };
  for (const PageBlock& block : page_.blocks) {
    if (length_of(block.text) >= long_block && block.link_share() < 0.5) ++beside[parent(block)];
  }
  for (std::vector<double>* sums : {&weights_, &lengths_, &counts_}) {
    sums->assign(tree_.size() + 1, 0);
  }
  for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
    const PageBlock& block = page_.blocks[i];
    if (parts_.outside(block) || block.is(Around::caption) || block.link_share() > 0.5) continue;
    const auto length = static_cast<double>(length_of(block.text));
    if (length < long_block && !(length > 40 && ends_like_sentence(block.text))) continue;
    double weight = length * (1 - block.link_share());
    if (block.is_called(PartName::body)) weight *= 3;
    if (block.is(Around::item)) weight *= 0.5;
    weight *= beside[parent(block)] >= 3 ? 2 : beside[parent(block)] == 2 ? 1.5 : 1;
    if (parts_.known_share(i) > 0.7) weight *= 4;
    weights_[block.at + 1] = weight;
    lengths_[block.at + 1] = length;
    counts_[block.at + 1] = 1;
  }
  for (std::vector<double>* sums : {&weights_, &lengths_, &counts_}) {
    for (std::size_t i = 1; i < sums->size(); ++i) (*sums)[i] += (*sums)[i - 1];
  }
}

// Down from the unit, as long as one child holds nearly all.
std::uint32_t Chooser::find_root(std::uint32_t unit) const {
  std::uint32_t at = unit;
  if (tree_.size() == 0 || sum(weights_, at) <= 0) return at;
  for (;;) {
    std::uint32_t best = 0;
    for (std::uint32_t child = at + 1; child < tree_.node(at).end; child = tree_.node(child).end) {
      if (tree_.node(child).is_text()) continue;
      if (best == 0 || sum(weights_, child) > sum(weights_, best)) best = child;
    }
    if (best == 0 || sum(weights_, best) < leaves_out * sum(weights_, at)) return at;
    const std::string_view name = tree_.node(best).name;
    if (name == "p" || name == "li" || name == "td" || name == "tr") return at;
    at = best;
  }
}

// An article has a heading before its text, and some text.
bool Chooser::is_unit(std::uint32_t node) const {
  if (sum(lengths_, node) < enough_for_unit || sum(counts_, node) < 3) return false;
  for (const PageBlock& block : page_.blocks) {
    if (block.at < node) continue;
    if (block.at >= tree_.node(node).end) return false;
    if (block.is(Around::heading) && block.level <= 3) return true;
    if (counts_[block.at + 1] > counts_[block.at]) return false;
  }
  return false;
}

std::vector<std::uint32_t> Chooser::marked_units() const {
  std::vector<std::uint32_t> units;
  for (std::uint32_t i = 0; i < tree_.size();) {
    const Node& node = tree_.node(i);
    const bool skipped = node.name == "nav" || node.name == "aside" || node.name == "footer" ||
                         has(page_.parts[i], PartName::comment);
    const bool body = node.name == "body" || node.name == "html" || node.name == "main";
    if (skipped && !body) {
      i = node.end;
      continue;
    }
    const bool marked = node.name == "article" || tree_.attribute(i, "role") == "article" ||
                        tree_.attribute(i, "itemtype").ends_with("Article") ||
                        tree_.attribute(i, "itemtype").ends_with("Posting");
    const bool unit = marked && !body && is_unit(i);
    if (unit) units.push_back(i);
    i = unit ? node.end : i + 1;
  }
  return units;
}

bool Chooser::is_headline(const PageBlock& block) const {
  return block.is(Around::heading) && block.level == 1 && !parts_.outside(block);
}

// The largest elements that hold one <h1> each.
std::vector<std::uint32_t> Chooser::headed_units() const {
  std::vector<std::uint32_t> units, headlines;
  for (const PageBlock& block : page_.blocks) {
    if (is_headline(block)) headlines.push_back(block.at);
  }
  if (headlines.size() < 2 || headlines.size() > 100) return {};
  const auto count = [&](std::uint32_t node) {
    return std::ranges::lower_bound(headlines, tree_.node(node).end) -
           std::ranges::lower_bound(headlines, node);
  };
  for (const std::uint32_t headline : headlines) {
    std::uint32_t node = tree_.node(headline).parent;
    while (tree_.node(node).parent != node && count(tree_.node(node).parent) == 1) {
      node = tree_.node(node).parent;
    }
    if (is_unit(node)) units.push_back(node);
  }
  return units;
}

// The articles of a page that holds several, the page's own first; empty for other pages.
std::vector<std::uint32_t> Chooser::find_units() const {
  std::vector<std::uint32_t> units = marked_units();
  if (units.size() < 2) units = headed_units();
  if (units.size() < 2) return {};
  double together = 0, largest = 0;
  for (const std::uint32_t unit : units) {
    together += sum(weights_, unit);
    largest = std::max(largest, sum(weights_, unit));
  }
  if (together < 0.6 * sum(weights_, 0)) return {};
  std::erase_if(units, [&](std::uint32_t unit) { return sum(weights_, unit) < 0.1 * largest; });
  for (std::size_t k = 0; k < units.size(); ++k) {
    for (const PageBlock& block : page_.blocks) {
      const bool inside = block.at >= units[k] && block.at < tree_.node(units[k]).end;
      if (inside && block.is(Around::heading) && parts_.is_title(block)) {
        std::rotate(units.begin(), units.begin() + static_cast<std::ptrdiff_t>(k),
                    units.begin() + static_cast<std::ptrdiff_t>(k) + 1);
        return units;
      }
    }
  }
  return units;
}

void Chooser::mark(std::uint32_t article) {
  const ArticlePlace place = use_.articles[article];
  const auto in = [this](const PageBlock& block, std::uint32_t node) {
    return block.at >= node && block.at < tree_.node(node).end;
  };
  std::size_t first = page_.blocks.size(), begin = first, end = 0;
  for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
    const PageBlock& block = page_.blocks[i];
    if (!in(block, place.unit)) continue;
    first = std::min(first, i);
    if (use_.blocks[i].article != BlockUse::nowhere) use_.blocks[i].article = article;
    if (!in(block, place.root)) continue;
    begin = std::min(begin, i);
    end = i + 1;
    const SegmentKind kind = parts_.kind_of(i);
    if (kind != SegmentKind::furniture) use_.blocks[i] = {kind, article};
  }
  if (begin >= end) return;
  parts_.drop_furniture(use_.blocks, begin, end);
  mark_title(article, first, begin);
}

// The headline and what stands between it and the text: the lead, captions.
void Chooser::mark_title(std::uint32_t article, std::size_t first, std::size_t begin) {
  const auto shown = [&](std::size_t i) { return use_.blocks[i].article == article; };
  std::size_t title = begin;
  for (std::size_t i = begin; i-- > first && title == begin;) {
    if (shown(i) && parts_.is_title(page_.blocks[i]) && !page_.blocks[i].is(Around::nav)) title = i;
  }
  for (std::size_t i = begin; i-- > first && title == begin;) {
    if (shown(i) && is_headline(page_.blocks[i])) title = i;
  }
  if (title == begin) return;
  use_.blocks[title].kind = SegmentKind::title;
  for (std::size_t i = title + 1; i < begin; ++i) {
    const SegmentKind kind = parts_.kind_of(i);
    const bool lead = kind == SegmentKind::body && page_.blocks[i].is_called(PartName::summary) &&
                      length_of(page_.blocks[i].text) > 40;
    if (shown(i) && kind == SegmentKind::caption) use_.blocks[i].kind = kind;
    if (shown(i) && lead) use_.blocks[i].kind = SegmentKind::title;
  }
}

}  // namespace

PageUse use_of_blocks(const Tree& tree, const PageBlocks& page, const ArticleHints& hints,
                      const FurnitureLexicon* furniture) {
  KnownText known;
  for (const std::string& body : hints.bodies) known.add(body);
  PageUse best;
  double best_length = -1;
  for (const Trust trust : {Trust::names, Trust::elements, Trust::nothing}) {
    PageUse use = Chooser(tree, page, hints, known, furniture, trust).run();
    const double length = Chooser::length(page, use);
    const bool better = best_length < 0 || length > 3 * best_length;
    if (better) {
      best = std::move(use);
      best_length = length;
    }
    if (best_length >= enough_text) break;
  }
  return best;
}

}  // namespace entente

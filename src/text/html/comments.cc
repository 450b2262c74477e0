// Comments of readers on a page.
#include "text/html/comments.h"

#include <algorithm>

#include "text/html/byline.h"
#include "text/html/page_dates.h"
#include "text/html/prose.h"
#include "text/html/tag_scan.h"

namespace entente {
namespace {

constexpr std::size_t most_comments = 20'000;
constexpr std::size_t longest_author = 60;

class CommentFinder {
 public:
  CommentFinder(const Tree& tree, const PageBlocks& page, const PageLexicon& lexicon)
      : tree_(tree), page_(page), lexicon_(lexicon) {}

  std::vector<PageComment> run() {
    for (const PageBlock& block : page_.blocks) starts_.push_back(block.at);
    find_threads();
    for (const std::uint32_t thread : threads_) {
      std::vector<std::uint32_t> texts = named_texts(thread);
      if (texts.empty()) texts = repeated_children(thread);
      for (const std::uint32_t text : texts) add(text, thread, texts);
    }
    return std::move(comments_);
  }

 private:
  void find_threads();
  [[nodiscard]] std::vector<std::uint32_t> named_texts(std::uint32_t thread) const;
  [[nodiscard]] std::vector<std::uint32_t> repeated_children(std::uint32_t thread) const;
  void add(std::uint32_t text, std::uint32_t thread, const std::vector<std::uint32_t>& texts);
  struct Range {
    std::uint32_t begin, end;  // nodes
  };
  [[nodiscard]] Range item_of(std::uint32_t text, std::uint32_t thread,
                              const std::vector<std::uint32_t>& texts) const;
  void describe(PageComment& comment, Range item, std::uint32_t text) const;
  [[nodiscard]] std::size_t first_block(std::uint32_t node) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(starts_, node) - starts_.begin());
  }
  [[nodiscard]] bool has_blocks(std::uint32_t node) const {
    return first_block(node) < first_block(tree_.node(node).end);
  }
  [[nodiscard]] bool believed(std::size_t block) const {
    return page_.blocks[block].is_called(PartName::comment);
  }

  const Tree& tree_;
  const PageBlocks& page_;
  const PageLexicon& lexicon_;
  std::vector<std::uint32_t> starts_;   // the first node of each block
  std::vector<std::uint32_t> threads_;  // outermost elements of comments
  std::vector<PageComment> comments_;
};

// An element counts as a thread when its blocks are believed to be of comments.
void CommentFinder::find_threads() {
  for (std::uint32_t i = 0; i < tree_.size();) {
    const bool named = has(page_.parts[i], PartName::comment) && has_blocks(i) &&
                       believed(first_block(i)) &&
                       !page_.blocks[first_block(i)].is_called(PartName::hidden);
    const bool root = tree_.node(i).name == "body" || tree_.node(i).name == "html";
    if (named && !root) threads_.push_back(i);
    i = named && !root ? tree_.node(i).end : i + 1;
  }
}

// Innermost elements that are called the words of a comment.
std::vector<std::uint32_t> CommentFinder::named_texts(std::uint32_t thread) const {
  std::vector<std::uint32_t> texts;
  for (std::uint32_t i = thread; i < tree_.node(thread).end; ++i) {
    if (!has(page_.parts[i], PartName::comment_text) || !has_blocks(i)) continue;
    if (tree_.node(i).name == "textarea" || tree_.node(i).name == "form") continue;
    if (!texts.empty() && i < tree_.node(texts.back()).end) texts.pop_back();
    texts.push_back(i);
    if (texts.size() >= most_comments) break;
  }
  return texts;
}

// Children of one parent that are all called a comment, where their words are not set apart.
std::vector<std::uint32_t> CommentFinder::repeated_children(std::uint32_t thread) const {
  std::vector<std::uint32_t> items;
  for (std::uint32_t i = thread; i < tree_.node(thread).end; ++i) {
    const std::string_view name = tree_.node(i).name;
    const bool holder = name == "li" || name == "article" || name == "div" || name == "section" ||
                        name == "dd" || name == "tr";
    if (!holder || !has(page_.parts[i], PartName::comment) || !has_blocks(i)) continue;
    bool prose = false;
    for (std::size_t b = first_block(i); b < first_block(tree_.node(i).end); ++b) {
      prose = prose || (length_of(page_.blocks[b].text) > 40 && page_.blocks[b].link_share() < 0.5);
    }
    if (!prose) continue;
    if (!items.empty() && i < tree_.node(items.back()).end) items.pop_back();  // the innermost
    items.push_back(i);
    if (items.size() >= most_comments) break;
  }
  return items;
}

// The largest element around a comment's words that holds no other comment's; where answers lie in
// the same element, what stands there before the words.
CommentFinder::Range CommentFinder::item_of(std::uint32_t text, std::uint32_t thread,
                                            const std::vector<std::uint32_t>& texts) const {
  std::uint32_t item = text;
  const auto alone = [&](std::uint32_t node) {
    return std::ranges::lower_bound(texts, tree_.node(node).end) -
               std::ranges::lower_bound(texts, node) ==
           1;
  };
  bool headed = false;  // a thread's own heading is no comment's
  for (std::size_t b = first_block(thread); b < first_block(tree_.node(thread).end); ++b) {
    headed = headed || page_.blocks[b].is(Around::heading);
  }
  for (int steps = 0; item != thread && steps < 8 && alone(tree_.node(item).parent); ++steps) {
    if (headed && tree_.node(item).parent == thread) break;
    item = tree_.node(item).parent;
  }
  if (item != text || item == thread) return {item, tree_.node(item).end};
  const auto self = std::ranges::lower_bound(texts, text);
  const std::uint32_t before = self == texts.begin() ? thread : tree_.node(*(self - 1)).end;
  return {std::max(tree_.node(text).parent, before), tree_.node(text).end};
}

void CommentFinder::add(std::uint32_t text, std::uint32_t thread,
                        const std::vector<std::uint32_t>& texts) {
  if (comments_.size() >= most_comments) return;
  const Range item = item_of(text, thread, texts);
  PageComment comment;
  describe(comment, item, text);
  for (std::size_t b = first_block(text); b < first_block(tree_.node(text).end); ++b) {
    const PageBlock& block = page_.blocks[b];
    const bool label = block.is_called(PartName::byline) || block.is_called(PartName::date) ||
                       block.is(Around::time) || block.is_called(PartName::furniture) ||
                       block.is_called(PartName::hidden) || block.is(Around::form) ||
                       block.is(Around::heading);
    if (label || block.link_share() > 0.8 || b + 1 == comment.title) continue;
    if (item.begin == text && block.text == comment.author) continue;
    comment.blocks.push_back(static_cast<std::uint32_t>(b));
  }
  const bool signed_by = comment.named || comment.published.known();
  if (!comment.blocks.empty() && signed_by) comments_.push_back(std::move(comment));
}

// Author, day and title: what stands in the item beside the words.
void CommentFinder::describe(PageComment& comment, Range item, std::uint32_t text) const {
  const std::uint32_t end = tree_.node(text).end;
  for (std::size_t b = first_block(item.begin); b < first_block(item.end); ++b) {
    const PageBlock& block = page_.blocks[b];
    const bool within = block.at >= text && block.at < end;
    if (within && item.begin != text) continue;
    if (block.is(Around::heading) && comment.title == 0 && block.at < end &&
        !block.is_called(PartName::byline)) {
      comment.title = static_cast<std::uint32_t>(b) + 1;
      continue;
    }
    if (block.is_called(PartName::hidden) || length_of(block.text) > 2 * longest_author) continue;
    const bool has_date = !dates_in(block.text, lexicon_).empty();
    if (comment.author.empty() && !has_date && length_of(block.text) <= longest_author &&
        (block.is_called(PartName::byline) || (block.at < text && !block.is(Around::time)))) {
      comment.author = name_of_commenter(block.text, lexicon_);
      comment.named = block.is_called(PartName::byline);
    }
    if (!comment.published.known() && has_date) {
      comment.published = dates_in(block.text, lexicon_).front().date;
      const std::size_t cut = dates_in(block.text, lexicon_).front().begin;
      if (comment.author.empty() && cut > 2) {
        comment.author = name_of_commenter(std::string_view(block.text).substr(0, cut), lexicon_);
      }
    }
  }
  for (std::uint32_t i = item.begin; i < item.end && !comment.published.known(); ++i) {
    const std::string_view stated = tree_.attribute(i, "datetime");
    if (stated.empty()) continue;
    if (const auto date = stated_date(stated, lexicon_)) comment.published = *date;
  }
}

}  // namespace

std::vector<PageComment> comments_of(const Tree& tree, const PageBlocks& page,
                                     const PageLexicon& lexicon) {
  return CommentFinder(tree, page, lexicon).run();
}

}  // namespace entente

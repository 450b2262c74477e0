// What the blocks inside and around an article are: its text, captions, quotes, furniture.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "entente/document.h"
#include "text/html/article.h"
#include "text/html/blocks.h"
#include "text/html/prose.h"

namespace entente {

class FurnitureLexicon;

class ArticleParts {
 public:
  /// What is believed about a block's place. Pages whose article would be next to nothing are read
  /// again with less trust.
  enum class Trust { names, elements, nothing };

  ArticleParts(const PageBlocks& page, const ArticleHints& hints, const KnownText& known,
               const FurnitureLexicon* furniture, Trust trust);

  /// True for blocks that lie where no article does: menus, footers, comments.
  [[nodiscard]] bool outside(const PageBlock& block) const;
  [[nodiscard]] bool is_title(const PageBlock& block) const;
  /// The share of a block that the page's metadata give as the article's text.
  [[nodiscard]] double known_share(std::size_t i) const { return shares_[i]; }
  /// What a block of an article is, seen by itself.
  [[nodiscard]] SegmentKind kind_of(std::size_t i) const;
  /// Marks what is furniture by what stands around it, among the blocks of one article.
  void drop_furniture(std::vector<BlockUse>& use, std::size_t begin, std::size_t end) const;

 private:
  void drop_link_lists(std::vector<BlockUse>& use, std::size_t begin, std::size_t end) const;
  void drop_ends(std::vector<BlockUse>& use, std::size_t begin, std::size_t end) const;
  void drop_lone_headings(std::vector<BlockUse>& use, std::size_t begin, std::size_t end) const;
  [[nodiscard]] bool is_label(const PageBlock& block) const;
  [[nodiscard]] bool is_notice(const PageBlock& block) const;
  [[nodiscard]] bool is_prose(std::size_t i) const;

  const PageBlocks& page_;
  const FurnitureLexicon* furniture_;
  Trust trust_;
  std::vector<std::string> titles_;  // their words
  std::vector<double> shares_;
};

}  // namespace entente

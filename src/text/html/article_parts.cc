// What the blocks inside and around an article are.
#include "text/html/article_parts.h"

#include <algorithm>

#include "text/segments.h"

namespace entente {
namespace {

constexpr std::size_t long_block = 80;

bool is_text(const BlockUse& use) {
  return use.kind == SegmentKind::body || use.kind == SegmentKind::quote;
}

}  // namespace

ArticleParts::ArticleParts(const PageBlocks& page, const ArticleHints& hints,
                           const KnownText& known, const FurnitureLexicon* furniture, Trust trust)
    : page_(page), furniture_(furniture), trust_(trust), shares_(page.blocks.size(), 0) {
  for (const std::string& title : hints.titles) {
    std::string words = words_of(title);
    if (!words.empty()) titles_.push_back(std::move(words));
  }
  if (known.empty()) return;
  for (std::size_t i = 0; i < shares_.size(); ++i) shares_[i] = known.share(page.blocks[i].text);
}

bool ArticleParts::outside(const PageBlock& block) const {
  if (trust_ == Trust::nothing) return false;
  if (block.is(Around::nav) || block.is(Around::footer) || block.is(Around::aside)) return true;
  const bool prose = length_of(block.text) >= long_block && block.link_share() < 0.3;
  if (trust_ == Trust::elements && prose) return false;
  return block.is_called(PartName::furniture) || block.is_called(PartName::comment) ||
         block.is_called(PartName::hidden);
}

bool ArticleParts::is_title(const PageBlock& block) const {
  if (block.text.size() > 400) return false;
  return std::ranges::find(titles_, words_of(block.text)) != titles_.end();
}

bool ArticleParts::is_prose(std::size_t i) const {
  const std::size_t length = length_of(page_.blocks[i].text);
  return length >= long_block || (length > 30 && ends_like_sentence(page_.blocks[i].text));
}

// Who wrote it, when.
bool ArticleParts::is_label(const PageBlock& block) const {
  return block.is_called(PartName::byline) || block.is_called(PartName::date) ||
         block.is_called(PartName::updated) || block.is(Around::time);
}

bool ArticleParts::is_notice(const PageBlock& block) const {
  const std::string& text = block.text;
  if (text.size() > 1 && text[0] == '<' && text.find('>') != std::string::npos) return true;
  const bool short_or_linked = length_of(text) <= 150 || block.link_share() > 0.3;
  return short_or_linked && furniture_ != nullptr && furniture_->matches(text);
}

SegmentKind ArticleParts::kind_of(std::size_t i) const {
  const PageBlock& block = page_.blocks[i];
  const std::size_t length = length_of(block.text);
  const bool known = shares_[i] > 0.9;
  if (outside(block)) {
    const bool told = known && length >= long_block && !block.is_called(PartName::comment);
    return told ? SegmentKind::body : SegmentKind::furniture;
  }
  if (is_title(block) || (block.is(Around::heading) && block.level == 1)) return SegmentKind::title;
  if (block.is_called(PartName::title) && block.is(Around::heading)) return SegmentKind::title;
  if (block.is(Around::caption) || block.is_called(PartName::caption)) return SegmentKind::caption;
  if (block.is_called(PartName::repeated)) return SegmentKind::furniture;
  if (length < 120 && is_label(block)) return SegmentKind::furniture;
  const bool lines = block.text.find('\n') != std::string::npos;
  const bool links =
      (block.link_share() > 0.8 && length < 400) || (lines && block.link_share() > 0.5);
  if (links && !known) return SegmentKind::furniture;
  if (is_notice(block)) return SegmentKind::furniture;
  if (block.is(Around::form) && length < long_block) return SegmentKind::furniture;
  if (block.is(Around::quote) || block.is_called(PartName::quote)) return SegmentKind::quote;
  return SegmentKind::body;
}

void ArticleParts::drop_furniture(std::vector<BlockUse>& use, std::size_t begin,
                                  std::size_t end) const {
  drop_link_lists(use, begin, end);
  drop_ends(use, begin, end);
  drop_lone_headings(use, begin, end);
}

// Lists whose items are links to elsewhere.
void ArticleParts::drop_link_lists(std::vector<BlockUse>& use, std::size_t begin,
                                   std::size_t end) const {
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
    for (std::size_t k = i; k < last && 2 * linked > bytes; ++k) {
      if (is_text(use[k])) use[k].kind = SegmentKind::furniture;
    }
    i = last;
  }
}

// Labels before the first and behind the last running text.
void ArticleParts::drop_ends(std::vector<BlockUse>& use, std::size_t begin, std::size_t end) const {
  std::size_t first = begin;
  while (first < end && !(is_text(use[first]) && is_prose(first))) ++first;
  std::size_t last = end;
  while (last > first && !(is_text(use[last - 1]) && is_prose(last - 1))) --last;
  if (first >= last) return;
  for (std::size_t i = begin; i < end; ++i) {
    const bool inside = i >= first && i < last;
    const PageBlock& block = page_.blocks[i];
    const bool list = (block.is(Around::item) || block.is(Around::row)) && block.link_share() < 0.3;
    if (!inside && is_text(use[i]) && !list) use[i].kind = SegmentKind::furniture;
  }
}

// Headings with nothing of the article under them.
void ArticleParts::drop_lone_headings(std::vector<BlockUse>& use, std::size_t begin,
                                      std::size_t end) const {
  bool something = false;
  for (std::size_t i = end; i-- > begin;) {
    if (use[i].kind == SegmentKind::furniture) continue;
    const bool heading = page_.blocks[i].is(Around::heading) && use[i].kind == SegmentKind::body;
    const bool over_links = i + 1 < end && use[i + 1].kind == SegmentKind::furniture &&
                            page_.blocks[i + 1].link_share() > 0.5;
    if (heading && (!something || over_links)) {
      use[i].kind = SegmentKind::furniture;
    } else {
      something = true;
    }
  }
}

}  // namespace entente

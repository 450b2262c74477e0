// HTML pages to documents: parsed, divided into blocks, the blocks given to articles and comments.
#include "text/html/page.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "text/html/article.h"
#include "text/html/blocks.h"
#include "text/html/byline.h"
#include "text/html/comments.h"
#include "text/html/metadata.h"
#include "text/html/nesting.h"
#include "text/html/page_dates.h"
#include "text/html/page_documents.h"
#include "text/html/prose.h"
#include "text/html/slim.h"
#include "text/html/tag_scan.h"
#include "text/html/tree.h"

namespace entente {
namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) {
    if (!all.empty()) all += ", ";
    all += name;
  }
  return all;
}

// The title of <title> often ends with the name of the site.
std::string without_site(const std::string& title) {
  std::size_t cut = std::string::npos;
  for (const std::string_view mark : {" | ", " - ", " – ", " — ", " :: ", " « ", " » "}) {
    const std::size_t found = title.rfind(mark);
    if (found != std::string::npos && found > 12 && (cut == std::string::npos || found > cut)) {
      cut = found;
    }
  }
  return title.substr(0, cut);
}

class PageReader {
 public:
  PageReader(const SlimPage& slim, const PageOptions& options, const PageLexicon& lexicon)
      : options_(options),
        lexicon_(lexicon),
        tree_(slim),
        meta_(metadata_of(tree_, slim, options.url, lexicon)),
        page_(page_blocks_of(tree_, lexicon)),
        use_(use_of_blocks(tree_, page_, hints(), options.furniture.get())),
        comments_(comments_of(tree_, page_, lexicon)) {}

  std::vector<Document> run() {
    take_comment_blocks();
    std::vector<Document> documents;
    for (std::uint32_t article = 0; article < use_.articles.size(); ++article) {
      documents.push_back(read_article(article));
    }
    for (std::size_t i = 0; i < comments_.size(); ++i) {
      documents.push_back(read_comment(comments_[i], i + 1));
    }
    return documents;
  }

 private:
  [[nodiscard]] ArticleHints hints() const {
    ArticleHints hints;
    hints.titles = meta_.titles;
    for (const LinkedArticle& article : meta_.linked) {
      if (!article.body.empty()) hints.bodies.push_back(article.body);
    }
    return hints;
  }
  void take_comment_blocks();
  [[nodiscard]] Document blank(const std::string& suffix) const;
  [[nodiscard]] Document read_article(std::uint32_t article) const;
  void fill_own(Document& document, const Byline& byline) const;
  void fill_dates(Document& document, const Byline& byline) const;
  void use_linked_body(Document& document) const;
  [[nodiscard]] Document read_comment(const PageComment& comment, std::size_t number) const;

  const PageOptions& options_;
  const PageLexicon& lexicon_;
  Tree tree_;
  Metadata meta_;
  PageBlocks page_;
  PageUse use_;
  std::vector<PageComment> comments_;
};

// A block is in one document only: what the article took is no comment.
void PageReader::take_comment_blocks() {
  for (PageComment& comment : comments_) {
    std::erase_if(comment.blocks, [this](std::uint32_t i) {
      return use_.blocks[i].kind != SegmentKind::furniture ||
             use_.blocks[i].article == BlockUse::nowhere;
    });
    for (const std::uint32_t i : comment.blocks) use_.blocks[i].article = BlockUse::nowhere;
    if (comment.title > 0) use_.blocks[comment.title - 1].article = BlockUse::nowhere;
  }
  std::erase_if(comments_, [](const PageComment& comment) { return comment.blocks.empty(); });
}

Document PageReader::blank(const std::string& suffix) const {
  Document document;
  document.id = options_.id + suffix;
  document.url = options_.url;
  if (meta_.canonical != options_.url) document.canonical = meta_.canonical;
  document.publisher = meta_.publisher;
  document.language = meta_.language.empty() ? options_.language : meta_.language;
  return document;
}

Document PageReader::read_article(std::uint32_t article) const {
  Document document = blank(article == 0 ? "" : "#article" + std::to_string(article + 1));
  DocumentText text(document, tree_);
  for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
    const BlockUse& use = use_.blocks[i];
    if (use.article != article) continue;
    if (use.kind == SegmentKind::furniture && !options_.keep_furniture) continue;
    text.add(page_.blocks[i].text, use.kind, page_.blocks[i].node);
    if (use.kind == SegmentKind::title && document.title.empty()) {
      document.title = page_.blocks[i].text;
      std::ranges::replace(document.title, '\n', ' ');
    }
  }
  const Byline byline =
      byline_of(tree_, page_, use_, article, lexicon_, article == 0 ? meta_.published : Date{});
  if (article == 0) {
    fill_own(document, byline);
    return document;
  }
  document.author = joined(byline.authors);
  document.published = to_string(byline.published);
  document.updated = to_string(byline.updated);
  return document;
}

// What the page's metadata say is said of its first article.
void PageReader::fill_own(Document& document, const Byline& byline) const {
  if (document.title.empty() && !meta_.titles.empty()) {
    document.title = without_site(meta_.titles[0]);
  }
  std::vector<std::string> authors;
  for (const std::string& author : meta_.authors) {
    std::string name = name_in_byline(author, lexicon_);
    if (name.empty()) name = author;
    authors.push_back(std::move(name));
  }
  document.author = joined(authors.empty() ? byline.authors : authors);
  fill_dates(document, byline);
  use_linked_body(document);
}

void PageReader::fill_dates(Document& document, const Byline& byline) const {
  const Date in_url =
      date_of_url(options_.url).value_or(date_of_url(meta_.canonical).value_or(Date{}));
  const auto apart = [](Date a, Date b) { return std::abs(day_number(a) - day_number(b)); };
  const Date updated = meta_.updated.known() ? meta_.updated : byline.updated;
  Date published = meta_.published;
  if (!published.known()) {
    published = byline.published.known() ? byline.published : in_url;
    if (!published.known()) published = byline.updated;
  } else if (byline.published.known()) {
    // The day that readers see is that of the place where the page is made.
    if (byline.labelled || apart(byline.published, published) == 1) published = byline.published;
  } else if (meta_.greenwich && in_url.known() && apart(in_url, published) == 1 &&
             byline.updated != published) {
    published = in_url;
  }
  const bool changed_before = byline.updated.known() && byline.updated < published;
  if (changed_before && apart(byline.updated, published) == 1) published = byline.updated;
  document.published = published.known() ? to_string(published) : options_.published;
  document.updated = to_string(updated);
}

// Some pages hold their text in JSON-LD only and let scripts show it.
void PageReader::use_linked_body(Document& document) const {
  const LinkedArticle* longest = nullptr;
  for (const LinkedArticle& article : meta_.linked) {
    if (longest == nullptr || article.body.size() > longest->body.size()) longest = &article;
  }
  constexpr std::size_t worth = 500;
  if (longest == nullptr || longest->body.size() < worth) return;
  std::size_t shown = 0;
  KnownText known;
  for (const Segment& segment : document.segments) {
    if (segment.kind != SegmentKind::body && segment.kind != SegmentKind::quote) continue;
    shown += segment.span.size();
    known.add(std::string_view(document.text).substr(segment.span.begin, segment.span.size()));
  }
  if (2 * shown > longest->body.size() || known.share(longest->body) > 0.5) return;
  std::uint32_t script = 0;
  for (std::uint32_t i = 0; i < tree_.size() && script == 0; ++i) {
    if (tree_.node(i).name != "script") continue;
    if (equals_ignoring_case(tree_.attribute(i, "type"), "application/ld+json")) script = i;
  }
  document.text.clear();
  document.segments.clear();
  document.paragraphs.clear();
  DocumentText text(document, tree_);
  text.add(document.title, SegmentKind::title, script);
  std::string_view rest = longest->body;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    text.add(rest.substr(0, end), SegmentKind::body, script);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

Document PageReader::read_comment(const PageComment& comment, std::size_t number) const {
  Document document = blank("#comment" + std::to_string(number));
  document.author = comment.author;
  document.published = to_string(comment.published);
  DocumentText text(document, tree_);
  if (comment.title > 0) {
    const PageBlock& title = page_.blocks[comment.title - 1];
    document.title = title.text;
    text.add(title.text, SegmentKind::title, title.node);
  }
  for (const std::uint32_t i : comment.blocks) {
    text.add(page_.blocks[i].text, SegmentKind::comment, page_.blocks[i].node);
  }
  text.sign(document.author, document.published);
  return document;
}

// Names that only pages of HTML begin with.
bool is_page_tag(std::string_view name) {
  const TagClass kind = tag_name(name).kind;
  if (kind == TagClass::block || kind == TagClass::item || kind == TagClass::cell) return true;
  for (const std::string_view known : {"html", "head", "body", "title", "meta", "script", "style",
                                       "table", "br", "img", "b", "i", "a", "span", "font"}) {
    if (equals_ignoring_case(name, known)) return true;
  }
  return false;
}

}  // namespace

bool looks_like_html(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  for (std::size_t at = 0; at < head.size();) {
    if (is_html_space(head[at])) {
      ++at;
      continue;
    }
    const std::string_view rest = head.substr(at);
    if (rest[0] != '<' || rest.size() < 3) return false;
    if (rest.size() >= 9 && equals_ignoring_case(rest.substr(0, 9), "<!doctype")) {
      const std::size_t name = std::min(rest.find_first_not_of(" \t\r\n", 9), rest.size());
      return equals_ignoring_case(rest.substr(name, 4), "html");
    }
    if (rest[1] == '?' || rest[1] == '!') {
      at = skip_markup(head, at);
      continue;
    }
    const std::size_t end = std::min(rest.find_first_of(" \t\r\n\f/>", 1), rest.size());
    return end < rest.size() && is_page_tag(rest.substr(1, end - 1));
  }
  return false;
}

std::vector<Document> read_page(std::string_view html, const PageOptions& options,
                                const Location& where) {
  if (html.size() > options.max_bytes) {
    throw Error(ErrorKind::too_large,
                "the page is larger than " + std::to_string(options.max_bytes >> 20) + " MiB",
                where);
  }
  static const PageLexicon no_words;
  const PageLexicon& lexicon = options.lexicon != nullptr ? *options.lexicon : no_words;
  const SlimPage page = slim(html, SlimLimits{}, where);
  return PageReader(page, options, lexicon).run();
}

}  // namespace entente

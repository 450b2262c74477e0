// HTML pages to the documents they hold: articles, and each comment as a document of its own.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "entente/document.h"
#include "entente/error.h"

namespace entente {

class FurnitureLexicon;
class PageLexicon;

struct PageOptions {
  std::string id;         ///< of the first document; "id#article2", "id#comment1" of the others
  std::string url;        ///< where the page was served from
  std::string published;  ///< ISO date for a page that shows none
  std::string language;   ///< ISO 639-1 as the server declared it, for a page that declares none
  /// What stands around the article (menus, notices, related links) is kept as furniture segments,
  /// so that nothing visible is lost; false leaves it out of the text.
  bool keep_furniture = true;
  /// A longer page, or one with more elements than pages of news ever have, is refused (too_large).
  std::uint64_t max_bytes = 128ULL << 20;
  /// The words of classes, bylines and datelines; without it only the elements themselves speak.
  std::shared_ptr<const PageLexicon> lexicon;
  /// Phrases of notices; without it none are known. See text/segments.h.
  std::shared_ptr<const FurnitureLexicon> furniture;
};

/// True when bytes begin like an HTML page (a doctype, a comment before it, or a tag of HTML after
/// white space or a byte order mark), whatever their encoding as long as it extends ASCII.
[[nodiscard]] bool looks_like_html(std::string_view head);

/// The documents of a page: first its article (the whole page where it has none), then further
/// articles, then comments in the order of the page, all under the page's url. `html` must be valid
/// UTF-8. Of each document are filled: id, text, title, url, canonical, publisher, author,
/// published, updated, language, segments, paragraphs. Never empty: a page without any text gives
/// one document without text. Throws Error too_large at `where`.
[[nodiscard]] std::vector<Document> read_page(std::string_view html, const PageOptions& options,
                                              const Location& where = {});

}  // namespace entente

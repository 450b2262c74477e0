// HTML pages to documents.
#include "text/html/page.h"

namespace entente {

bool looks_like_html(std::string_view head) { return head.find('<') != std::string_view::npos; }

std::vector<Document> read_page(std::string_view html, const PageOptions& options,
                                const Location& where) {
  if (html.size() > options.max_bytes) {
    throw Error(ErrorKind::too_large, "the page is larger than the limit", where);
  }
  std::vector<Document> documents(1);
  documents[0].id = options.id;
  documents[0].url = options.url;
  return documents;
}

}  // namespace entente

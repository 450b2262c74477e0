// What a page says of itself outside of its text: metadata of its head, microdata, JSON-LD.
#pragma once

#include <string>
#include <vector>

#include "entente/date.h"
#include "text/html/linked_data.h"
#include "text/html/page_lexicon.h"
#include "text/html/tree.h"

namespace entente {

struct Metadata {
  std::vector<std::string> titles;  ///< best first
  std::vector<std::string> authors;
  std::string publisher, canonical, language;
  Date published, updated;
  /// The day was given in the time of Greenwich, so that readers may know the one beside it.
  bool greenwich = false;
  std::vector<LinkedArticle> linked;
};

/// `url`: where the page was served from, against which its canonical address is resolved.
[[nodiscard]] Metadata metadata_of(const Tree& tree, const SlimPage& page, const std::string& url,
                                   const PageLexicon& lexicon);

/// "en" of "en-GB" or "en_US"; "" for what is no tag of a language.
[[nodiscard]] std::string language_code(std::string_view tag);
/// An address as seen from the page at `base`; "" where it is none of the web.
[[nodiscard]] std::string resolved_url(std::string_view address, std::string_view base);
/// The name of a site out of its address: its host without "www.".
[[nodiscard]] std::string host_of(std::string_view url);

}  // namespace entente

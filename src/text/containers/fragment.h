// Pieces of HTML that stand in feeds and mails: the text of a short one, a page around a long one.
#pragma once

#include <string>
#include <string_view>

#include "text/containers/payload.h"

namespace entente {

/// The text of a short fragment (a headline), character references read and white space in single
/// blanks. More than a few thousand bytes are cut.
[[nodiscard]] std::string text_of_fragment(std::string_view html);

/// `text` so that it reads the same in HTML.
[[nodiscard]] std::string escaped(std::string_view text);

/// A page whose article has this content (HTML), and that says of itself what `origin` does.
[[nodiscard]] std::string page_around(std::string_view content, const Origin& origin);

}  // namespace entente

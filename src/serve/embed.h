// Writing foreign text into a page so that it stays text: news is hostile by nature.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// Text for an element's content or a quoted attribute.
[[nodiscard]] std::string html_text(std::string_view text);
/// JSON for a <script> element: no byte of it can end the element or begin a comment.
[[nodiscard]] std::string embedded_json(std::string_view json);
/// The bytes as a zlib stream in base64.
[[nodiscard]] std::string packed_base64(std::string_view bytes);

}  // namespace entente

// One line of JSON Lines as a document. Memory stays within the line's own size, however it is
// nested.
#pragma once

#include <string>

#include "entente/document.h"
#include "entente/error.h"

namespace entente {

struct JsonLine {
  Document document;      ///< `text` and what else was given; invalid UTF-8 is replaced and counted
  bool is_html = false;   ///< `text` is the page that stood in "html", there being no "text"
  std::string published;  ///< as it stood, where it is no date
};

/// Parses `line`, which is changed by repair. Throws Error malformed at `where`; its byte is that
/// of the line's begin and the message names the column.
[[nodiscard]] JsonLine parse_json_line(std::string& line, const Location& where);

}  // namespace entente

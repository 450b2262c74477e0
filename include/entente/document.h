// A document: its text as it stood, and what is known about where it came from.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entente/span.h"

namespace entente {

/// What a stretch of a document is. A quote is a block that the page sets off as somebody's words.
enum class SegmentKind : std::uint8_t { body, title, caption, comment, furniture, quote };

/// A stretch of a document's text of one kind. Segments do not overlap and come in order.
struct Segment {
  Span span;
  SegmentKind kind = SegmentKind::body;
  std::string author;         ///< of a comment or a further article, where known
  std::string published;      ///< of such a one, ISO date, where known
  std::uint32_t article = 0;  ///< counts the articles and comments of a text: each is a discourse
                              ///< of its own, with its own title, writer and day
};

/// Where in the page a stretch of the text came from: "html>body>main>article>p[3]", an element's
/// number counted among its siblings of the same name, from 1, and left out where it is alone.
struct Paragraph {
  Span span;
  std::string element;
};

/// text is valid UTF-8: what was read, or of a page the text that its elements hold. Every span in
/// the system indexes it.
struct Document {
  std::string id;
  std::string text;
  std::string title;
  std::string url;        ///< where it was read from
  std::string canonical;  ///< the address that the page itself gives, where it differs from url
  std::string publisher;
  std::string author;
  std::string published;  ///< ISO 8601 date (2016-08-16) or empty
  std::string updated;    ///< ISO 8601 date of the last change, where the page gives one
  std::string language;   ///< ISO 639-1, empty where unknown
  std::vector<Segment> segments;
  std::vector<Paragraph> paragraphs;  ///< of a page: its elements, in order; else empty
  std::uint32_t replaced_bytes = 0;   ///< bytes that were not UTF-8 and became U+FFFD
};

[[nodiscard]] const char* name_of(SegmentKind kind);

}  // namespace entente

// A document: its text as it stood, and what is known about where it came from.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entente/span.h"

namespace entente {

/// What a stretch of a document is.
enum class SegmentKind : std::uint8_t { body, title, caption, comment, furniture };

/// A stretch of a document's text of one kind. Segments do not overlap and come in order.
struct Segment {
  Span span;
  SegmentKind kind = SegmentKind::body;
  std::string author;     ///< of a comment, where known
  std::string published;  ///< of a comment, ISO date, where known
};

/// text is valid UTF-8 and otherwise exactly what was read: every span in the system indexes it.
struct Document {
  std::string id;
  std::string text;
  std::string title;
  std::string url;
  std::string publisher;
  std::string author;
  std::string published;  ///< ISO 8601 date (2016-08-16) or empty
  std::string language;   ///< ISO 639-1, empty where unknown
  std::vector<Segment> segments;
  std::uint32_t replaced_bytes = 0;  ///< bytes that were not UTF-8 and became U+FFFD
};

[[nodiscard]] const char* name_of(SegmentKind kind);

}  // namespace entente

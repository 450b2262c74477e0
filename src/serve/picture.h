// What the report shows of a store, read once: acts, their reports, the documents with their texts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "serve/report.h"
#include "story/act.h"
#include "story/dispute.h"

namespace entente {

struct PictureReport {
  std::int64_t row = 0;        ///< of its item
  std::uint32_t act = 0;       ///< index into Picture::acts
  std::uint32_t document = 0;  ///< index into Picture::documents
  int item = -1;               ///< which of its document's items; -1 where there is no text
  std::vector<std::string> said_by, denied_by;
  bool copy = false;
  Span trigger, sentence;
  ItemSpans spans;
  std::string quote;  ///< its sentence, where the page shows it at once or no text holds it
};

struct PictureDocument {
  std::string id, source, title, published, publisher, url;
  int chunk = -1;                      ///< that holds its text
  int copy_of = -1;                    ///< document that told it first
  std::vector<std::uint32_t> reports;  ///< in the order of their items in the chunk
};

struct Picture {
  std::vector<Act> acts;               ///< in the order of their ids
  std::vector<PictureReport> reports;  ///< by act, then by the day of their documents
  std::vector<PictureDocument> documents;
  std::vector<Dispute> disputes;    ///< with `items` as indexes into reports, `acts` into acts
  std::vector<std::string> chunks;  ///< texts, packed; docs/formats.md says how
};

[[nodiscard]] Picture read_picture(Store& store, const ReportOptions& options);

}  // namespace entente

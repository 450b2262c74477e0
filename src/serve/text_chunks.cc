// Writes a chunk as JSON and packs it.
#include "serve/text_chunks.h"

#include <fmt/format.h>

#include <iterator>
#include <span>

#include "record/json_text.h"
#include "serve/embed.h"

namespace entente {
namespace {

void append_segments(std::string& out, const Document& document) {
  out += '[';
  for (const Segment& segment : document.segments) {
    if (segment.kind == SegmentKind::body) continue;
    if (out.back() != '[') out += ',';
    fmt::format_to(std::back_inserter(out), "[{},{},\"{}\"]", segment.span.begin, segment.span.end,
                   name_of(segment.kind));
  }
  out += ']';
}

void append_spans(std::string& out, int field, std::span<const Span> spans) {
  for (const Span span : spans) {
    fmt::format_to(std::back_inserter(out), ",{},{},{}", field, span.begin, span.end);
  }
}

/// The sentence, then field, begin and end of each span; fields are numbered as docs/formats.md
/// has it.
void append_item(std::string& out, const PictureReport& report) {
  fmt::format_to(std::back_inserter(out), "[{},{}", report.sentence.begin, report.sentence.end);
  append_spans(out, 0, {&report.trigger, 1});
  append_spans(out, 1, report.spans.actor);
  append_spans(out, 2, report.spans.recipient);
  append_spans(out, 3, report.spans.when);
  append_spans(out, 4, report.spans.where);
  append_spans(out, 5, report.spans.said_by);
  append_spans(out, 6, report.spans.denied_by);
  out += ']';
}

}  // namespace

void TextChunks::add(std::size_t at, const Document& document) {
  PictureDocument& known = picture_.documents[at];
  known.chunk = static_cast<int>(picture_.chunks.size());
  chunk_ += chunk_.empty() ? '[' : ',';
  JsonObject object(chunk_);
  object.member("doc", std::uint64_t{at});
  object.member("text", document.text);
  object.key("segments");
  append_segments(chunk_, document);
  object.key("items");
  chunk_ += '[';
  for (std::size_t i = 0; i < known.reports.size(); ++i) {
    if (i > 0) chunk_ += ',';
    PictureReport& report = picture_.reports[known.reports[i]];
    report.item = static_cast<int>(i);
    append_item(chunk_, report);
  }
  chunk_ += ']';
  object.close();
  if (chunk_.size() >= chunk_bytes) finish();
}

void TextChunks::finish() {
  if (chunk_.empty()) return;
  chunk_ += ']';
  picture_.chunks.push_back(packed_base64(chunk_));
  chunk_.clear();
}

}  // namespace entente

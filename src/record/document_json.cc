// Documents as JSON Lines.
#include "record/document_json.h"

#include <array>
#include <optional>

#include "base/utf8.h"
#include "record/json_fields.h"
#include "record/json_text.h"

namespace entente {
namespace {

constexpr std::array segment_kinds = {SegmentKind::body,      SegmentKind::title,
                                      SegmentKind::caption,   SegmentKind::comment,
                                      SegmentKind::furniture, SegmentKind::quote};

void append_segments(JsonObject& object, std::string& out, const std::vector<Segment>& segments) {
  object.key("segments");
  out += '[';
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (i > 0) out += ',';
    JsonObject segment(out);
    segment.member("begin", std::uint64_t{segments[i].span.begin});
    segment.member("end", std::uint64_t{segments[i].span.end});
    segment.member("kind", name_of(segments[i].kind));
    segment.optional("author", segments[i].author);
    segment.optional("published", segments[i].published);
    if (segments[i].article > 0) segment.member("article", std::uint64_t{segments[i].article});
    segment.close();
  }
  out += ']';
}

void append_paragraphs(JsonObject& object, std::string& out,
                       const std::vector<Paragraph>& paragraphs) {
  if (paragraphs.empty()) return;
  object.key("paragraphs");
  out += '[';
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (i > 0) out += ',';
    JsonObject paragraph(out);
    paragraph.member("begin", std::uint64_t{paragraphs[i].span.begin});
    paragraph.member("end", std::uint64_t{paragraphs[i].span.end});
    paragraph.member("element", paragraphs[i].element);
    paragraph.close();
  }
  out += ']';
}

SegmentKind kind_in(const JsonFields& fields) {
  const std::string name = fields.required_string("kind");
  for (const SegmentKind kind : segment_kinds) {
    if (name == name_of(kind)) return kind;
  }
  fields.fail("kind", "names no kind of segment: \"" + name + "\"");
}

// The span of an entry that must lie in the text, on whole characters, and not before `last`.
Span span_in(const JsonFields& entry, std::string_view text, std::uint32_t last, const char* what) {
  const Span span = entry.required_span("begin", "end");
  if (span.end > text.size()) entry.fail("end", "lies past the end of the text");
  if (span.begin < last) {
    entry.fail("begin", "lies before the end of the " + std::string(what) + " before");
  }
  if (!is_boundary(text, span.begin) || !is_boundary(text, span.end)) {
    entry.fail("begin", "or \"end\" lies inside a character");
  }
  return span;
}

std::vector<Paragraph> paragraphs_in(const JsonFields& fields, std::string_view text) {
  std::vector<Paragraph> paragraphs;
  std::uint32_t last = 0;
  for (const JsonFields& entry : fields.objects("paragraphs")) {
    const Span span = span_in(entry, text, last, "paragraph");
    last = span.end;
    paragraphs.push_back({span, entry.required_string("element")});
  }
  return paragraphs;
}

std::vector<Segment> segments_in(const JsonFields& fields, std::string_view text) {
  std::vector<Segment> segments;
  std::uint32_t last = 0;
  for (const JsonFields& entry : fields.objects("segments")) {
    Segment segment;
    segment.span = span_in(entry, text, last, "segment");
    last = segment.span.end;
    segment.kind = kind_in(entry);
    segment.author = entry.string("author");
    segment.published = entry.string("published");
    segment.article = entry.integer("article");
    segments.push_back(std::move(segment));
  }
  return segments;
}

}  // namespace

void append_document_json(std::string& out, const Document& document) {
  JsonObject object(out);
  object.member("id", document.id);
  object.optional("title", document.title);
  object.optional("published", document.published);
  object.optional("updated", document.updated);
  object.optional("author", document.author);
  object.optional("publisher", document.publisher);
  object.optional("url", document.url);
  object.optional("canonical", document.canonical);
  object.optional("language", document.language);
  if (document.replaced_bytes > 0) {
    object.member("replaced_bytes", std::uint64_t{document.replaced_bytes});
  }
  append_segments(object, out, document.segments);
  append_paragraphs(object, out, document.paragraphs);
  object.member("text", document.text);
  object.close();
  out += '\n';
}

Document read_document(std::string_view line, const Location& place) {
  const nlohmann::json value = parse_json(line, place);
  const JsonFields fields(value, place);
  Document document;
  document.id = fields.string("id");
  document.text = fields.required_string("text");
  document.title = fields.string("title");
  document.published = fields.string("published");
  document.updated = fields.string("updated");
  document.author = fields.string("author");
  document.publisher = fields.string("publisher");
  document.url = fields.string("url");
  document.canonical = fields.string("canonical");
  document.language = fields.string("language");
  document.replaced_bytes = fields.integer("replaced_bytes");
  document.segments = segments_in(fields, document.text);
  document.paragraphs = paragraphs_in(fields, document.text);
  return document;
}

}  // namespace entente

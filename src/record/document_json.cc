// Documents as JSON Lines.
#include "record/document_json.h"

#include <array>
#include <optional>

#include "base/utf8.h"
#include "record/json_fields.h"
#include "record/json_text.h"

namespace entente {
namespace {

constexpr std::array segment_kinds = {SegmentKind::body, SegmentKind::title, SegmentKind::caption,
                                      SegmentKind::comment, SegmentKind::furniture};

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
    segment.close();
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

std::vector<Segment> segments_in(const JsonFields& fields, std::string_view text) {
  std::vector<Segment> segments;
  std::uint32_t last = 0;
  for (const JsonFields& entry : fields.objects("segments")) {
    Segment segment;
    segment.span = entry.required_span("begin", "end");
    if (segment.span.end > text.size()) entry.fail("end", "lies past the end of the text");
    if (segment.span.begin < last) entry.fail("begin", "lies before the end of the segment before");
    if (!is_boundary(text, segment.span.begin) || !is_boundary(text, segment.span.end)) {
      entry.fail("begin", "or \"end\" lies inside a character");
    }
    last = segment.span.end;
    segment.kind = kind_in(entry);
    segment.author = entry.string("author");
    segment.published = entry.string("published");
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
  object.optional("author", document.author);
  object.optional("publisher", document.publisher);
  object.optional("url", document.url);
  object.optional("language", document.language);
  if (document.replaced_bytes > 0) {
    object.member("replaced_bytes", std::uint64_t{document.replaced_bytes});
  }
  append_segments(object, out, document.segments);
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
  document.author = fields.string("author");
  document.publisher = fields.string("publisher");
  document.url = fields.string("url");
  document.language = fields.string("language");
  document.replaced_bytes = fields.integer("replaced_bytes");
  document.segments = segments_in(fields, document.text);
  return document;
}

}  // namespace entente

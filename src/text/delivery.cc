// Ids, segments and dates of documents as they leave the reader.
#include "text/delivery.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "entente/date.h"
#include "text/segments.h"

namespace entente {
namespace {

std::string title_of(const Document& document) {
  for (const Segment& segment : document.segments) {
    if (segment.kind != SegmentKind::title) continue;
    return document.text.substr(segment.span.begin, segment.span.size());
  }
  return "";
}

}  // namespace

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    if (!is_space(next.code)) return false;
    at += next.size;
  }
  return true;
}

Delivery::Delivery(const ReadOptions& options, const ReadHandlers& handlers)
    : options_(options), handlers_(handlers) {
  if (options.published.empty()) return;
  const std::optional<Date> date = parse_date(options.published);
  if (!date) throw Error(ErrorKind::invalid_value, "'" + options.published + "' is not a date");
  published_ = to_string(*date);
}

std::uint64_t Delivery::limit() const {
  return std::min<std::uint64_t>(options_.max_document_bytes,
                                 std::numeric_limits<std::int32_t>::max());
}

void Delivery::refuse_size(const Location& where) const {
  throw Error(ErrorKind::too_large,
              "is larger than the limit of " + std::to_string(limit()) + " bytes for a document",
              where);
}

template <typename Call>
void Delivery::guarded(const Call& call) {
  try {
    call();
  } catch (...) {
    thrown_ = std::current_exception();
    throw HandlerThrew();
  }
}

void Delivery::rethrow() {
  if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
}

void Delivery::report(const Error& error) {
  if (handlers_.error) guarded([&] { handlers_.error(error); });
}

void Delivery::progress(std::uint64_t bytes) {
  if (handlers_.progress) guarded([&] { handlers_.progress(bytes); });
}

void Delivery::deliver(Document&& document, const Location& where) {
  if (is_blank(document.text)) {
    report(
        {ErrorKind::malformed, document.text.empty() ? "is empty" : "has only white space", where});
    return;
  }
  if (document.text.size() > limit()) {  // by characters that replaced single bytes
    report({ErrorKind::too_large,
            "is larger than the limit of " + std::to_string(limit()) + " bytes for a document",
            where});
    return;
  }
  make_unique_id(document, where);
  if (document.published.empty()) document.published = published_;
  if (document.segments.empty()) {
    document.segments = mark_segments(document.text, document.title, options_.furniture.get());
  }
  if (document.title.empty()) document.title = title_of(document);
  ++documents_;
  guarded([&] { handlers_.document(std::move(document)); });
}

void Delivery::make_unique_id(Document& document, const Location& where) {
  if (ids_.insert(document.id)) return;
  const std::string id = document.id;
  std::uint32_t& count = repeats_[id];
  count = std::max<std::uint32_t>(count, 1);
  do {
    document.id = id + "#" + std::to_string(++count);
  } while (!ids_.insert(document.id));
  report({ErrorKind::malformed,
          "id '" + id + "' was used before; this document becomes '" + document.id + "'", where});
}

}  // namespace entente

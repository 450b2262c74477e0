// Inputs one after the other, each as one plain text or as JSON Lines.
#include "text/reader.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/files.h"
#include "base/utf8.h"
#include "entente/date.h"
#include "text/json_line.h"
#include "text/segments.h"

namespace entente {
namespace {

// A source whose begin was looked at, and which counts its bytes.
class HeadedSource : public ByteSource {
 public:
  explicit HeadedSource(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

  // The first bytes, up to two past the first that are not blank.
  const std::string& look() {
    std::string chunk(4096, '\0');
    while (first_two(head_).size() < 2 && head_.size() < most_blanks) {
      const std::size_t got = source_->read(chunk.data(), chunk.size());
      if (got == 0) break;
      head_.append(chunk, 0, got);
    }
    return head_;
  }
  std::size_t read(char* data, std::size_t size) override {
    std::size_t got = head_.copy(data, size, at_);
    at_ += got;
    if (got == 0) got = source_->read(data, size);
    count_ += got;
    return got;
  }
  [[nodiscard]] const std::string& name() const override { return source_->name(); }
  [[nodiscard]] std::uint64_t count() const { return count_; }

  // The first two characters that are no white space.
  static std::string first_two(std::string_view head) {
    std::string found;
    for (std::size_t at = head.starts_with("\xEF\xBB\xBF") ? 3 : 0; at < head.size(); ++at) {
      const char c = head[at];
      if (c != ' ' && c != '\t' && c != '\r' && c != '\n') found += c;
      if (found.size() == 2) break;
    }
    return found;
  }

 private:
  static constexpr std::size_t most_blanks = 1 << 16;
  std::unique_ptr<ByteSource> source_;
  std::string head_;
  std::size_t at_ = 0;
  std::uint64_t count_ = 0;
};

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    if (!is_space(next.code)) return false;
    at += next.size;
  }
  return true;
}

// The file's name without folders, packing and ".txt".
std::string stem(const std::string& path) {
  if (path == "-") return "stdin";
  std::string name = path.substr(path.find_last_of('/') + 1);
  const auto strip = [&](std::string_view suffix) {
    if (name.size() > suffix.size() && name.ends_with(suffix)) {
      name.resize(name.size() - suffix.size());
    }
  };
  strip(".gz");
  strip(".zst");
  strip(".txt");
  return name;
}

class Reader {
 public:
  Reader(const ReadOptions& options, const ReadHandlers& handlers)
      : options_(options), handlers_(handlers) {
    if (options.published.empty()) return;
    const std::optional<Date> date = parse_date(options.published);
    if (!date) {
      throw Error(ErrorKind::invalid_value, "'" + options.published + "' is not a date");
    }
    published_ = to_string(*date);
  }

  void read_input(const std::string& input) {
    std::vector<Error> errors;
    const std::vector<std::string> paths = walk(input, errors);
    for (const Error& error : errors) report(error);
    for (const std::string& path : paths) read_path(path);
  }
  [[nodiscard]] std::uint64_t documents() const { return documents_; }

 private:
  void read_path(const std::string& path) {
    std::unique_ptr<HeadedSource> source;
    std::string first;
    if (!attempt([&] {
          source = std::make_unique<HeadedSource>(open_source(path));
          first = HeadedSource::first_two(source->look());
        })) {
      return;
    }
    if (first == "{\"" || first == "{}") {
      read_lines(*source);
    } else {
      read_plain(*source);
    }
    bytes_before_ += source->count();
  }

  void read_plain(HeadedSource& source) {
    Document document;
    if (!attempt([&] { document = plain_document(source); })) return;
    deliver(std::move(document), {source.name()}, source);
  }

  Document plain_document(HeadedSource& source) const {
    Document document;
    std::string chunk(1 << 16, '\0');
    while (const std::size_t got = source.read(chunk.data(), chunk.size())) {
      if (document.text.size() + got > limit()) refuse_size(source.name());
      document.text.append(chunk, 0, got);
    }
    document.replaced_bytes = repair(document.text);
    document.id = stem(source.name());
    return document;
  }

  void read_lines(HeadedSource& source) {
    LineReader lines(source, limit());
    std::string line;
    while (true) {
      bool more = false;
      try {
        more = lines.next(line);
      } catch (const Error& error) {
        report(error);
        // Past a long line reading goes on; a damaged source has nothing more to give.
        if (error.kind() == ErrorKind::too_large) continue;
        return;
      }
      if (!more) return;
      if (is_blank(line)) continue;
      read_line(line, {source.name(), lines.line_number(), lines.byte()}, source);
    }
  }

  void read_line(std::string& line, const Location& where, const HeadedSource& source) {
    if (where.byte == 0 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    JsonLine parsed;
    if (!attempt([&] { parsed = parse_json_line(line, where); })) return;
    line = std::string();  // its memory is wanted for the document
    if (!parsed.published.empty()) {
      report({ErrorKind::malformed, "\"published\" is not a date: " + parsed.published, where});
    }
    if (parsed.document.id.empty()) {
      parsed.document.id = stem(where.file) + ":" + std::to_string(where.line);
    }
    deliver(std::move(parsed.document), where, source);
  }

  void deliver(Document&& document, const Location& where, const HeadedSource& source) {
    if (handlers_.progress) handlers_.progress(bytes_before_ + source.count());
    if (is_blank(document.text)) {
      report({ErrorKind::malformed, document.text.empty() ? "is empty" : "has only white space",
              where});
      return;
    }
    if (document.text.size() > limit()) {  // by characters that replaced single bytes
      (void)attempt([&] { refuse_size(where.file); });
      return;
    }
    make_unique_id(document, where);
    if (document.published.empty()) document.published = published_;
    document.segments = mark_segments(document.text, document.title, options_.furniture.get());
    if (document.title.empty()) document.title = title_of(document);
    ++documents_;
    handlers_.document(std::move(document));
  }

  static std::string title_of(const Document& document) {
    for (const Segment& segment : document.segments) {
      if (segment.kind != SegmentKind::title) continue;
      return document.text.substr(segment.span.begin, segment.span.size());
    }
    return "";
  }

  void make_unique_id(Document& document, const Location& where) {
    const std::string id = document.id;
    std::uint32_t& count = uses_[id];
    if (++count == 1) return;
    while (uses_.contains(id + "#" + std::to_string(count))) ++count;
    document.id = id + "#" + std::to_string(count);
    uses_[document.id] = 1;
    report({ErrorKind::malformed,
            "id '" + id + "' was used before; this document becomes '" + document.id + "'", where});
  }

  // Spans are of 32 bits, whatever limit was asked for.
  [[nodiscard]] std::uint64_t limit() const {
    return std::min<std::uint64_t>(options_.max_document_bytes,
                                   std::numeric_limits<std::int32_t>::max());
  }
  [[noreturn]] void refuse_size(const std::string& file) const {
    throw Error(ErrorKind::too_large,
                "is larger than the limit of " + std::to_string(limit()) + " bytes for a document",
                {file});
  }
  void report(const Error& error) const {
    if (handlers_.error) handlers_.error(error);
  }
  // Runs `step`; an Error is reported and makes it false.
  template <typename Step>
  bool attempt(const Step& step) const {
    try {
      step();
      return true;
    } catch (const Error& error) {
      report(error);
      return false;
    }
  }

  const ReadOptions& options_;
  const ReadHandlers& handlers_;
  std::string published_;
  std::unordered_map<std::string, std::uint32_t> uses_;  // of ids
  std::uint64_t documents_ = 0;
  std::uint64_t bytes_before_ = 0;  // of the inputs that were read to their end
};

}  // namespace

std::uint64_t read_documents(const std::vector<std::string>& inputs, const ReadOptions& options,
                             const ReadHandlers& handlers) {
  Reader reader(options, handlers);
  for (const std::string& input : inputs) reader.read_input(input);
  return reader.documents();
}

}  // namespace entente

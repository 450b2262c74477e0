// Records of a WARC, by the lengths they state as long as these lead from record to record.
#include "text/containers/warc.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "text/containers/header_fields.h"
#include "text/containers/http.h"

namespace entente {
namespace {

constexpr std::string_view version_mark = "WARC/";
constexpr std::size_t most_header_bytes = 256 << 10;
constexpr std::size_t look_ahead = 16;
constexpr std::size_t longest_line = 64 << 10;

struct Record {
  HeaderFields fields;
  std::uint64_t length = 0;
  Location where;
};

std::optional<std::uint64_t> number_of(std::string_view text) {
  std::uint64_t number = 0;
  if (text.empty() || text.size() > 18) return std::nullopt;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return number;
}

bool is_text(const std::string& media_type) {
  return media_type.empty() || media_type.starts_with("text/") ||
         media_type == "application/xhtml+xml" || media_type.ends_with("xml") ||
         media_type == "application/octet-stream";
}

// Values such as "<urn:uuid:…>" without what all of them have.
std::string bare_id(std::string_view value) {
  if (value.starts_with('<')) value.remove_prefix(1);
  if (value.ends_with('>')) value.remove_suffix(1);
  if (value.starts_with("urn:uuid:")) value.remove_prefix(9);
  return std::string(value);
}

class WarcReader {
 public:
  WarcReader(Window& input, const ContainerLimits& limits, const ContainerHandlers& handlers)
      : input_(input), limits_(limits), handlers_(handlers) {}

  void run() {
    while (find_record()) {
      Record record;
      if (read_header(record)) read_block(record);
    }
  }

 private:
  // Goes on to the next line that begins a record; says once where something else stood.
  bool find_record() {
    std::string line;
    bool reported = false;
    while (true) {
      const std::string_view ahead = input_.look(version_mark.size());
      if (ahead.empty()) return false;
      if (ahead.starts_with(version_mark)) return true;
      const Location where = input_.here();
      if (!input_.line(line, longest_line)) return false;
      if (line.empty() || reported) continue;
      reported = true;
      report(ErrorKind::malformed, "bytes that belong to no record are passed over", where);
    }
  }

  bool read_header(Record& record) {
    record.where = input_.here();
    std::string text;
    std::string line;
    (void)input_.line(line, longest_line);  // the version
    while (input_.line(line, longest_line) && !line.empty()) {
      if (text.size() + line.size() <= most_header_bytes) text.append(line).append("\n");
    }
    record.fields.parse(text);
    const std::optional<std::uint64_t> length = number_of(record.fields.get("content-length"));
    if (!length) {
      report(ErrorKind::malformed, "record has no length; the next is looked for", record.where);
      return false;
    }
    record.length = *length;
    return true;
  }

  void read_block(const Record& record) {
    const std::string type = lower_ascii(record.fields.get("warc-type"));
    const bool wanted = type == "response" || type == "resource" || type == "conversion";
    if (!wanted || record.length > limits_.entry_bytes) {
      if (wanted) {
        report(
            ErrorKind::too_large,
            "record is larger than the limit of " + std::to_string(limits_.entry_bytes) + " bytes",
            record.where);
      }
      if (input_.skip(record.length) < record.length) report_short(record);
      return;
    }
    const auto length = static_cast<std::size_t>(record.length);
    std::string_view block = input_.look(length + look_ahead);
    const std::size_t end = length_in_truth(record, block, length);
    deliver(record, type, block.substr(0, end));
    input_.take(end);
  }

  // Line ends, then the next record or the end of the file.
  static bool is_followed_by_record(std::string_view after) {
    after = after.substr(0, look_ahead);
    const std::size_t next = std::min(after.find_first_not_of("\r\n"), after.size());
    const std::string_view mark = after.substr(next, version_mark.size());
    if (mark.empty()) return after.size() < look_ahead;
    return mark == version_mark;
  }

  // The length as stated where the next record follows it, else up to where one begins.
  std::size_t length_in_truth(const Record& record, std::string_view block, std::size_t stated) {
    if (block.size() >= stated && is_followed_by_record(block.substr(stated))) return stated;
    const std::size_t end = std::min(stated, block.size());
    const std::size_t next = std::min(block.find("\r\n\r\nWARC/1."), end);
    if (next < end) {
      report(ErrorKind::malformed, "record is shorter than it says", record.where);
    } else if (block.size() < stated) {
      report_short(record);
    } else {
      report(ErrorKind::malformed, "record is longer than it says", record.where);
    }
    return next;
  }

  void deliver(const Record& record, const std::string& type, std::string_view block) {
    Payload payload;
    payload.where = record.where;
    payload.entry = bare_id(record.fields.get("warc-record-id"));
    if (payload.entry.empty()) payload.entry = std::to_string(record.where.byte);
    payload.origin.url = bare_id(record.fields.get("warc-target-uri"));
    const std::string& content_type = record.fields.get("content-type");
    if (type == "response") {
      if (!unpack_response(block, record.where, payload)) return;
    } else {
      payload.media_type = media_type_of(content_type);
      payload.charset = parameter_of(content_type, "charset");
      if (type == "conversion") payload.charset = "utf-8";
      payload.bytes = block;
    }
    if (!is_text(payload.media_type) || payload.bytes.empty()) return;
    handlers_.payload(std::move(payload));
  }

  // False for what is no page: redirections, failures, other protocols, a damaged body.
  bool unpack_response(std::string_view block, const Location& where, Payload& payload) {
    if (payload.origin.url.starts_with("dns:")) return false;
    try {
      HttpResponse response = read_http_response(block, limits_.entry_bytes, where);
      if (response.status < 200 || response.status > 299) return false;
      const std::string& content_type = response.fields.get("content-type");
      payload.media_type = media_type_of(content_type);
      payload.charset = parameter_of(content_type, "charset");
      payload.origin.language = response.fields.get("content-language").substr(0, 2);
      payload.bytes = std::move(response.body);
      return true;
    } catch (const Error& error) {
      if (handlers_.error) handlers_.error(error);
      return false;
    }
  }

  void report_short(const Record& record) {
    report(ErrorKind::corrupt, "record breaks off", record.where);
  }
  void report(ErrorKind kind, const std::string& message, const Location& where) {
    if (handlers_.error) handlers_.error(Error(kind, message, where));
  }

  Window& input_;
  const ContainerLimits& limits_;
  const ContainerHandlers& handlers_;
};

}  // namespace

void read_warc(Window& input, const ContainerLimits& limits, const ContainerHandlers& handlers) {
  WarcReader(input, limits, handlers).run();
}

bool looks_like_warc(std::string_view head) {
  return head.starts_with("WARC/0.") || head.starts_with("WARC/1.");
}

}  // namespace entente

// The parts of a message and what its headers say.
#include "text/containers/mail.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "text/containers/header_fields.h"
#include "text/containers/mime.h"
#include "text/containers/text_time.h"
#include "text/encoding.h"

namespace entente {
namespace {

constexpr int most_depth = 8;
constexpr std::size_t most_parts = 10000;

struct Html {
  std::string bytes, charset, address;
  bool found = false;
};

// The texts of one message.
struct Texts {
  Html html;
  std::string plain;
  std::uint32_t replaced_bytes = 0;
  std::vector<std::string_view> messages;  // carried whole
  std::size_t parts = 0;
};

bool is_attachment(const HeaderFields& fields) {
  return media_type_of(fields.get("content-disposition")) == "attachment";
}

void collect(std::string_view part, int depth, Texts& texts);

void collect_parts(std::string_view body, const std::string& boundary, int depth, Texts& texts) {
  if (boundary.empty()) return;
  const std::string mark = "--" + boundary;
  std::size_t begin = std::string_view::npos;  // of the part that is open
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = std::min(body.find('\n', at), body.size());
    const std::string_view line = body.substr(at, end - at);
    if (line.starts_with(mark)) {
      if (begin != std::string_view::npos) collect(body.substr(begin, at - begin), depth, texts);
      begin = std::min(end + 1, body.size());
      if (line.substr(mark.size()).starts_with("--")) return;
    }
    at = end + 1;
  }
  if (begin != std::string_view::npos) collect(body.substr(begin), depth, texts);
}

void collect_text(const HeaderFields& fields, const std::string& type, std::string_view body,
                  Texts& texts) {
  const std::string& content_type = fields.get("content-type");
  std::string bytes = decode_transfer(body, fields.get("content-transfer-encoding"));
  std::string charset = parameter_of(content_type, "charset");
  if (type == "text/plain") {
    Utf8Text text = to_utf8(std::move(bytes), EncodingHints{charset, false});
    if (!texts.plain.empty()) texts.plain += '\n';
    texts.plain += text.text;
    texts.replaced_bytes += text.replaced_bytes;
  } else if (!texts.html.found) {
    texts.html = {std::move(bytes), std::move(charset), fields.get("content-location"), true};
  }
}

void collect(std::string_view part, int depth, Texts& texts) {
  if (depth > most_depth || ++texts.parts > most_parts) return;
  HeaderFields fields;
  const std::string_view body = part.substr(fields.parse(part));
  std::string type = media_type_of(fields.get("content-type"));
  if (type.empty()) type = "text/plain";
  if (is_attachment(fields)) return;
  if (type.starts_with("multipart/")) {
    collect_parts(body, parameter_of(fields.get("content-type"), "boundary"), depth + 1, texts);
  } else if (type == "message/rfc822") {
    texts.messages.push_back(body);
  } else if (type == "text/plain" || type == "text/html" || type == "application/xhtml+xml") {
    collect_text(fields, type, body, texts);
  }
}

// "Gondor Daily" of `"Gondor Daily" <news@gondor.example>`; the address where there is no name.
std::string sender_of(const std::string& field) {
  const std::string value = decode_words(field);
  const std::size_t angle = value.find('<');
  std::string_view name = trimmed(std::string_view(value).substr(0, angle));
  if (name.size() >= 2 && name.front() == '"' && name.back() == '"') {
    name = trimmed(name.substr(1, name.size() - 2));
  }
  if (!name.empty()) return std::string(name);
  if (angle == std::string::npos) return "";
  return value.substr(angle + 1, value.find('>', angle) - angle - 1);
}

std::string without_angles(std::string_view value) {
  value = trimmed(value);
  if (value.starts_with('<')) value.remove_prefix(1);
  if (value.ends_with('>')) value.remove_suffix(1);
  return std::string(value);
}

Origin origin_of(const HeaderFields& fields) {
  Origin origin;
  origin.title = decode_words(fields.get("subject"));
  const std::string sender = sender_of(fields.get("from"));
  // What goes to many comes from a publisher, what goes to one from an author.
  const bool list = fields.has("list-id") || fields.has("list-unsubscribe");
  (list ? origin.publisher : origin.author) = sender;
  origin.url = without_angles(fields.get("archived-at"));
  origin.language = lower_ascii(trimmed(fields.get("content-language")).substr(0, 2));
  // Browsers save pages as mails whose date is that of the saving.
  const std::string& saved = fields.get("snapshot-content-location");
  if (saved.empty()) {
    origin.published = day_of(fields.get("date"));
  } else {
    origin.url = saved;
    origin.author.clear();
  }
  return origin;
}

void read_at_depth(std::string_view message, const std::string& name, const Location& where,
                   const ContainerHandlers& handlers, int depth) {
  HeaderFields fields;
  fields.parse(message);
  Texts texts;
  collect(message, 0, texts);
  Payload payload;
  payload.where = where;
  payload.origin = origin_of(fields);
  payload.entry = without_angles(fields.get("message-id"));
  if (payload.entry.empty()) payload.entry = name;
  if (texts.html.found) {
    payload.bytes = std::move(texts.html.bytes);
    payload.charset = std::move(texts.html.charset);
    payload.media_type = "text/html";
    payload.alternative = std::move(texts.plain);
    if (payload.origin.url.empty() && texts.html.address.starts_with("http")) {
      payload.origin.url = texts.html.address;
    }
  } else {
    payload.bytes = std::move(texts.plain);
    payload.charset = "utf-8";
    payload.media_type = "text/plain";
    payload.replaced_bytes = texts.replaced_bytes;
  }
  if (!trimmed(payload.bytes).empty()) {
    handlers.payload(std::move(payload));
  } else if (texts.messages.empty() && handlers.error) {
    handlers.error(Error(ErrorKind::malformed, "message has no text", where));
  }
  if (depth >= most_depth) return;
  std::size_t number = 0;
  for (const std::string_view inner : texts.messages) {
    read_at_depth(inner, name + "/" + std::to_string(++number), where, handlers, depth + 1);
  }
}

// Fields by which a mail is known; others stand on anything.
bool is_mail_field(const std::string& name) {
  constexpr std::array known = {"from",       "to",          "date",         "subject",
                                "message-id", "received",    "mime-version", "return-path",
                                "reply-to",   "delivered-to"};
  return std::find(known.begin(), known.end(), name) != known.end();
}

}  // namespace

void read_message(std::string_view message, const std::string& name, const Location& where,
                  const ContainerHandlers& handlers) {
  read_at_depth(message, name, where, handlers, 0);
}

void read_mail_file(Window& input, const ContainerLimits& limits,
                    const ContainerHandlers& handlers) {
  const Location where = input.here();
  const std::string_view message = input.look(static_cast<std::size_t>(limits.entry_bytes) + 1);
  if (message.size() > limits.entry_bytes) {
    throw Error(ErrorKind::too_large,
                "message is larger than " + std::to_string(limits.entry_bytes) + " bytes", where);
  }
  read_message(message, "", where, handlers);
  input.take(message.size());
}

void read_mailbox(Window& input, const ContainerLimits& limits, const ContainerHandlers& handlers) {
  std::string line;
  std::string message;
  std::size_t number = 0;
  bool too_large = false;
  bool blank_before = true;
  Location where = input.here();
  const auto finish = [&] {
    if (too_large && handlers.error) {
      handlers.error(
          Error(ErrorKind::too_large,
                "message is larger than " + std::to_string(limits.entry_bytes) + " bytes", where));
    }
    if (!too_large && !trimmed(message).empty()) {
      read_message(message, std::to_string(number), where, handlers);
    }
    message.clear();
    too_large = false;
  };
  const auto limit = static_cast<std::size_t>(limits.entry_bytes) + 1;
  for (Location next = input.here(); input.line(line, limit); next = input.here()) {
    if (blank_before && line.starts_with("From ")) {
      finish();
      where = next;
      ++number;
      blank_before = false;
      continue;
    }
    blank_before = line.empty();
    const std::size_t quotes = line.find_first_not_of('>');
    if (quotes != std::string::npos && quotes > 0 && line.compare(quotes, 5, "From ") == 0) {
      line.erase(0, 1);
    }
    too_large = too_large || message.size() + line.size() + 1 > limits.entry_bytes;
    if (!too_large) message.append(line).append("\n");
  }
  finish();
}

bool looks_like_mailbox(std::string_view head) {
  if (!head.starts_with("From ")) return false;
  const std::size_t end = head.find('\n');
  return end != std::string_view::npos && looks_like_mail(head.substr(end + 1));
}

bool looks_like_mail(std::string_view head) {
  const std::string_view first = head.substr(0, head.find('\n'));
  const std::size_t colon = first.find(':');
  if (colon == std::string_view::npos || colon == 0 ||
      first.substr(0, colon).find_first_of(" \t<{") != std::string_view::npos) {
    return false;
  }
  // Only an unbroken head of fields: a line that is none ends it.
  HeaderFields fields;
  std::size_t end = 0;
  while (end < head.size()) {
    const std::size_t next = std::min(head.find('\n', end), head.size());
    const std::string_view line = head.substr(end, next - end);
    const std::size_t mark = line.find(':');
    const bool goes_on = !line.empty() && (line.front() == ' ' || line.front() == '\t');
    if (!goes_on && (mark == std::string_view::npos || line.find(' ') < mark)) break;
    end = std::min(next + 1, head.size());
  }
  fields.parse(head.substr(0, end));
  std::size_t known = 0;
  for (const HeaderFields::Field& field : fields.all()) known += is_mail_field(field.name) ? 1 : 0;
  return known >= 2;
}

}  // namespace entente

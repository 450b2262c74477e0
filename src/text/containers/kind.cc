// Signatures, root elements, first lines, endings of names.
#include "text/containers/kind.h"

#include <algorithm>
#include <array>
#include <optional>

#include "text/containers/bundle.h"
#include "text/containers/header_fields.h"
#include "text/containers/mail.h"
#include "text/containers/warc.h"
#include "text/encoding.h"
#include "text/html/page.h"

namespace entente {
namespace {

struct Signature {
  std::string_view bytes;
  const char* what;
};
constexpr std::array signatures = {
    Signature{"%PDF-", "a PDF document"},
    Signature{"\x89PNG\r\n", "a picture"},
    Signature{"\xFF\xD8\xFF", "a picture"},
    Signature{"GIF8", "a picture"},
    Signature{"RIFF", "a picture or sound"},
    Signature{"ID3", "a sound"},
    Signature{"OggS", "a sound"},
    Signature{"\xD0\xCF\x11\xE0", "an office document"},
    Signature{"{\\rtf", "an RTF document"},
    Signature{"7z\xBC\xAF", "a 7z archive; ZIP and tar are read"},
    Signature{"Rar!", "a RAR archive; ZIP and tar are read"},
    Signature{"BZh9", "packed with bzip2; gzip and zstd are read"},
    Signature{"\xFD"
              "7zXZ",
              "packed with xz; gzip and zstd are read"},
    Signature{"\x7F"
              "ELF",
              "a program"},
    Signature{"SQLite format 3", "a database"},
    Signature{"wOF2", "a font"},
};

// Packages that are ZIP files and no bundles of texts.
bool is_package(std::string_view head) {
  constexpr std::size_t name_at = 30;
  if (head.size() <= name_at) return false;
  const std::string_view name = head.substr(name_at);
  return name.starts_with("[Content_Types].xml") || name.starts_with("mimetype") ||
         name.starts_with("META-INF/");
}

std::optional<Kind> binary_kind(std::string_view head) {
  if (looks_like_zip(head)) {
    if (is_package(head)) return Kind{InputKind::unreadable, "an office document or package"};
    return Kind{InputKind::bundle, ""};
  }
  for (const Signature& signature : signatures) {
    if (head.starts_with(signature.bytes)) return Kind{InputKind::unreadable, signature.what};
  }
  if (looks_like_tar(head)) return Kind{InputKind::bundle, ""};
  if (looks_like_warc(head)) return Kind{InputKind::warc, ""};
  return std::nullopt;
}

// Text has next to no control characters.
bool is_binary(std::string_view head) {
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    return static_cast<unsigned char>(c) < ' ' &&
           std::string_view("\t\n\r\f\v\x1b").find(c) == std::string_view::npos;
  });
  return head.size() >= 64 && static_cast<std::size_t>(controls) * 10 > head.size();
}

std::string_view without_mark(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  return head.substr(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
}

// Behind "end", counted from the begin of `text`; its end where there is none.
std::string_view behind(std::string_view text, std::string_view end) {
  const std::size_t at = text.find(end);
  return at == std::string_view::npos ? std::string_view{} : text.substr(at + end.size());
}

// The local name of an XML document's root, "" where the text does not begin like XML.
std::string root_of(std::string_view text) {
  while (text.starts_with("<?") || text.starts_with("<!")) {
    if (text.starts_with("<!--"))
      text = behind(text.substr(4), "-->");
    else if (text.starts_with("<?"))
      text = behind(text, "?>");
    else if (text.substr(0, text.find('>')).find('[') != std::string_view::npos)
      text = behind(text, "]>");
    else
      text = behind(text, ">");
    text = without_mark(text);
  }
  if (!text.starts_with('<')) return "";
  const std::string_view name = text.substr(1, text.find_first_of(" \t\r\n/>", 1) - 1);
  return std::string(name.substr(name.find(':') + 1));
}

bool is_json(std::string_view text) {
  if (!text.starts_with('{')) return false;
  const std::string_view next = without_mark(text.substr(1));
  return next.starts_with('"') || next.starts_with('}');
}

// A page behind rubbish, such as the warnings of its server.
bool has_page_inside(std::string_view text) {
  const std::string lowered = lower_ascii(text);
  return lowered.find("<html") != std::string::npos ||
         lowered.find("<!doctype html") != std::string::npos ||
         lowered.find("<body") != std::string::npos;
}

std::optional<Kind> kind_of_text(std::string_view head) {
  const std::string_view text = without_mark(head);
  if (is_json(text)) return Kind{InputKind::json_lines, ""};
  const std::string root = root_of(text);
  if (root == "rss" || root == "RDF" || root == "feed") return Kind{InputKind::feed, ""};
  if (root == "urlset" || root == "sitemapindex") return Kind{InputKind::sitemap, ""};
  if (looks_like_html(head) || text.starts_with("<?xml")) return Kind{InputKind::html, ""};
  if (looks_like_mailbox(text)) return Kind{InputKind::mailbox, ""};
  if (looks_like_mail(text)) return Kind{InputKind::mail, ""};
  if (has_page_inside(text)) return Kind{InputKind::html, ""};
  return std::nullopt;
}

InputKind kind_by_media(std::string_view media_type, InputKind otherwise) {
  if (media_type == "text/html" || media_type == "application/xhtml+xml") return InputKind::html;
  return otherwise;
}

InputKind kind_by_name(std::string_view name) {
  struct Ending {
    std::string_view ending;
    InputKind kind;
  };
  constexpr std::array endings = {
      Ending{".html", InputKind::html},        Ending{".htm", InputKind::html},
      Ending{".xhtml", InputKind::html},       Ending{".shtml", InputKind::html},
      Ending{".jsonl", InputKind::json_lines}, Ending{".ndjson", InputKind::json_lines},
      Ending{".mbox", InputKind::mailbox},     Ending{".eml", InputKind::mail},
      Ending{".mht", InputKind::mail},         Ending{".mhtml", InputKind::mail},
      Ending{".rss", InputKind::feed},         Ending{".atom", InputKind::feed},
      Ending{".warc", InputKind::warc},
  };
  std::string lowered = lower_ascii(name);
  for (const std::string_view packing : {".gz", ".zst"}) {
    if (lowered.ends_with(packing)) lowered.resize(lowered.size() - packing.size());
  }
  for (const Ending& entry : endings) {
    if (lowered.ends_with(entry.ending)) return entry.kind;
  }
  return InputKind::plain;
}

}  // namespace

Kind kind_of(std::string_view head, std::string_view name, std::string_view media_type) {
  if (head.empty()) return {};
  if (const std::optional<Kind> kind = binary_kind(head)) return *kind;
  // Only these need another form to be looked at: all other encodings extend ASCII.
  const Encoding encoding = detect_encoding(head, {});
  const bool wide = encoding.name.starts_with("UTF-16") || encoding.name.starts_with("UTF-32");
  const std::string text = wide ? to_utf8(std::string(head), encoding).text : std::string(head);
  if (const std::optional<Kind> kind = kind_of_text(text)) return *kind;
  if (is_binary(text)) return {InputKind::unreadable, "no text"};
  return {kind_by_media(media_type, kind_by_name(name)), ""};
}

}  // namespace entente

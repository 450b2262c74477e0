// entente read: the documents as they were understood.
#include <CLI/CLI.hpp>
#include <memory>
#include <string_view>

#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/common.h"
#include "record/document_json.h"

namespace entente::cli {
namespace {

constexpr const char* grey = "\x1b[90m";
constexpr const char* bold = "\x1b[1m";
constexpr const char* plain = "\x1b[0m";

/// A page may hold characters that command a terminal; they are shown as what they are, none.
std::string harmless(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    const bool line = next.code == '\n' || next.code == '\t';
    const bool control = next.code < ' ' || (next.code >= 0x7F && next.code < 0xA0);
    // Marks that turn the direction of what follows would turn labels too.
    const bool turns = (next.code >= 0x202A && next.code <= 0x202E) ||
                       (next.code >= 0x2066 && next.code <= 0x2069);
    if (line || !(control || turns)) {
      shown.append(text, at, next.size);
    } else if (next.code != '\r') {
      append(shown, 0xFFFD);
    }
    at += next.size;
  }
  return shown;
}

/// Writes documents for people: what is known of one, then its text with a label wherever another
/// kind of segment begins. With colour, furniture is grey and titles are bold.
class Sheet {
 public:
  explicit Sheet(bool colour) : colour_(colour) {}

  std::string of(const Document& document) {
    out_.clear();
    field("document", document.id);
    field("title", document.title);
    field("published", document.published);
    field("updated", document.updated);
    field("author", document.author);
    field("publisher", document.publisher);
    field("url", document.url);
    field("canonical", document.canonical);
    field("language", document.language);
    if (document.replaced_bytes > 0) {
      field("replaced bytes", std::to_string(document.replaced_bytes));
    }
    label_.clear();
    for (const Segment& segment : document.segments) add(document, segment);
    return out_ + "\n";
  }

 private:
  void field(const char* name, const std::string& value) {
    if (value.empty()) return;
    std::string shown = harmless(value);
    for (char& c : shown) {
      if (c == '\n' || c == '\t') c = ' ';
    }
    out_ += std::string(name) + ": " + shown + '\n';
  }

  void add(const Document& document, const Segment& segment) {
    std::string label = name_of(segment.kind);
    if (!segment.author.empty()) label += " by " + harmless(segment.author);
    if (!segment.published.empty()) label += ", " + segment.published;
    if (segment.article > 0) label += " (article " + std::to_string(segment.article + 1) + ")";
    if (label != label_) {
      paint("\n[" + label + "]\n", grey);
      label_ = label;
    }
    const std::string_view text =
        std::string_view(document.text).substr(segment.span.begin, segment.span.size());
    const bool is_title = segment.kind == SegmentKind::title;
    const bool is_furniture = segment.kind == SegmentKind::furniture;
    paint(harmless(text), is_furniture ? grey : (is_title ? bold : nullptr));
    out_ += '\n';
  }

  void paint(const std::string& text, const char* colour) {
    const bool painted = colour_ && colour != nullptr;
    if (painted) out_ += colour;
    out_ += text;
    if (painted) out_ += plain;
  }

  bool colour_;
  std::string out_, label_;
};

int run(const SharedOptions& options) {
  const std::string format =
      !options.format.empty() ? options.format : (output_is_terminal() ? "text" : "jsonl");
  const bool colour = output_has_colour();
  return process_documents(options, "", [&]() -> Worker {
    if (format == "text") {
      return
          [sheet = Sheet(colour)](const Document& document) mutable { return sheet.of(document); };
    }
    return [](const Document& document) {
      std::string out;
      append_document_json(out, document);
      return out;
    };
  });
}

}  // namespace

void add_read(CLI::App& app, int& status) {
  auto options = std::make_shared<SharedOptions>();
  CLI::App& command = *app.add_subcommand("read", "print the documents as they were understood");
  add_input_options(command, *options);
  add_format_option(command, *options, {"jsonl", "text"},
                    "jsonl, or text for people; text on a terminal, else jsonl");
  add_data_options(command, *options);
  command.footer(
      "Example:\n"
      "  entente read page.html feed.xml news.warc.gz letters.mbox > documents.jsonl\n"
      "  curl -s https://news.example/page | entente read - --format text");
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace entente::cli

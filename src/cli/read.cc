// entente read: the documents as they were understood.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/common.h"
#include "record/document_json.h"

namespace entente::cli {
namespace {

void append_metadata(std::string& out, const char* name, const std::string& value) {
  if (!value.empty()) out += std::string(name) + ": " + value + '\n';
}

/// The document for people: what is known of it, then its text with the segments marked, furniture
/// in grey on a terminal.
std::string readable(const Document& document, bool colour) {
  std::string out;
  append_metadata(out, "document", document.id);
  append_metadata(out, "title", document.title);
  append_metadata(out, "published", document.published);
  append_metadata(out, "author", document.author);
  append_metadata(out, "publisher", document.publisher);
  append_metadata(out, "url", document.url);
  append_metadata(out, "language", document.language);
  for (const Segment& segment : document.segments) {
    const bool grey = colour && segment.kind == SegmentKind::furniture;
    out += std::string("\n[") + name_of(segment.kind) +
           (segment.author.empty() ? "" : " by " + segment.author) + "]\n";
    if (grey) out += "\x1b[90m";
    out.append(document.text, segment.span.begin, segment.span.size());
    if (grey) out += "\x1b[0m";
    out += '\n';
  }
  return out + "\n";
}

int run(const SharedOptions& options) {
  const std::string format =
      !options.format.empty() ? options.format : (output_is_terminal() ? "text" : "jsonl");
  const bool colour = output_has_colour();
  return process_documents(options, "", [&]() -> Worker {
    if (format == "text") {
      return [colour](const Document& document) { return readable(document, colour); };
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
  command.footer("Example:\n  entente read page.txt feed.jsonl.gz > documents.jsonl");
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace entente::cli

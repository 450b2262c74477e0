// entente parse: sentences, words and trees as CoNLL-U.
#include <CLI/CLI.hpp>
#include <memory>
#include <span>

#include "base/files.h"
#include "base/pool.h"
#include "cli/commands.h"
#include "cli/common.h"
#include "coding/explain.h"
#include "language/conllu.h"
#include "language/parser.h"
#include "text/segmenter.h"

namespace entente::cli {
namespace {

struct Options : SharedOptions {
  bool pretokenized = false;
  bool offsets = false;
};

/// A comment's value must stay on its line.
std::string one_line(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return text;
}

/// Appends a sentence in the chosen format. `marks` are comments that stand before it.
void append_sentence(std::string& out, const Options& options, const Sentence& sentence,
                     const std::string& text, const std::string& id, const std::string& marks) {
  if (sentence.words.empty()) return;
  if (options.format == "tree") {
    out += id + '\n';
    out += draw_tree(Clauses(sentence));
    out += '\n';
  } else {
    out += marks;
    append_conllu(out, sentence, text, id, options.offsets);
  }
}

std::string parsed(const Analysis& analysis, const Options& options) {
  const std::string id = one_line(analysis.document->id);
  std::string out;
  bool first = true;
  std::uint32_t paragraph = 0;
  for (const Sentence& sentence : analysis.sentences) {
    std::string marks = first ? "# newdoc id = " + id + "\n" : "";
    if (first || sentence.paragraph != paragraph) marks += "# newpar\n";
    append_sentence(out, options, sentence, analysis.document->text,
                    id + "-" + std::to_string(sentence.number), marks);
    first = false;
    paragraph = sentence.paragraph;
  }
  return out;
}

int parse_texts(const Options& options) {
  const Archive model = Archive::open(model_file(options));
  const Segmenter segmenter(model);
  const Parser parser(model);
  return process_documents(options, "", [&]() -> Worker {
    const std::shared_ptr<Parser::Scratch> scratch = parser.make_scratch();
    return [&, scratch](const Document& document) {
      require_language(options, document);
      Analysis analysis;
      analysis.document = std::make_unique<Document>(document);
      segmenter.split(analysis);
      parser.parse(analysis.sentences, analysis.strings, *scratch);
      return parsed(analysis, options);
    };
  });
}

/// The value of the comment "name = value", or the given one.
std::string comment(const ConlluSentence& about, const std::string& name,
                    const std::string& otherwise) {
  for (const std::string& line : about.comments) {
    if (line.starts_with(name + " = ")) return line.substr(name.size() + 3);
  }
  return otherwise;
}

std::string marks_of(const ConlluSentence& about) {
  std::string marks;
  for (const std::string& line : about.comments) {
    if (line.starts_with("newdoc") || line.starts_with("newpar")) marks += "# " + line + '\n';
  }
  return marks;
}

/// Parses sentences [first, last) of an input anew and returns them as text.
std::string parse_batch(Conllu& input, std::size_t first, std::size_t last, const Parser& parser,
                        Parser::Scratch& scratch, const Options& options) {
  StringArena strings;
  const std::span<Sentence> batch(input.analysis.sentences.data() + first, last - first);
  parser.parse(batch, strings, scratch);
  std::string out;
  for (std::size_t i = first; i < last; ++i) {
    const ConlluSentence& about = input.sentences[i];
    append_sentence(out, options, input.analysis.sentences[i], input.analysis.document->text,
                    comment(about, "sent_id", std::to_string(i + 1)), marks_of(about));
  }
  return out;
}

void parse_conllu(const std::string& path, const Options& options, const Parser& parser,
                  std::vector<Parser::ScratchPtr>& scratches) {
  constexpr std::size_t batch_size = 128;
  Conllu input = read_conllu(*open_source(path));
  OrderedPool pool(scratches.size());
  for (std::size_t first = 0; first < input.sentences.size(); first += batch_size) {
    const std::size_t last = std::min(first + batch_size, input.sentences.size());
    auto text = std::make_shared<std::string>();
    pool.submit(
        [&, text, first, last](std::size_t worker) {
          *text = parse_batch(input, first, last, parser, *scratches[worker], options);
        },
        [text] { write_output(*text); });
  }
  pool.wait();
}

int parse_pretokenized(const Options& options) {
  const Archive model = Archive::open(model_file(options));
  const Parser parser(model);
  std::vector<Parser::ScratchPtr> scratches(OrderedPool(options.threads).threads());
  for (Parser::ScratchPtr& scratch : scratches) scratch = parser.make_scratch();
  Console console;
  for (const std::string& input : options.inputs) {
    std::vector<Error> errors;
    const std::vector<std::string> paths = walk(input, errors);
    for (const Error& error : errors) console.error(error);
    for (const std::string& path : paths) {
      try {
        parse_conllu(path, options, parser, scratches);
      } catch (const Error& error) {
        console.error(error);
      }
    }
  }
  return console.failed() ? status_unread : status_done;
}

}  // namespace

void add_parse(CLI::App& app, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand("parse", "print sentences, words and trees as CoNLL-U");
  add_input_options(command, *options);
  add_format_option(command, *options, {"conllu", "tree"},
                    "conllu, the default, or tree: trees drawn with lines");
  command.add_flag("--pretokenized", options->pretokenized,
                   "the inputs are CoNLL-U: keep their sentences and words");
  command.add_flag("--offsets", options->offsets,
                   "put Begin= and End=, bytes of the document, into the last column");
  add_model_option(command, *options);
  add_data_options(command, *options);
  command.footer("Example:\n  entente parse --format tree report.txt");
  command.callback([options, &status] {
    status = options->pretokenized ? parse_pretokenized(*options) : parse_texts(*options);
  });
}

}  // namespace entente::cli

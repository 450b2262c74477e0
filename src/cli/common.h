// Options that several commands have, and the road that documents take through them.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/pool.h"
#include "cli/terminal.h"
#include "entente/document.h"
#include "entente/engine.h"
#include "text/reader.h"

namespace CLI {
class App;
}

namespace entente::cli {

struct SharedOptions {
  std::vector<std::string> inputs;
  std::vector<std::string> data;  ///< the user's folders, after the shipped one
  std::string model, places, published, format;
  std::string language = "english";
  bool language_given = false;
  std::size_t threads = 0;
  std::uint64_t max_document_bytes = 64ULL << 20;
};

void add_input_options(CLI::App& command, SharedOptions& options);
void add_data_options(CLI::App& command, SharedOptions& options);
void add_model_option(CLI::App& command, SharedOptions& options);
void add_places_option(CLI::App& command, SharedOptions& options);
void add_threads_option(CLI::App& command, SharedOptions& options);
void add_format_option(CLI::App& command, SharedOptions& options,
                       const std::vector<std::string>& formats, const std::string& help);

/// The shipped data folder, then the user's.
[[nodiscard]] std::vector<std::string> data_dirs(const SharedOptions& options);
[[nodiscard]] std::string model_file(const SharedOptions& options);
[[nodiscard]] EngineOptions engine_options(const SharedOptions& options);
[[nodiscard]] ReadOptions read_options(const SharedOptions& options);

/// Throws Error unsupported for a document that is in another language than the model, unless the
/// user said which language all are in.
void require_language(const SharedOptions& options, const Document& document);

/// Reads the inputs, hands each document to `handle` with the pool that it may submit work to, and
/// waits for that work. Returns the exit status.
using DocumentHandler = std::function<void(Document&&, OrderedPool&, Console&)>;
int read_in_parallel(const SharedOptions& options, const DocumentHandler& handle);

/// Turns a document into the text that is printed for it; one per thread, so it may keep buffers.
using Worker = std::function<std::string(const Document&)>;

/// Reads the inputs, has workers made by `make_worker` run on the documents in parallel, and prints
/// what they return in the order of the inputs, after `header`. An Error of a worker is reported
/// and loses that document alone. Documents for which `gate` is false are passed over; it is called
/// in the order of the inputs. Returns the exit status.
using Gate = std::function<bool(const Document&)>;
int process_documents(const SharedOptions& options, const std::string& header,
                      const std::function<Worker()>& make_worker, const Gate& gate = {});

}  // namespace entente::cli

// Documents out of inputs: plain text, JSON Lines, folders of these, packed or not.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "entente/document.h"
#include "entente/error.h"

namespace entente {

class FurnitureLexicon;

struct ReadOptions {
  /// A larger document, or line of JSON Lines, is refused (too_large).
  std::uint64_t max_document_bytes = 64ULL << 20;
  std::string published;  ///< ISO date for documents that carry none
  /// What counts as furniture; without it nothing does. See text/segments.h.
  std::shared_ptr<const FurnitureLexicon> furniture;
};

struct ReadHandlers {
  std::function<void(Document&&)> document;
  std::function<void(const Error&)> error;  ///< an input, line or document that could not be read
  std::function<void(std::uint64_t bytes)> progress;  ///< may be empty; bytes read so far
};

/// Reads every input (a file, a folder, "-") in order. The kind is told by content: a first
/// non-blank byte '{' with '"' or '}' after it begins JSON Lines, everything else is one plain
/// text. Repairs UTF-8, fills `segments`, and ids: of a plain text its file name without folder,
/// ".txt",
/// ".gz", ".zst"; of JSON Lines "id", or file and line; a repeated id is reported and gets "#2".
/// Goes on after errors. Returns the number of documents. Throws Error invalid_value when
/// options.published is no date; what a handler throws goes through.
std::uint64_t read_documents(const std::vector<std::string>& inputs, const ReadOptions& options,
                             const ReadHandlers& handlers);

}  // namespace entente

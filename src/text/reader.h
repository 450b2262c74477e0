// Documents out of inputs: plain text, JSON Lines, folders of these, packed or not.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "entente/document.h"
#include "entente/error.h"

namespace entente {

struct ReadOptions {
  std::uint64_t max_document_bytes = 64ULL << 20;  ///< a larger document is refused (too_large)
  std::string published;                           ///< for documents that carry no date
};

struct ReadHandlers {
  std::function<void(Document&&)> document;
  std::function<void(const Error&)> error;  ///< an input, line or document that could not be read
  std::function<void(std::uint64_t bytes)> progress;  ///< may be empty; bytes read so far
};

/// Reads every input (a file, a folder, "-") in order. The kind is told by content: a first
/// non-blank byte '{' that begins a JSON object with "text" or "html" is JSON Lines, else plain text. Repairs
/// UTF-8, fills `segments`, ids (file name; JSON "id"; a repeated id is reported and gets "#2").
/// Goes on after errors. Returns the number of documents.
std::uint64_t read_documents(const std::vector<std::string>& inputs, const ReadOptions& options,
                             const ReadHandlers& handlers);

}  // namespace entente

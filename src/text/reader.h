// Documents out of inputs: plain text, pages, feeds, mails, crawls, JSON Lines, archives and
// folders of these, packed or not.
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
class PageLexicon;

struct ReadOptions {
  /// A larger document, page, message or line of JSON Lines is refused (too_large).
  std::uint64_t max_document_bytes = 64ULL << 20;
  /// What an input may unpack to: so many bytes, and so many more for each byte of its own.
  std::uint64_t free_expansion = 256ULL << 20;
  std::uint64_t max_expansion = 200;
  std::string published;  ///< ISO date for documents that carry none
  /// What counts as furniture; without it nothing does. See text/segments.h.
  std::shared_ptr<const FurnitureLexicon> furniture;
  /// The words that pages name their parts with. See text/html/page.h.
  std::shared_ptr<const PageLexicon> pages;
};

struct ReadHandlers {
  std::function<void(Document&&)> document;
  std::function<void(const Error&)> error;  ///< an input, line or document that could not be read
  std::function<void(std::uint64_t bytes)> progress;  ///< may be empty; bytes read so far
};

/// Reads every input (a file, a folder, "-") in order, in memory that does not grow with the inputs
/// but by 19 bytes a document for its id. What an input is, is told by its content, then by its
/// name; see docs/formats.md. All text comes out as valid UTF-8 with `segments` and a unique id: of
/// a file that is one document its name without folder and ending; of what lies in a container
/// the container's name, "/" and the entry; of JSON Lines "id", or file and line. A repeated id is
/// reported and gets "#2". Goes on after errors. Returns the number of documents. Throws Error
/// invalid_value when options.published is no date; what a handler throws goes through.
std::uint64_t read_documents(const std::vector<std::string>& inputs, const ReadOptions& options,
                             const ReadHandlers& handlers);

}  // namespace entente

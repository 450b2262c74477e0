// The groups of copies, by the ids of their documents.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string>

#include "text/copies/copies.h"
#include "text/copies/string_file.h"

namespace entente {

/// Keeps ids in temporary files, so that their length costs no memory.
class CopyLedger {
 public:
  /// What the document `id` is to those added before.
  Appearance add(const std::string& id, const Shingles& shingles);
  /// The id of a group's first document.
  [[nodiscard]] std::string first_of(std::uint32_t group) { return firsts_.at(group); }

 private:
  CopyFinder finder_;
  StringFile firsts_;
};

/// All appearances of each story, to be listed when the last document was seen. Takes four bytes
/// of memory for each appearance, and four more while they are listed.
class AppearanceList {
 public:
  void add(const std::string& id, const Appearance& appearance);
  /// Calls `visit` group by group in the order of their first documents, and in a group in the
  /// order of the input. The share is given in steps of 0.01.
  void visit(const std::function<void(const std::string& id, const Appearance&)>& visit);

 private:
  StringFile entries_;
  std::deque<std::uint32_t> groups_;
};

}  // namespace entente

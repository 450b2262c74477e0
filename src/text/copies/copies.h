// Exact and near duplicates among documents that come one after the other. docs/decisions/copies.md
// has the measure, the thresholds and what they were measured on.
#pragma once

#include <cstdint>
#include <memory>

#include "text/copies/shingles.h"

namespace entente {

/// What a document is to those before it.
enum class CopyKind : std::uint8_t {
  first,  ///< none of them holds it
  exact,  ///< the same words
  copy,   ///< the same but for small changes
  cut,    ///< the same, cut short
  update  ///< the same story with much that is new
};

struct Appearance {
  CopyKind kind = CopyKind::first;
  std::uint32_t group = 0;  ///< how many first documents came before that of its group
  double share = 0;         ///< how much of it stood in an earlier one of the group, about
};

/// Grows by at most 64 bytes for a document that is the first of its kind or an update, and not at
/// all for other copies. What add() returns depends on the documents and their order alone.
class CopyFinder {
 public:
  CopyFinder();
  ~CopyFinder();
  CopyFinder(CopyFinder&&) noexcept;

  [[nodiscard]] Appearance add(const Shingles& shingles);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

[[nodiscard]] const char* name_of(CopyKind kind);

}  // namespace entente

// What the words that pages name their parts with say: class, id, role and itemprop words, the
// words of bylines and datelines. All of them are data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

/// Read from data/common/pages/ and data/<language>/pages/, whose heads describe their lines.
class PageLexicon {
 public:
  /// Adds <folder>/common/pages/*.txt and <folder>/<language>/pages/*.txt of each folder that has
  /// them. Throws Error malformed.
  static PageLexicon load(std::span<const std::string> data_dirs, const std::string& language);
};

}  // namespace entente

// Short sums that tell whether anything changed. Not meant against forgery.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "entente/document.h"

struct XXH3_state_s;

namespace entente {

/// 128 bits over all parts that were added, and over where one ends and the next begins.
class Fingerprint {
 public:
  Fingerprint();
  Fingerprint& add(std::string_view part);
  /// The bytes of a file, or of every file below a folder, with their names below it; nothing where
  /// there is none.
  Fingerprint& add_files(const std::string& path);
  [[nodiscard]] std::string hex() const;

 private:
  struct Free {
    void operator()(XXH3_state_s* state) const;
  };
  std::unique_ptr<XXH3_state_s, Free> state_;
};

/// Of all that was read of a document.
[[nodiscard]] std::string fingerprint_of(const Document& document);

}  // namespace entente

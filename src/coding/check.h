// What `entente check` finds: examples that do not come out, entries that contradict or hide
// others.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "coding/dictionary.h"
#include "entente/item.h"

namespace entente {

struct Finding {
  std::string file;
  std::uint32_t line = 0;
  std::string message;
  bool warning = false;  ///< harmless to coding: a dead entry
};

using SentenceCoder = std::function<std::vector<Item>(const std::string& sentence)>;

/// Codes every example of the dictionary, in order; one finding for each that fails.
[[nodiscard]] std::vector<Finding> check_examples(const Dictionary& dictionary,
                                                  const SentenceCoder& code);
/// Entries of one folder that can never win because a later one matches wherever they do: with
/// another coding that is a contradiction, with the same one a dead entry.
[[nodiscard]] std::vector<Finding> check_entries(const Dictionary& dictionary);
[[nodiscard]] std::size_t example_count(const Dictionary& dictionary);

/// "ASSAULT aerial RUS > TUR future": how examples and findings write an item.
[[nodiscard]] std::string outcome(const Item& item);

}  // namespace entente

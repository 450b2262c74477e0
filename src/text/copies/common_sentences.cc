// Two texts are taken for different ones when the smallest hash of their sentences differs: copies
// mostly agree on it, whatever else was put around them.
#include "text/copies/common_sentences.h"

#include <algorithm>
#include <limits>

namespace entente {

void CommonSentences::add(const std::vector<std::uint64_t>& sentences) {
  if (sentences.empty()) return;
  const std::uint64_t least = *std::min_element(sentences.begin(), sentences.end());
  const auto companion = static_cast<std::uint8_t>(least % 251);
  for (const std::uint64_t sentence : sentences) note(sentence, companion);
}

void CommonSentences::note(std::uint64_t sentence, std::uint8_t companion) {
  Entry& entry = entries_[sentence % entry_count];
  const std::uint16_t tag = tag_of(sentence);
  if (entry.texts == 0 || (entry.tag != tag && entry.texts == 1)) {
    entry = {tag, companion, 1};
  } else if (entry.tag != tag) {
    --entry.texts;
  } else if (entry.companion != companion) {
    entry.companion = companion;
    if (entry.texts < std::numeric_limits<std::uint8_t>::max()) ++entry.texts;
  }
}

}  // namespace entente

// A trained model in memory and as sections of a model file.
//
// Sections, numbers little-endian:
//   parser/header    u32 format version, then the fields of NetworkSizes as u32 in their order
//   parser/strings   four lists (xpos, feats, lemma scripts, labels): u32 count, then per string
//                    u32 length and its bytes; scripts past the network's classes are the lexicon's
//   parser/forms     u64 hashes of the forms with an embedding of their own, number 1 first
//   parser/lexicon   u32 count, u32 zero, then u64 keys hash_of(form, upos), then u32 script
//   numbers parser/dense     binary16 parameters as Network lays them out parser/form_table,
//   parser/affix_table, parser/ngram_table   binary16 embeddings, row by row
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/archive.h"
#include "language/features.h"
#include "language/lemma.h"
#include "language/network.h"

namespace entente {

using Sections = std::vector<std::pair<std::string, std::vector<std::byte>>>;

/// Lemmas learnt by heart: of a form as it stands with its part of speech, the number of the
/// script.
struct Lexicon {
  std::vector<std::uint64_t> keys;
  std::vector<std::uint32_t> scripts;
  [[nodiscard]] static std::uint64_t key(std::string_view form, std::size_t upos) {
    return hash_of(form, 1000 + upos);
  }
};

struct ParserModel {
  NetworkSizes sizes;
  std::vector<std::string> xpos, feats, scripts, labels;
  std::vector<std::uint64_t> forms;
  Lexicon lexicon;
  std::vector<std::uint64_t> lemmas;  ///< hash_of those seen; unseen ones are less likely right
  Weights weights;
};

[[nodiscard]] Sections to_sections(const ParserModel& model);
/// Throws Error: version for a format of another version, corrupt for sections that do not fit.
[[nodiscard]] ParserModel load_model(const Archive& archive);

}  // namespace entente

// Places in a document: names found, and of the places that bear a name the one that is meant.
#pragma once

#include <span>
#include <vector>

#include "world/actor_finder.h"
#include "world/gazetteer.h"

namespace entente {

class PlaceFinder {
 public:
  /// All of them must outlive the finder.
  PlaceFinder(const Gazetteer& gazetteer, const ActorFinder& actors, const Agents& agents,
              const Naming& naming)
      : gazetteer_(gazetteer), actors_(actors), agents_(agents), naming_(naming) {}

  /// In order; sentence_of gets the index in `document` of each mention's sentence.
  [[nodiscard]] std::vector<PlaceMention> find(std::span<const Sentence> document,
                                               const WorldContext& context,
                                               std::vector<std::uint32_t>& sentence_of) const;

 private:
  const Gazetteer& gazetteer_;
  const ActorFinder& actors_;
  const Agents& agents_;
  const Naming& naming_;
};

}  // namespace entente

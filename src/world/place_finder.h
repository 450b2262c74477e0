// Places in a document: names found, and of the places that bear a name the one that is meant.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
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
  /// A place by a name, and how well it fits.
  struct Candidate {
    std::uint32_t place = 0;
    bool alternate = false;
    double score = 0;
  };
  /// A name in the document with the places it may mean.
  struct Name {
    std::uint32_t sentence = 0, first = 0, last = 0;
    std::vector<Candidate> candidates;
    std::size_t best = 0;
    double certainty = 0;
  };
  /// What the whole document says about where it plays.
  struct Scene {
    std::map<std::string, double, std::less<>> countries;  // named, by alpha-3
    std::set<std::uint64_t> persons;                       // tokens of persons' names
    std::vector<Name> names;
  };

  void read_sentence(const Sentence& sentence, std::uint32_t number, const WorldContext& context,
                     Scene& scene) const;
  [[nodiscard]] std::size_t longest_match(std::span<const NameToken> tokens, std::size_t at,
                                          std::vector<Candidate>& candidates) const;
  [[nodiscard]] bool is_place_here(const Sentence& sentence, std::span<const NameToken> tokens,
                                   std::size_t begin, std::size_t end,
                                   const std::vector<Candidate>& candidates, Scene& scene) const;
  [[nodiscard]] bool joins_name(const Sentence& sentence, std::size_t word) const;
  void weigh(std::span<const Sentence> document, Scene& scene) const;
  [[nodiscard]] double context_of(const Scene& scene, std::size_t name, const Candidate& candidate,
                                  std::span<const Sentence> document) const;
  [[nodiscard]] double nearness(const Scene& scene, std::size_t name, const Place& place) const;

  const Gazetteer& gazetteer_;
  const ActorFinder& actors_;
  const Agents& agents_;
  const Naming& naming_;
};

}  // namespace entente

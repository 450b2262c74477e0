// Places in a document: names found, and of the places that bear a name the one that is meant.
#pragma once

#include <map>
#include <optional>
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
                                               std::vector<std::uint32_t>& sentence_of,
                                               std::vector<PlaceReason>* reasons) const;

 private:
  /// A place by a name, and how well it fits.
  struct Candidate {
    std::uint32_t place = 0;
    bool alternate = false;
    double score = 0;
    PlaceEvidence proof = {};
  };
  /// A name in the document with the places it may mean.
  struct Name {
    std::uint32_t sentence = 0, first = 0, last = 0;
    std::vector<Candidate> candidates;  // none of a street, a county, a small town
    std::size_t best = 0;
    double certainty = 0;
    bool aside = false;
    std::string_view unlisted;      // its kind, where no candidate is meant
    std::optional<Place> estimate;  // where it lies then
  };
  /// What the whole document says about where it plays.
  using Countries = std::map<std::string, double, std::less<>>;  // by alpha-3
  struct Scene {
    Countries countries;  // named
    /// By sentence and first word: the state that was read there, and its share of `countries`.
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<std::string, double>> states;
    std::set<std::uint64_t> persons;     // tokens of persons' names
    std::set<std::uint64_t> localities;  // keys of names that stand as towns do
    std::vector<Name> names;
  };

  struct Reading;  // one sentence under work
  struct Sense;    // a name with all places it may mean

  [[nodiscard]] Reading read_sentence(const Sentence& sentence, std::uint32_t number,
                                      const WorldContext& context, Scene& scene) const;
  void read_actors(Reading& reading, const WorldContext& context, Scene& scene) const;
  [[nodiscard]] std::size_t read_name(Reading& reading, std::size_t at, Scene& scene) const;
  [[nodiscard]] std::size_t read_unlisted(Reading& reading, std::size_t at, Name& name) const;
  [[nodiscard]] bool is_shared(const Reading& reading, const ActorMention& actor) const;
  [[nodiscard]] std::size_t locality_end(const Reading& reading, std::size_t at) const;
  void note_localities(const Reading& reading, Scene& scene) const;
  [[nodiscard]] bool precedes_region(const Reading& reading, std::size_t word) const;
  [[nodiscard]] std::size_t read_locality(const Reading& reading, std::size_t at,
                                          const Scene& scene, Name& name) const;
  [[nodiscard]] bool is_direction(const Word& word) const;
  [[nodiscard]] bool names_body(const Reading& reading, std::uint32_t first, std::uint32_t last,
                                const Name& name) const;
  [[nodiscard]] bool tagged_as_name(const Sentence& sentence, std::size_t from, std::size_t to,
                                    const Place& place) const;
  [[nodiscard]] bool has_institution(const Sentence& sentence, std::size_t word) const;
  [[nodiscard]] PlaceMention mention(const Name& name, const Sentence& sentence) const;
  [[nodiscard]] std::size_t longest_match(std::span<const NameToken> tokens, std::size_t at,
                                          std::vector<Candidate>& candidates) const;
  [[nodiscard]] bool is_place_here(const Sentence& sentence, std::span<const NameToken> tokens,
                                   std::size_t begin, std::size_t end,
                                   const std::vector<Candidate>& candidates, Scene& scene) const;
  [[nodiscard]] bool joins_name(const Sentence& sentence, std::size_t word) const;
  void weigh(std::span<const Sentence> document, Scene& scene) const;
  [[nodiscard]] PlaceEvidence evidence(const Scene& scene, std::size_t name,
                                       const Candidate& candidate,
                                       std::span<const Sentence> document) const;
  [[nodiscard]] std::vector<Sense> senses(const Scene& scene) const;
  void gather(const Scene& scene, std::span<const Sentence> document, Sense& sense) const;
  void decide(const std::vector<double>& near, Sense& sense, Scene& scene) const;
  [[nodiscard]] double nearness(const std::vector<Sense>& senses, std::size_t own,
                                std::size_t candidate) const;
  [[nodiscard]] PlaceReason reason(const Scene& scene, std::size_t name) const;
  [[nodiscard]] std::vector<double> supports(const Scene& scene) const;
  /// The place that most others lie around; null where the document names none.
  [[nodiscard]] const Place* centre(const Scene& scene, const std::vector<double>& supports,
                                    std::size_t name) const;
  [[nodiscard]] double country_weight(const Scene& scene, const Place& place,
                                      const Countries& own) const;
  [[nodiscard]] bool is_elsewhere(const Scene& scene, std::size_t name, const Place& middle) const;
  [[nodiscard]] bool follows_its_town(const Scene& scene, std::size_t name, std::uint32_t region,
                                      std::span<const Sentence> document) const;
  void estimate(std::span<const Sentence> document, Scene& scene) const;
  [[nodiscard]] const Place* widest_country(const Scene& scene) const;
  [[nodiscard]] const Place* region_behind(const Scene& scene, std::size_t name,
                                           std::span<const Sentence> document) const;
  /// The place a name was resolved to; null where none that is listed.
  [[nodiscard]] const Place* meant(const Name& name) const;
  [[nodiscard]] double nearness(const Scene& scene, std::size_t name, const Place& place) const;

  const Gazetteer& gazetteer_;
  const ActorFinder& actors_;
  const Agents& agents_;
  const Naming& naming_;
};

}  // namespace entente

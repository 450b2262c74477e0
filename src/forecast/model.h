// The forecaster: what it remembers, what it has learnt, and how it ranks who comes next.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "forecast/boosting.h"
#include "forecast/features/family.h"
#include "forecast/masked_trees.h"

namespace entente::forecast {

struct ModelOptions {
  std::set<std::string> without;  ///< families left out
  std::size_t candidates = 80;    ///< ranked by the trees; the rest follows by the first sieve
  BoostOptions boost;
  /// A family of its own for forecasts of horizons; owned by whoever learns it.
  const Sequels* sequels = nullptr;
};

/// Whom a question may have for an answer, best first.
struct Ranking {
  std::vector<Weighted> ranked;  ///< all that were weighed, by score
  std::size_t by_trees = 0;      ///< how many of them the trees ranked
};

/// What one family of reasoning adds to a score, and why.
struct Reason {
  std::string family;
  double weight = 0;  ///< of the score: how much likelier, in logarithms of odds
  std::vector<std::pair<std::string, double>> parts;  ///< by feature, the weightiest first
  Evidence evidence;
};

struct Explanation {
  double base = 0;   ///< what any candidate has
  double score = 0;  ///< base and all weights together
  std::vector<Reason> reasons;
};

/// The names of all families, for leaving some out.
[[nodiscard]] std::vector<std::string> family_names();

class Model {
 public:
  /// Buffers of one worker.
  struct Desk {
    explicit Desk(const History& history)
        : lists(history), walks(history.extent().actors), sieve(history.extent().actors) {}
    Shortlists lists;
    Walks walks;
    Sparse sieve;
    std::vector<Weighted> pool;
    std::vector<ActorId> actors;
    std::vector<float> values, scores;
  };

  Model(const Extent& extent, ModelOptions options);
  [[nodiscard]] const History& history() const { return history_; }
  [[nodiscard]] const std::vector<std::string>& features() const { return features_; }
  [[nodiscard]] Desk make_desk() const { return Desk(history_); }

  /// Takes in the acts of a day, or what was told that day; the questions they answer are learnt
  /// from first.
  void learn_day(std::span<const Act> acts, std::span<const Asked> questions, Crew& crew);
  /// The features of the best candidates of a question, in desk.actors and desk.values.
  void weigh(const Question& question, Desk& desk) const;
  [[nodiscard]] Ranking rank(const Question& question, Desk& desk) const;
  /// Why an actor may answer a question: the score taken apart by family, the weightiest first.
  /// An actor that is not among the best candidates is weighed as if it were.
  [[nodiscard]] Explanation explain(const Question& question, ActorId answer, Desk& desk) const;
  /// The features of one act by itself, as of `act.day`: those of the local families.
  void weigh_alone(const Act& act, std::span<float> values) const;
  [[nodiscard]] std::size_t local_features() const { return local_features_; }
  /// The score that `trees` give an act weighed by itself, taken apart by local family.
  [[nodiscard]] Explanation explain_alone(const Act& act, const Trees& trees) const;
  /// What each local family adds to the score of such values.
  [[nodiscard]] std::map<std::string, double> weights_by_family(std::span<const float> values,
                                                                const Trees& trees) const;
  /// Takes in acts without learning from them: those that are only supposed.
  void suppose(std::span<const Act> acts) { history_.add(acts); }
  void learn_ranker(const Examples& examples, Crew& crew);

 private:
  void sieve(const Question& question, Desk& desk) const;
  [[nodiscard]] static Reason reason_of(const Family& family, std::span<const double> parts,
                                        const Scene& scene, const Candidate& candidate);
  void fill(const Scene& scene, const Walks& walks, std::vector<float>& values) const;
  History history_;
  Rules rules_;
  Likeness likeness_;
  ModelOptions options_;
  std::vector<FamilyPtr> families_;
  std::vector<std::size_t> widths_;  // features of each family
  std::vector<std::string> features_;
  std::size_t local_features_ = 0;
  Trees trees_;
  MaskedTrees masked_;  // the same, for many rows at once
};

}  // namespace entente::forecast

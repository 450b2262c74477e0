// One walk over the days: questions first, then what happened is learnt.
#include "forecast/backtest.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "forecast/occurrence.h"

namespace entente::forecast {
namespace {

constexpr std::size_t questions_per_piece = 16;
constexpr std::size_t least_listed = 100;

/// One right answer's place, and the list it was found in.
struct Placed {
  Ranking ranking;
  std::vector<std::pair<ActorId, double>> ranks;  // by answer, ascending
};

/// The rank of an answer among the wrong ones; equals count half.
double rank_of(const Ranking& ranking, ActorId answer, std::span<const ActorId> right,
               std::uint32_t actors) {
  const auto is_wrong = [&](const Weighted& x) {
    return !std::ranges::binary_search(right, x.actor);
  };
  const auto mine = std::ranges::find(ranking.ranked, answer, &Weighted::actor);
  if (mine == ranking.ranked.end()) {
    const auto wrong = std::ranges::count_if(ranking.ranked, is_wrong);
    const auto unseen = static_cast<double>(actors) - static_cast<double>(ranking.ranked.size());
    return static_cast<double>(wrong) + (unseen + 1) / 2;
  }
  double rank = 1;
  for (const Weighted& other : ranking.ranked) {
    if (other.weight < mine->weight) break;
    if (is_wrong(other)) rank += other.weight > mine->weight ? 1 : 0.5;
  }
  return rank;
}

class Walkthrough {
 public:
  Walkthrough(const Quads& quads, const BacktestOptions& options)
      : quads_(quads),
        options_(options),
        crew_(options.threads),
        model_(quads.extent, options.model),
        examples_(model_.features().size()) {
    for (std::size_t i = 0; i < crew_.size(); ++i) desks_.push_back(model_.make_desk());
    acts_ = quads.train;
    if (!options.on_valid) acts_.insert(acts_.end(), quads.valid.begin(), quads.valid.end());
    asked_from_ = acts_.size();
    const std::vector<Act>& span = options.on_valid ? quads.valid : quads.test;
    acts_.insert(acts_.end(), span.begin(), span.end());
    if (options.calibrate) calibration_.emplace(model_, acts_);
    choose_window();
  }

  Backtest run() {
    for (std::size_t begin = 0; begin < acts_.size();) {
      std::size_t end = begin;
      while (end < acts_.size() && acts_[end].day == acts_[begin].day) ++end;
      pass(begin, end);
      begin = end;
    }
    if (calibration_) result_.reliability = calibration_->reliability();
    return std::move(result_);
  }

 private:
  /// The ranker learns from whole days before the span that is asked for.
  void choose_window() {
    asked_day_ = acts_[asked_from_].day;
    std::size_t at = asked_from_;
    while (at > 0 && acts_[at - 1].day == asked_day_) --at;
    const std::size_t most = std::min(at / 3, options_.ranker_questions / 2);
    window_day_ = acts_[at - most].day;
  }

  void pass(std::size_t begin, std::size_t end) {
    const std::span<const Act> acts(acts_.data() + begin, end - begin);
    const Day day = acts.front().day;
    const std::vector<Asked> questions = questions_of(acts, quads_.extent);
    if (calibration_) calibration_->before(day, crew_);
    if (day >= window_day_ && day < asked_day_) collect(questions);
    if (end > asked_from_) {
      if (!ranker_learnt_) learn_ranker();
      answer(questions, std::max(begin, asked_from_), end);
    }
    model_.learn_day(acts, questions, crew_);
  }

  template <typename Work>
  void for_each(const std::vector<Asked>& questions, const Work& work) {
    crew_.run((questions.size() + questions_per_piece - 1) / questions_per_piece,
              [&](std::size_t piece, std::size_t worker) {
                const std::size_t end =
                    std::min(questions.size(), (piece + 1) * questions_per_piece);
                for (std::size_t i = piece * questions_per_piece; i < end; ++i)
                  work(i, desks_[worker]);
              });
  }

  void collect(const std::vector<Asked>& questions) {
    std::vector<std::vector<float>> rows(questions.size());
    std::vector<std::vector<std::uint8_t>> labels(questions.size());
    for_each(questions, [&](std::size_t i, Model::Desk& desk) {
      model_.weigh(questions[i].question, desk);
      bool any = false;
      for (const ActorId actor : desk.actors) {
        const bool right = std::ranges::binary_search(questions[i].answers, actor);
        labels[i].push_back(right ? 1 : 0);
        any = any || right;
      }
      if (any) rows[i] = desk.values;
    });
    for (std::size_t i = 0; i < questions.size(); ++i) {
      if (!rows[i].empty()) examples_.add_group(rows[i], labels[i]);
    }
  }

  void learn_ranker() {
    ranker_learnt_ = true;
    examples_.finish();
    model_.learn_ranker(examples_, crew_);
    examples_ = Examples(0);
  }

  void answer(const std::vector<Asked>& questions, std::size_t begin, std::size_t end) {
    std::vector<Placed> placed(questions.size());
    for_each(questions, [&](std::size_t i, Model::Desk& desk) {
      Placed& one = placed[i];
      one.ranking = model_.rank(questions[i].question, desk);
      for (const ActorId answer : questions[i].answers) {
        one.ranks.emplace_back(
            answer, rank_of(one.ranking, answer, questions[i].answers, quads_.extent.actors));
      }
      if (one.ranking.ranked.size() > least_listed) one.ranking.ranked.resize(least_listed);
    });
    for (std::size_t at = begin; at < end; ++at) {
      const Act& act = acts_[at];
      const RelationId inverse = quads_.extent.inverse(act.relation);
      tell(questions, placed, {act.actor, act.relation, act.day}, act.recipient, act, true);
      tell(questions, placed, {act.recipient, inverse, act.day}, act.actor, act, false);
    }
  }

  void tell(const std::vector<Asked>& questions, const std::vector<Placed>& placed,
            const Question& question, ActorId right, const Act& act, bool recipient_asked) {
    const auto found = std::ranges::lower_bound(questions, question, {}, &Asked::question);
    const Placed& one = placed[static_cast<std::size_t>(found - questions.begin())];
    const auto rank =
        std::ranges::lower_bound(one.ranks, right, {}, [](const auto& x) { return x.first; });
    (recipient_asked ? result_.recipients : result_.actors).add(rank->second);
    if (options_.each) options_.each({act, recipient_asked, rank->second, one.ranking.ranked});
  }

  const Quads& quads_;
  const BacktestOptions& options_;
  Crew crew_;
  Model model_;
  Examples examples_;
  std::vector<Model::Desk> desks_;
  std::optional<RollingCalibration> calibration_;
  std::vector<Act> acts_;
  std::size_t asked_from_ = 0;
  Day asked_day_ = 0, window_day_ = 0;
  bool ranker_learnt_ = false;
  Backtest result_;
};

}  // namespace

void Ranks::add(double rank) {
  ++questions;
  reciprocal += 1 / rank;
  first += rank <= 1 ? 1 : 0;
  among_3 += rank <= 3 ? 1 : 0;
  among_10 += rank <= 10 ? 1 : 0;
}

void Ranks::add(const Ranks& other) {
  questions += other.questions;
  reciprocal += other.reciprocal;
  first += other.first;
  among_3 += other.among_3;
  among_10 += other.among_10;
}

double Ranks::mean_reciprocal() const {
  return questions ? reciprocal / static_cast<double>(questions) : 0;
}

double Ranks::share(std::uint64_t hits) const {
  return questions ? static_cast<double>(hits) / static_cast<double>(questions) : 0;
}

Ranks Backtest::both() const {
  Ranks sum = recipients;
  sum.add(actors);
  return sum;
}

Backtest backtest(const Quads& quads, const BacktestOptions& options) {
  return Walkthrough(quads, options).run();
}

void append_rank(std::string& out, const Quads& quads, const Answered& answered) {
  const Act& act = answered.act;
  auto to = std::back_inserter(out);
  fmt::format_to(to, R"({{"s":{},"r":{},"o":{},"t":{},"side":"{}","rank":{},"top":[)", act.actor,
                 act.relation, act.recipient, quads.time_of(act.day),
                 answered.recipient_asked ? "object" : "subject", answered.rank);
  for (std::size_t i = 0; i < answered.top.size(); ++i) {
    fmt::format_to(to, "{}[{},{}]", i ? "," : "", answered.top[i].actor, answered.top[i].weight);
  }
  out += "]}\n";
}

}  // namespace entente::forecast

// Confidences are counted; weights are learnt by small steps that set the pair that acted apart
// from the asker's other pairs. Both look at most at the pairs that acted last.
#include "forecast/rules.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace entente::forecast {
namespace {

constexpr std::array<Day, Rules::delays> delay_begins = {0, 2, 3, 4, 6, 9, 15, 31, 61, 121};
constexpr std::size_t most_ties = 256;
constexpr Day oldest = 120;
constexpr float step = 0.1F;

struct Watched {
  const Tie* tie = nullptr;
  bool answers = false;
  std::vector<std::uint32_t> places;  // of its rules in the book
  double score = 0;
};

}  // namespace

struct Rules::Desk {
  std::vector<Watched> watched;
  std::size_t used = 0;
};

std::vector<Asked> questions_of(std::span<const Act> acts, const Extent& extent) {
  std::vector<std::pair<Question, ActorId>> ends;
  for (const Act& act : acts) {
    ends.push_back({{act.actor, act.relation, act.day}, act.recipient});
    ends.push_back({{act.recipient, extent.inverse(act.relation), act.day}, act.actor});
  }
  std::ranges::sort(ends);
  std::vector<Asked> questions;
  for (const auto& [question, answer] : ends) {
    if (questions.empty() || questions.back().question != question) {
      questions.push_back({question, {}});
    }
    std::vector<ActorId>& answers = questions.back().answers;
    if (answers.empty() || answers.back() != answer) answers.push_back(answer);
  }
  return questions;
}

Rules::Rules(const Extent& extent) : ends_(extent.ends()), books_(extent.ends()) {}

std::size_t Rules::cell(const Trace& trace, Day day, const Fading& fading) {
  const Day since = std::max<Day>(0, day - trace.last);
  const auto above = std::ranges::upper_bound(delay_begins, since);
  const auto delay = static_cast<std::size_t>(above - delay_begins.begin()) - 1;
  const float recent = trace.faded[3] * fading.after(since)[3];
  const std::size_t density = recent < 1.2F ? 0 : recent < 2.5F ? 1 : 2;
  return delay * densities + density;
}

Day Rules::delay_begin(std::size_t delay) { return delay_begins[delay]; }

std::size_t Rules::Book::make_place(RelationId before, std::size_t ends) {
  if (places.empty()) places.assign(ends, -1);
  std::int32_t& place = places[before];
  if (place < 0) {
    place = static_cast<std::int32_t>(cells.size());
    cells.resize(cells.size() + Rules::cells);
    weights.resize(cells.size());
    squares.resize(cells.size());
  }
  return static_cast<std::size_t>(place);
}

Rules::Cell Rules::counts(RelationId then, RelationId before, std::size_t cell) const {
  const Book& book = books_[then];
  const std::int32_t place = book.place(before);
  return place < 0 ? Cell{} : book.cells[static_cast<std::size_t>(place) + cell];
}

float Rules::confidence(RelationId then, RelationId before, std::size_t cell) const {
  const Cell found = counts(then, before, cell);
  return (found.held + 0.02F) / (found.asked + 2.0F);
}

float Rules::weight(RelationId then, RelationId before, std::size_t cell) const {
  const Book& book = books_[then];
  const std::int32_t place = book.place(before);
  return place < 0 ? 0 : book.weights[static_cast<std::size_t>(place) + cell];
}

void Rules::learn(std::span<const Asked> questions, const History& history, Crew& crew) {
  // Relations have a book each, so that they can be learnt side by side.
  std::map<RelationId, std::vector<const Asked*>> by_relation;
  for (const Asked& asked : questions) by_relation[asked.question.relation].push_back(&asked);
  std::vector<const std::vector<const Asked*>*> piles;
  for (const auto& [relation, pile] : by_relation) piles.push_back(&pile);
  std::vector<Desk> desks(crew.size());
  crew.run(piles.size(), [&](std::size_t pile, std::size_t worker) {
    for (const Asked* asked : *piles[pile]) learn(*asked, history, desks[worker]);
  });
}

void Rules::learn(const Asked& asked, const History& history, Desk& desk) {
  const Question& question = asked.question;
  Book& book = books_[question.relation];
  std::vector<Watched>& watched = desk.watched;
  desk.used = 0;
  for (const Tie& tie : history.actor(question.asker).ties) {
    const bool answers = std::ranges::binary_search(asked.answers, tie.other);
    if (!answers && question.day - tie.all.last > oldest) continue;
    if (desk.used == watched.size()) watched.emplace_back();
    watched[desk.used].tie = &tie;
    watched[desk.used++].answers = answers;
  }
  if (desk.used > most_ties) {
    const auto first = watched.begin();
    std::nth_element(first, first + most_ties, first + static_cast<std::ptrdiff_t>(desk.used),
                     [](const Watched& a, const Watched& b) {
                       if (a.answers != b.answers) return a.answers;
                       if (a.tie->all.last != b.tie->all.last)
                         return a.tie->all.last > b.tie->all.last;
                       return a.tie->other < b.tie->other;
                     });
    desk.used = most_ties;
  }
  for (std::size_t i = 0; i < desk.used; ++i) {
    Watched& one = watched[i];
    one.places.clear();
    one.score = 0;
    for (const ActTrace& act : one.tie->acts) {
      const std::size_t at =
          book.make_place(act.relation, ends_) + cell(act.trace, question.day, history.fading());
      one.places.push_back(static_cast<std::uint32_t>(at));
      book.cells[at].asked += 1;
      book.cells[at].held += one.answers ? 1.0F : 0.0F;
      one.score += book.weights[at];
    }
  }
  weigh(book, desk);
}

void Rules::weigh(Book& book, Desk& desk) const {
  const std::span<Watched> watched(desk.watched.data(), desk.used);
  double wrong = 1;  // somebody new
  for (Watched& one : watched) {
    one.score = std::exp(std::min(one.score, 50.0));
    if (!one.answers) wrong += one.score;
  }
  double once = 0;
  for (const Watched& one : watched) once += one.answers ? 1 / (wrong + one.score) : 0;
  if (once == 0) return;
  for (const Watched& one : watched) {
    const double share = one.answers ? one.score / (wrong + one.score) - 1 : one.score * once;
    if (std::abs(share) < 1e-3) continue;
    for (const std::uint32_t at : one.places) {
      const float slope = static_cast<float>(share) + 1e-4F * book.weights[at];
      book.squares[at] += slope * slope;
      book.weights[at] -= step * slope / std::sqrt(book.squares[at] + 0.5F);
    }
  }
}

}  // namespace entente::forecast

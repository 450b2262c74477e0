// Each act is set against others drawn by chance; steps shrink where much has been learnt.
#include "forecast/likeness.h"

#include <algorithm>
#include <cmath>

namespace entente::forecast {
namespace {

// Others that an act is set against: most of them by how often they act, so that what is learnt is
// who fits, not who is usual, which other features say better.
constexpr std::size_t usual_rivals = 24;
constexpr std::size_t any_rivals = 8;
constexpr std::size_t rivals = usual_rivals + any_rivals;
constexpr std::size_t repeats = 4;  // acts learnt again for each new one
constexpr float rate = 0.1F;
constexpr float pull = 1e-4F;  // towards 0
constexpr float first_square = 1e-2F;

float product(const Likeness::Point& a, const Likeness::Point& b) {
  float sum = 0;
  for (std::size_t i = 0; i < Likeness::size; ++i) sum += a[i] * b[i];
  return sum;
}

}  // namespace

Likeness::Likeness(const Extent& extent)
    : extent_(extent),
      askers_(extent.actors),
      answers_(extent.actors),
      shifts_(extent.ends()),
      scales_(extent.ends()),
      leanings_(extent.actors),
      leaning_squares_(extent.actors) {
  for (auto* points : {&askers_, &answers_, &shifts_, &scales_}) {
    for (Learnt& learnt : *points) {
      for (float& value : learnt.value) value = 0.3F * (draws_.share() - 0.5F);
    }
  }
  for (Learnt& learnt : scales_) {
    for (float& value : learnt.value) value += 1;
  }
}

Likeness::Point Likeness::expected(ActorId asker, RelationId relation) const {
  Point point;
  for (std::size_t i = 0; i < size; ++i) {
    point[i] = askers_[asker].value[i] * scales_[relation].value[i] + shifts_[relation].value[i];
  }
  return point;
}

float Likeness::fit(const Point& expected, ActorId actor) const {
  return product(expected, answers_[actor].value) + leanings_[actor];
}

void Likeness::learn(std::span<const Act> acts) {
  const auto both = [this](const Act& act) {
    learn(act.actor, act.relation, act.recipient);
    learn(act.recipient, extent_.inverse(act.relation), act.actor);
  };
  past_.insert(past_.end(), acts.begin(), acts.end());
  for (const Act& act : acts) both(act);
  for (std::size_t i = 0; i < repeats * acts.size(); ++i) {
    float place = draws_.share();
    if (draws_.next() % 2 == 0) place = 1 - place * place;  // late acts are drawn more often
    const auto at = static_cast<std::size_t>(place * static_cast<float>(past_.size()));
    both(past_[std::min(past_.size() - 1, at)]);
  }
}

void Likeness::learn(ActorId asker, RelationId relation, ActorId answer) {
  std::array<ActorId, rivals + 1> actors;
  std::array<float, rivals + 1> shares;
  std::size_t n = 0;
  actors[n++] = answer;
  for (std::size_t i = 0; i < rivals; ++i) {
    const ActorId rival =
        i < usual_rivals ? usual_rival() : static_cast<ActorId>(draws_.below(extent_.actors));
    if (rival != answer) actors[n++] = rival;
  }
  const Point point = expected(asker, relation);
  float top = -1e9F, sum = 0;
  for (std::size_t i = 0; i < n; ++i) top = std::max(top, shares[i] = fit(point, actors[i]));
  for (std::size_t i = 0; i < n; ++i) sum += shares[i] = std::exp(shares[i] - top);
  Point back{};
  for (std::size_t i = 0; i < n; ++i) {
    const float slope = shares[i] / sum - (i == 0 ? 1.0F : 0.0F);
    if (std::abs(slope) < 1e-3F) continue;
    Learnt& learnt = answers_[actors[i]];
    Point own;
    for (std::size_t k = 0; k < size; ++k) {
      back[k] += slope * learnt.value[k];
      own[k] = slope * point[k];
    }
    step(learnt, own);
    float& squares = leaning_squares_[actors[i]];
    squares += slope * slope;
    leanings_[actors[i]] -= rate * slope / std::sqrt(squares + first_square);
  }
  Point to_asker, to_scale;
  for (std::size_t k = 0; k < size; ++k) {
    to_asker[k] = back[k] * scales_[relation].value[k];
    to_scale[k] = back[k] * askers_[asker].value[k];
  }
  step(askers_[asker], to_asker);
  step(scales_[relation], to_scale);
  step(shifts_[relation], back);
}

ActorId Likeness::usual_rival() {
  const Act& drawn = past_[draws_.below(past_.size())];
  return draws_.next() % 2 == 0 ? drawn.actor : drawn.recipient;
}

void Likeness::step(Learnt& learnt, const Point& slope) const {
  for (std::size_t k = 0; k < size; ++k) {
    const float full = slope[k] + pull * learnt.value[k];
    learnt.squares[k] += full * full;
    learnt.value[k] -= rate * full / std::sqrt(learnt.squares[k] + first_square);
  }
}

}  // namespace entente::forecast

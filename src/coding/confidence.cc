// A logistic score over a handful of features. The weights were set by reading coded news; they are
// to be fitted on held-out documents when there are enough of them.
#include "coding/confidence.h"

#include <algorithm>
#include <cmath>

namespace entente {

namespace {

/// How much a party's way of resolution speaks against an item, from sure to unsure.
double doubt(How how) {
  switch (how) {
    case How::name:
      return 0.0;
    case How::described:
      return 0.1;
    case How::owner:
      return 0.5;
    case How::definite:
      return 0.5;
    case How::speaker:
      return 0.6;
    case How::place:
      return 0.6;
    case How::pronoun:
      return 0.7;
    case How::context:
      return 1.0;
    case How::none:
      return 1.2;
  }
  return 1.2;
}

}  // namespace

double confidence(const Evidence& e) {
  double score = 0.9;
  if (e.has_actor) score -= doubt(e.actor);
  if (e.has_recipient) score -= doubt(e.recipient);
  if (!e.has_actor) score -= 1.2;
  if (!e.has_recipient && e.kind == ItemKind::event) score -= 0.3;
  if (e.parties_inherited) score -= 0.2;
  if (e.parties_recalled) score -= 0.6;
  if (e.noun) score -= 0.1;
  if (!e.sure_status) score -= 0.2;
  score += 0.2 * std::min(e.pattern_weight, 3);
  if (e.sentence_words > 35) score -= 0.3;
  const double out = 1.0 / (1.0 + std::exp(-score));
  return std::round(out * 1000.0) / 1000.0;
}

}  // namespace entente

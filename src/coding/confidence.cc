// A logistic score over a handful of features, whose weights are data: they were fitted on coded
// news in one language (docs/decisions/confidence.md).
#include "coding/confidence.h"

#include <fmt/format.h>

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
    case How::definite:
      return 0.5;
    case How::speaker:
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

std::array<Feature, feature_count> features(const Evidence& e) {
  constexpr std::uint32_t long_sentence = 35;
  const auto flag = [](bool is) { return is ? 1.0 : 0.0; };
  return {{{"base", 1.0},
           {"actor_doubt", e.has_actor ? doubt(e.actor) : 0.0},
           {"recipient_doubt", e.has_recipient ? doubt(e.recipient) : 0.0},
           {"no_actor", flag(!e.has_actor)},
           {"no_recipient", flag(!e.has_recipient && e.kind == ItemKind::event)},
           {"inherited", flag(e.parties_inherited)},
           {"recalled", flag(e.parties_recalled)},
           {"noun", flag(e.noun)},
           {"unsure_status", flag(!e.sure_status)},
           {"pattern", static_cast<double>(std::min(e.pattern_weight, 3))},
           {"long_sentence", flag(e.sentence_words > long_sentence)},
           {"relation", flag(e.kind == ItemKind::relation)}}};
}

std::string explain_confidence(const Evidence& evidence, const Lexicon& lexicon) {
  std::string text = fmt::format("{:.2f} =", confidence(evidence, lexicon));
  for (const auto& feature : features(evidence)) {
    const double adds = lexicon.weight(feature.name) * feature.value;
    if (adds != 0.0) text += fmt::format(" {} {:+.2f}", feature.name, adds);
  }
  return text;
}

double confidence(const Evidence& evidence, const Lexicon& lexicon) {
  double score = 0.0;
  for (const auto& feature : features(evidence)) {
    score += lexicon.weight(feature.name) * feature.value;
  }
  const double out = 1.0 / (1.0 + std::exp(-score));
  return std::round(out * 1000.0) / 1000.0;
}

}  // namespace entente

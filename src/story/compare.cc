// The weights are logarithms of odds, set by hand and checked on the texts of tests/story/texts;
// docs/decisions/story.md says what each set of them gave.
#include "story/compare.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "entente/date.h"

namespace entente {
namespace {

// Of two reports of near days and with a party in common, one pair in some ten tells of one act.
constexpr double prior = -0.8;

constexpr double nothing_shared = -1.0;  // by the words of two texts
constexpr double no_text = -2.0;         // event data from elsewhere: a day and two parties must do
constexpr double same_area = 60;         // kilometres: a town and its surroundings

constexpr Day longest_delay = 3;    // news is told within so many days
constexpr Day longest_memory = 21;  // and still spoken of without a date

std::string_view primary_of(std::string_view code) { return code.substr(0, code.find(':')); }

bool related(const std::string& a, const std::string& b, const Kinship& kinship, Date day) {
  return kinship.part_of(a, b, day) || kinship.part_of(b, a, day) || primary_of(a) == primary_of(b);
}

double kilometres(const ResolvedPlace& a, const ResolvedPlace& b) {
  constexpr double earth = 6371;  // mean radius
  constexpr double radian = std::numbers::pi / 180;
  const double north = std::sin((b.latitude - a.latitude) * radian / 2);
  const double east = std::sin((b.longitude - a.longitude) * radian / 2);
  const double h =
      north * north + std::cos(a.latitude * radian) * std::cos(b.latitude * radian) * east * east;
  return 2 * earth * std::asin(std::sqrt(std::min(1.0, h)));
}

bool near_any(const Report& a, const Report& b, double distance) {
  return std::ranges::any_of(a.places, [&](const ResolvedPlace& left) {
    return std::ranges::any_of(
        b.places, [&](const ResolvedPlace& right) { return kilometres(left, right) <= distance; });
  });
}

bool share_point(const Report& a, const Report& b) {
  return std::ranges::any_of(a.places, [&](const ResolvedPlace& place) {
    return place.geonames != 0 &&
           std::ranges::find(b.places, place.geonames, &ResolvedPlace::geonames) != b.places.end();
  });
}

bool share_name(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::ranges::any_of(
      a, [&](const std::string& name) { return std::ranges::find(b, name) != b.end(); });
}

double weight_of_place(const Report& a, const Report& b) {
  if (a.place_names.empty() || b.place_names.empty()) return 0;
  if (share_name(a.place_names, b.place_names) || share_point(a, b)) return 1.3;
  if (a.places.empty() || b.places.empty()) return -0.5;
  if (near_any(a, b, same_area)) return -0.8;
  const bool one_country = a.places.front().country == b.places.front().country;
  return one_country ? -1.6 : -2.2;
}

/// Both say when.
double weight_of_dates(Period a, Period b) {
  const bool exact = a.days() == 1 && b.days() == 1;
  if (a.overlaps(b)) return exact ? 1.2 : 0.4;
  const Day apart = a.distance(b);
  if (apart == 1) return exact ? -0.4 : -0.2;
  return apart <= 3 ? -2.4 : -5.4;
}

/// One says when, the other was published on a day.
double weight_of_delay(Period stated, Day published, bool coming) {
  if (published == no_day) return 0;
  if (stated.first > published) return coming ? 0 : -1.2;
  const Day delay = published - stated.last;
  if (delay <= longest_delay) return 0.9;
  if (delay <= 7) return 0.0;
  return delay <= longest_memory ? -0.8 : -1.6;
}

/// Neither says when.
double weight_of_publication(Day a, Day b) {
  if (a == no_day || b == no_day) return -0.5;
  const Day apart = std::abs(a - b);
  if (apart <= 1) return 0.8;
  if (apart <= longest_delay) return 0.4;
  if (apart <= 10) return -0.3;
  return apart <= longest_memory ? -1.5 : -5.0;
}

double weight_of_day(const Report& a, const Report& b) {
  if (a.dated && b.dated) return weight_of_dates(a.when, b.when);
  if (a.dated) return weight_of_delay(a.when, b.published, b.status == Status::future);
  if (b.dated) return weight_of_delay(b.when, a.published, a.status == Status::future);
  return weight_of_publication(a.published, b.published);
}

/// Names of towns, ships, persons beside those of the parties.
double weight_of_names(const Report& a, const Report& b) {
  const Overlap names = overlap(a.words, b.words, true);
  if (names.shared > 0) return 2.4 * (1 - std::exp(-names.shared));
  return -1.5 * std::min(1.0, names.left) * std::min(1.0, names.right);
}

double weight_of_words(const Report& a, const Report& b) {
  const Overlap words = overlap(a.words, b.words, false);
  constexpr double damping = 3;   // as if each had so much that the other does not
  constexpr double usual = 0.08;  // of two reports that have nothing to do with each other
  if (words.left == 0 || words.right == 0) return 0;
  const double share = words.shared / (std::min(words.left, words.right) + damping);
  return std::clamp((share - usual) * 6.0, -0.4, 2.4);
}

/// What the documents are about at all.
double weight_of_context(const Report& a, const Report& b) {
  if (a.document == b.document || !a.context || !b.context) return 0;
  if (a.context->empty() || b.context->empty()) return 0;
  const Overlap names = overlap(*a.context, *b.context, true);
  constexpr double damping = 3;
  return std::clamp(names.shared / (std::min(names.left, names.right) + damping) * 2.5 - 0.4, -0.4,
                    0.6);
}

double weight_of_quantity(const Report& a, const Report& b) {
  if (!a.quantity || !b.quantity) return 0;
  const bool same_thing =
      a.quantity->counted == b.quantity->counted &&
      (a.quantity->counted != Counted::other || a.quantity->noun == b.quantity->noun);
  if (!same_thing) return 0;
  return a.quantity->value == b.quantity->value ? 1.0 : -0.4;
}

double weight_of_mode(const Report& a, const Report& b, const Nearness& nearness) {
  if (a.mode.empty() || b.mode.empty() || a.type != b.type) return 0;
  return a.mode == b.mode ? 0.5 : nearness.of_modes(a.type);
}

/// A breach of a truce is no air raid, though both are of one type.
double weight_of_cameo(const Report& a, const Report& b, const Nearness& nearness) {
  if (a.type != b.type || a.cameo == b.cameo || a.cameo.empty() || b.cameo.empty()) return 0;
  return std::min(nearness.of_cameo(a.cameo), nearness.of_cameo(b.cameo));
}

double weight_of(Agreement agreement, double same, double related, double different) {
  switch (agreement) {
    case Agreement::same:
      return same;
    case Agreement::related:
      return related;
    case Agreement::different:
      return different;
    case Agreement::unknown:
      break;
  }
  return 0;
}

std::vector<std::string> all_parties(const Report& report) {
  std::vector<std::string> parties = report.actor;
  parties.insert(parties.end(), report.recipient.begin(), report.recipient.end());
  return parties;
}

bool both_sides_known(const Report& report) {
  return !report.actor.empty() && !report.recipient.empty();
}

class Scales {
 public:
  explicit Scales(Comparison& comparison) : comparison_(comparison) { comparison_.score = prior; }
  void put(std::string_view about, double weight) {
    if (weight == 0) return;
    comparison_.score += weight;
    comparison_.reasons.push_back({about, weight});
  }

 private:
  Comparison& comparison_;
};

/// Acts in which all parties are alike are compared by all of them.
void weigh_mutual(const Report& a, const Report& b, const StoryTables& tables, Scales& scales) {
  std::vector<std::string> left = all_parties(a), right = all_parties(b);
  std::size_t met = 0;
  const Day day = a.when.first;
  for (const std::string& code : left) {
    const Agreement found = agreement({code}, right, tables.kinship, day);
    if (found == Agreement::same || found == Agreement::related) ++met;
  }
  if (left.empty() || right.empty()) return;
  if (met == 0) return scales.put("parties", -3.0);
  if (met >= 2) return scales.put("parties", 2.2);
  const bool one_alone = left.size() == 1 || right.size() == 1;
  scales.put("parties", one_alone ? 0.6 : -0.8);
}

/// Words and names near the acts, and what the documents are about. Two texts that share nothing
/// of these rarely tell of one act, whoever the parties are.
void weigh_text(const Report& a, const Report& b, Scales& scales) {
  const double names = weight_of_names(a, b), words = weight_of_words(a, b);
  scales.put("names", names);
  scales.put("words", words);
  scales.put("document", weight_of_context(a, b));
  if (a.text == 0 || b.text == 0) return scales.put("no text", no_text);
  const bool told = !a.words.empty() && !b.words.empty();
  if (told && names <= 0.2 && words <= 0) scales.put("nothing shared", nothing_shared);
}

void weigh_sides(const Report& a, const Report& b, const StoryTables& tables, Scales& scales) {
  const Day day = a.when.first;
  const Agreement actors = agreement(a.actor, b.actor, tables.kinship, day);
  const Agreement recipients = agreement(a.recipient, b.recipient, tables.kinship, day);
  if (actors == Agreement::different && recipients == Agreement::different && both_sides_known(a) &&
      both_sides_known(b) &&
      agreement(a.actor, b.recipient, tables.kinship, day) != Agreement::different &&
      agreement(a.recipient, b.actor, tables.kinship, day) != Agreement::different) {
    return scales.put("direction", -5.0);
  }
  scales.put("actor", weight_of(actors, 1.5, 0.8, -1.2));
  scales.put("recipient", weight_of(recipients, 1.4, 0.3, -0.6));
}

/// A relation is who stands so to whom; an office, which person holds it. When and where it is told
/// matters little.
void weigh_relation(const Report& a, const Report& b, const StoryTables& tables, Scales& scales) {
  const auto weigh = [](Agreement found) { return weight_of(found, 2.0, -0.5, -6.0); };
  if (a.type == ItemType::office) {
    if (a.names.empty() || b.names.empty()) return scales.put("person", -6.0);
    scales.put("person", share_name(a.names, b.names) ? 2.5 : -6.0);
  }
  if (is_mutual(a.type) && is_mutual(b.type)) return weigh_mutual(a, b, tables, scales);
  const Day day = a.published;
  scales.put("actor", weigh(agreement(a.actor, b.actor, tables.kinship, day)));
  scales.put("recipient", weigh(agreement(a.recipient, b.recipient, tables.kinship, day)));
}

/// Reports in one document: what it tells again stands in another sentence, as something known;
/// a headline and the first sentences tell one story.
double weight_of_text(const Report& a, const Report& b) {
  if (a.document != b.document) return 0;
  if (a.sentence == b.sentence) return -3.0;
  const Report& earlier = a.sentence < b.sentence ? a : b;
  const Report& later = a.sentence < b.sentence ? b : a;
  if (later.further) return -5.0;
  if (later.definite) return 1.2;
  return earlier.sentence == 0 ? 0.0 : -0.6;
}

double weight_of_status(const Report& a, const Report& b) {
  if (a.status == b.status) return 0;
  if (a.status == Status::hypothetical || b.status == Status::hypothetical) return -0.6;
  return -0.1;
}

}  // namespace

Agreement agreement(const std::vector<std::string>& a, const std::vector<std::string>& b,
                    const Kinship& kinship, Day day) {
  if (a.empty() || b.empty()) return Agreement::unknown;
  const Date date = day == no_day ? Date{} : date_of_day(day);
  Agreement best = Agreement::different;
  for (const std::string& left : a) {
    for (const std::string& right : b) {
      if (left == right) return Agreement::same;
      if (related(left, right, kinship, date)) best = Agreement::related;
    }
  }
  return best;
}

Comparison compare(const Report& a, const Report& b, const StoryTables& tables) {
  Comparison comparison;
  const std::optional<double> types = tables.nearness.of(a.type, b.type);
  if (!types) return comparison;
  comparison.comparable = true;
  Scales scales(comparison);
  if (a.text != 0 && a.text == b.text && a.document != b.document) {
    scales.put("same sentence", 4.0);
  }
  scales.put("type", *types);
  if (a.kind == ItemKind::relation && b.kind == ItemKind::relation) {
    weigh_relation(a, b, tables, scales);
    return comparison;
  }
  scales.put("mode", weight_of_mode(a, b, tables.nearness));
  scales.put("CAMEO", weight_of_cameo(a, b, tables.nearness));
  if (is_mutual(a.type) || is_mutual(b.type)) {
    weigh_mutual(a, b, tables, scales);
  } else {
    weigh_sides(a, b, tables, scales);
  }
  scales.put("date", weight_of_day(a, b));
  scales.put("place", weight_of_place(a, b));
  if (a.document != b.document || a.sentence != b.sentence) weigh_text(a, b, scales);
  scales.put("number", weight_of_quantity(a, b));
  scales.put("text", weight_of_text(a, b));
  scales.put("status", weight_of_status(a, b));
  return comparison;
}

}  // namespace entente

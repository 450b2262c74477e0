// Coded items matched with gold records and counted.
#include "record/score.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

#include "base/utf8.h"
#include "entente/item.h"

namespace entente {
namespace {

using Names = std::set<std::string, std::less<>>;

/// The codes without their sectors.
Names primaries(const std::vector<std::string>& codes) {
  Names names;
  for (const std::string& code : codes) names.insert(code.substr(0, code.find(':')));
  return names;
}

Names both_sides(const Names& a, const Names& b) {
  Names all = a;
  all.insert(b.begin(), b.end());
  return all;
}

std::size_t in_common(const Names& a, const Names& b) {
  return static_cast<std::size_t>(
      std::ranges::count_if(a, [&](const std::string& name) { return b.contains(name); }));
}

/// Something in common, or nothing on either side.
bool side_agrees(const Names& a, const Names& b) {
  return in_common(a, b) > 0 || (a.empty() && b.empty());
}

bool mutual(const ScoredItem& item) {
  const std::optional<ItemType> type = item_type(item.type);
  return type && is_mutual(*type);
}

bool same_type(const ScoredItem& gold, const ScoredItem& coded) {
  return gold.kind == coded.kind && gold.type == coded.type;
}

bool same_dyad(const ScoredItem& gold, const ScoredItem& coded) {
  if (!same_type(gold, coded)) return false;
  const Names gold_actor = primaries(gold.actor), gold_recipient = primaries(gold.recipient);
  const Names actor = primaries(coded.actor), recipient = primaries(coded.recipient);
  if (side_agrees(gold_actor, actor) && side_agrees(gold_recipient, recipient)) return true;
  if (!mutual(gold)) return false;
  const Names parties = both_sides(gold_actor, gold_recipient);
  return in_common(parties, both_sides(actor, recipient)) >=
         std::min<std::size_t>(2, parties.size());
}

bool same_exactly(const ScoredItem& gold, const ScoredItem& coded) {
  if (!same_dyad(gold, coded) || gold.status != coded.status) return false;
  const Names gold_actor = primaries(gold.actor), gold_recipient = primaries(gold.recipient);
  const Names actor = primaries(coded.actor), recipient = primaries(coded.recipient);
  if (gold_actor == actor && gold_recipient == recipient) return true;
  return mutual(gold) && both_sides(gold_actor, gold_recipient) == both_sides(actor, recipient);
}

bool agree(ScoreLevel level, const ScoredItem& gold, const ScoredItem& coded) {
  switch (level) {
    case ScoreLevel::type:
      return same_type(gold, coded);
    case ScoreLevel::dyad:
      return same_dyad(gold, coded);
    default:
      return same_exactly(gold, coded);
  }
}

/// One-to-one matches between two lists, as many as there can be, by augmenting paths.
class Matching {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  Matching(const std::vector<const ScoredItem*>& gold, const std::vector<const ScoredItem*>& coded,
           ScoreLevel level)
      : gold_(gold), coded_(coded), level_(level), owner_(coded.size(), none) {
    for (std::size_t g = 0; g < gold.size(); ++g) {
      std::vector<bool> seen(coded.size(), false);
      place(g, seen);
    }
  }

  /// For each coded item the index of its gold item, or none.
  [[nodiscard]] const std::vector<std::size_t>& owners() const { return owner_; }

 private:
  bool place(std::size_t g, std::vector<bool>& seen) {
    for (std::size_t c = 0; c < coded_.size(); ++c) {
      if (seen[c] || !agree(level_, *gold_[g], *coded_[c])) continue;
      seen[c] = true;
      if (owner_[c] == none || place(owner_[c], seen)) {
        owner_[c] = g;
        return true;
      }
    }
    return false;
  }

  const std::vector<const ScoredItem*>& gold_;
  const std::vector<const ScoredItem*>& coded_;
  ScoreLevel level_;
  std::vector<std::size_t> owner_;
};

Names sectors(const ScoredItem& item) {
  Names codes;
  for (const auto* side : {&item.actor, &item.recipient}) {
    for (const std::string& code : *side) {
      if (code.find(':') != std::string::npos) codes.insert(code);
    }
  }
  return codes;
}

Names place_names(const std::vector<std::string>& where) {
  Names names;
  for (const std::string& name : where) {
    const std::string key = lower(name);
    names.insert(key.starts_with("the ") ? key.substr(4) : key);
  }
  return names;
}

Names nearest_speaker(const std::vector<std::string>& said_by) {
  return said_by.empty() ? Names() : primaries({said_by.front()});
}

/// Counts the fields of a match that the gold record fills.
void compare_fields(const ScoredItem& gold, const ScoredItem& coded, Score& score) {
  const auto count = [&](const char* name, bool right) {
    Score::Field& field = score.fields[{gold.kind, name}];
    ++field.all;
    field.right += right ? 1 : 0;
  };
  count("status", gold.status == coded.status);
  if (!gold.mode.empty()) count("mode", lower(coded.mode) == lower(gold.mode));
  if (const Names wanted = sectors(gold); !wanted.empty()) {
    count("sector", in_common(wanted, sectors(coded)) > 0);
  }
  const bool speaker = nearest_speaker(gold.said_by) == nearest_speaker(coded.said_by);
  count("said_by", speaker);
  if (!gold.said_by.empty()) count("said_by, where there is one", speaker);
  if (!gold.denied_by.empty()) {
    count("denied_by", in_common(primaries(gold.denied_by), primaries(coded.denied_by)) > 0);
  }
  if (!gold.when.empty()) count("when", coded.when.starts_with(gold.when.substr(0, 7)));
  if (!gold.where.empty()) {
    count("where", in_common(place_names(gold.where), place_names(coded.where)) > 0);
  }
}

std::vector<const ScoredItem*> of_kind(const std::vector<const ScoredItem*>& items,
                                       std::string_view kind) {
  std::vector<const ScoredItem*> result;
  std::ranges::copy_if(items, std::back_inserter(result),
                       [&](const ScoredItem* item) { return item->kind == kind; });
  return result;
}

/// Adds what two lists of items of one sentence and kind have in common at one level.
void count_level(const GoldSentence& sentence, const std::vector<const ScoredItem*>& golds,
                 const std::vector<const ScoredItem*>& codeds, ScoreLevel level, ScoreCount& count,
                 Score& score) {
  const Matching matching(golds, codeds, level);
  std::vector<bool> found(golds.size(), false);
  for (std::size_t c = 0; c < codeds.size(); ++c) {
    const std::size_t g = matching.owners()[c];
    if (g == Matching::none) continue;
    found[g] = true;
    ++count.hits;
    if (level == ScoreLevel::dyad) compare_fields(*golds[g], *codeds[c], score);
  }
  count.coded += codeds.size();
  count.gold += golds.size();
  if (level != ScoreLevel::dyad) return;
  for (std::size_t g = 0; g < golds.size(); ++g) {
    if (!found[g]) score.errors.push_back({true, sentence.doc, sentence.number, *golds[g]});
  }
  for (std::size_t c = 0; c < codeds.size(); ++c) {
    if (matching.owners()[c] == Matching::none) {
      score.errors.push_back({false, sentence.doc, sentence.number, *codeds[c]});
    }
  }
}

/// The coded items of the gold documents, by document and sentence number.
struct Homes {
  std::map<std::pair<std::string, std::uint32_t>, std::vector<const ScoredItem*>> items;
  std::vector<const ScoredItem*> strays;  ///< outside every gold sentence
};

Homes find_homes(const std::vector<GoldSentence>& gold, const std::vector<ScoredItem>& coded) {
  std::map<std::string, std::vector<const GoldSentence*>> documents;
  for (const GoldSentence& sentence : gold) documents[sentence.doc].push_back(&sentence);
  Homes homes;
  for (const ScoredItem& item : coded) {
    const auto document = documents.find(item.doc);
    if (document == documents.end()) continue;
    const auto home = std::ranges::find_if(document->second, [&](const GoldSentence* sentence) {
      return sentence->begin <= item.begin && item.begin < sentence->end;
    });
    if (home == document->second.end()) {
      homes.strays.push_back(&item);
    } else {
      homes.items[{item.doc, (*home)->number}].push_back(&item);
    }
  }
  return homes;
}

void count_kind(const std::vector<GoldSentence>& gold, const Homes& homes, std::string_view kind,
                std::array<ScoreCount, 3>& counts, Score& score) {
  for (ScoreCount& count : counts) count.coded += of_kind(homes.strays, kind).size();
  for (const GoldSentence& sentence : gold) {
    std::vector<const ScoredItem*> all;
    for (const ScoredItem& item : sentence.items) all.push_back(&item);
    const std::vector<const ScoredItem*> golds = of_kind(all, kind);
    const auto home = homes.items.find({sentence.doc, sentence.number});
    std::vector<const ScoredItem*> codeds;
    if (home != homes.items.end()) codeds = of_kind(home->second, kind);
    for (std::size_t level = 0; level < counts.size(); ++level) {
      count_level(sentence, golds, codeds, static_cast<ScoreLevel>(level), counts[level], score);
    }
  }
}

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double ScoreCount::precision() const { return ratio(hits, coded); }
double ScoreCount::recall() const { return ratio(hits, gold); }
double ScoreCount::f1() const {
  const double p = precision(), r = recall();
  return p + r > 0 ? 2 * p * r / (p + r) : 0.0;
}

Score score_items(const std::vector<GoldSentence>& gold, const std::vector<ScoredItem>& coded) {
  const Homes homes = find_homes(gold, coded);
  Score score;
  count_kind(gold, homes, "event", score.events, score);
  count_kind(gold, homes, "relation", score.relations, score);
  return score;
}

}  // namespace entente

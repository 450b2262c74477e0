// Scores of rolling forecasts as a table and as JSON.
#include "cli/backtest_store.h"

#include <fmt/format.h>

#include <cmath>
#include <functional>
#include <iterator>

#include "record/json_text.h"

namespace entente::cli {
namespace {

namespace fc = entente::forecast;

using Group = std::function<void(const char* kind, const std::string& name, const fc::Scores&)>;

/// All scores, those by type, those by how much history a pair has; empty ones are passed over.
void each_group(const fc::Timeline& timeline, const fc::Scorecard& card, const Group& handle) {
  const auto tell = [&](const char* kind, const std::string& name, const fc::Scores& scores) {
    if (scores.forecasts > 0) handle(kind, name, scores);
  };
  tell("all", "", card.all);
  for (std::size_t r = 0; r < card.by_relation.size(); ++r) {
    tell("type", timeline.relations[r], card.by_relation[r]);
  }
  for (std::size_t a = 0; a < card.by_amount.size(); ++a) {
    tell("history", fc::amounts[a], card.by_amount[a]);
  }
}

void append_overall(std::string& out, const fc::Scorecard& card) {
  const auto forecasts = static_cast<double>(card.all.forecasts);
  auto to = std::back_inserter(out);
  fmt::format_to(to,
                 "\nWithin {} days: {} forecasts, {:.2f} % happened; calibration error {:.4f} "
                 "({:.4f} from 0.05 on)\n                     Brier   log score\n",
                 card.reliability.horizon(), card.all.forecasts,
                 100 * static_cast<double>(card.all.happened) / forecasts,
                 card.reliability.calibration_error(), card.reliability.error_above(0.05));
  for (std::size_t i = 0; i < fc::contestants.size(); ++i) {
    fmt::format_to(to, "{:14}  {:10.5f}  {:10.5f}\n", fc::contestants[i], card.all.brier(i),
                   card.all.log_score(i));
  }
  fmt::format_to(to, "{}\n", fc::verdict(card.all));
}

void append_groups(std::string& out, const fc::Timeline& timeline, const fc::Scorecard& card) {
  auto to = std::back_inserter(out);
  fmt::format_to(to, "\n{:20}{:>10}{:>10}{:>10}{:>10}{:>12}{:>11}\n", "Brier score of", "forecasts",
                 "happened", "forecast", "base rate", "persistence", "recurrence");
  each_group(timeline, card, [&](const char* kind, const std::string& name, const fc::Scores& x) {
    if (std::string_view(kind) == "all") return;
    fmt::format_to(to, "{:20}{:10}{:10}{:10.5f}{:10.5f}{:12.5f}{:11.5f}{}\n", name, x.forecasts,
                   x.happened, x.brier(0), x.brier(1), x.brier(2), x.brier(3),
                   x.beats(fc::persistence_place) ? "" : "  does not beat persistence");
  });
}

void append_reliability(std::string& out, const fc::Reliability& reliability) {
  auto to = std::back_inserter(out);
  fmt::format_to(to, "\nprobability     forecasts  promised  happened\n");
  for (const fc::ReliabilityBin& bin : reliability.bins()) {
    if (bin.forecasts == 0) continue;
    const auto count = static_cast<double>(bin.forecasts);
    fmt::format_to(to, "{:.2f} to {:.2f} {:12}    {:.4f}    {:.4f}\n", bin.from, bin.to,
                   bin.forecasts, bin.promised / count, static_cast<double>(bin.happened) / count);
  }
}

void append_contest(JsonObject& object, std::string& out, const char* name,
                    const std::function<double(std::size_t)>& value) {
  object.key(name);
  JsonObject scores(out);
  for (std::size_t i = 0; i < fc::contestants.size(); ++i) {
    scores.member(i == 1 ? "base_rate" : fc::contestants[i], std::round(value(i) * 1e6) / 1e6);
  }
  scores.close();
}

}  // namespace

std::string scores_table(const fc::Timeline& timeline, const fc::RollingBacktest& backtest) {
  std::string out = fmt::format(
      "Forecasts from {} days, {} to {}, each from what documents published by then said.\n",
      backtest.origins, timeline.iso(backtest.first_origin), timeline.iso(backtest.last_origin));
  if (!backtest.learnt) {
    out +=
        "There was too little history to learn from: the forecasts are plain recurrence and base "
        "rates.\n";
  }
  for (const fc::Scorecard& card : backtest.cards) {
    if (card.all.forecasts == 0) {
      out += fmt::format(
          "\nWithin {} days: the history is too short for a forecast whose end is "
          "known.\n",
          card.reliability.horizon());
      continue;
    }
    append_overall(out, card);
    append_groups(out, timeline, card);
    append_reliability(out, card.reliability);
  }
  return out;
}

std::string scores_json(const fc::Timeline& timeline, const fc::RollingBacktest& backtest) {
  std::string out;
  for (const fc::Scorecard& card : backtest.cards) {
    const auto days = static_cast<std::uint64_t>(card.reliability.horizon());
    each_group(timeline, card, [&](const char* kind, const std::string& name, const fc::Scores& x) {
      JsonObject object(out);
      object.member("days", days);
      object.member("group", kind);
      object.optional("name", name);
      object.member("method", backtest.learnt ? "trees" : "recurrence");
      object.member("forecasts", x.forecasts);
      object.member("happened", x.happened);
      append_contest(object, out, "brier", [&](std::size_t i) { return x.brier(i); });
      append_contest(object, out, "log_score", [&](std::size_t i) { return x.log_score(i); });
      object.key("beats_persistence");
      out += x.beats(fc::persistence_place) ? "true" : "false";
      object.close();
      out += '\n';
    });
    for (const fc::ReliabilityBin& bin : card.reliability.bins()) {
      if (bin.forecasts == 0) continue;
      JsonObject object(out);
      object.member("days", days);
      object.member("group", "reliability");
      object.member("from", bin.from);
      object.member("to", bin.to);
      object.member("forecasts", bin.forecasts);
      object.member("happened", bin.happened);
      object.member("promised",
                    std::round(1e6 * bin.promised / static_cast<double>(bin.forecasts)) / 1e6);
      object.close();
      out += '\n';
    }
  }
  return out;
}

}  // namespace entente::cli

// What the commands that forecast from a store share.
#pragma once

#include <string>
#include <vector>

#include "cli/store_options.h"
#include "forecast/follow_ups.h"
#include "forecast/forecaster.h"
#include "record/json_text.h"
#include "store/acts.h"

namespace entente::cli {

/// Reads the acts of a store, tells on standard error what was left out, and throws Error where
/// nothing is left. `as_of` may be empty.
[[nodiscard]] forecast::Timeline timeline_of(Store& store, const std::string& as_of);

/// --as-of; a month or year is its last day.
void add_as_of_option(CLI::App& command, std::string& as_of);
/// The day that an --as-of means, else `otherwise`. Throws Error invalid_value where it is before
/// anything was told.
[[nodiscard]] forecast::Day day_of_option(const forecast::Timeline& timeline,
                                          const std::string& as_of, forecast::Day otherwise);

/// Acts of a store by pair, so that a forecast can name those behind it.
class ActBook {
 public:
  explicit ActBook(const forecast::Timeline& timeline);
  /// The store's act that is that pair's act of that day and was told by `today`; 0: none.
  [[nodiscard]] std::int64_t id_of(const forecast::Act& act, forecast::Day today) const;

 private:
  std::vector<std::pair<forecast::Act, std::pair<forecast::Day, std::int64_t>>> ids_;
};

/// Acts of the store once each: those of mutual pairs are the same act seen from both sides.
[[nodiscard]] std::vector<forecast::Act> told_once(const ActBook& book,
                                                   const std::vector<forecast::Act>& acts,
                                                   forecast::Day today, std::size_t most);

/// Reports of an act that say that it happened, those of copies left out.
[[nodiscard]] std::vector<ActReport> own_reports(Store& store, std::int64_t act,
                                                 std::optional<Day> as_of, std::size_t most);

/// How often a rule to that relation held, as an indented line.
[[nodiscard]] std::string rule_text(const forecast::Timeline& timeline, forecast::RelationId then,
                                    const forecast::FollowUp& rule, forecast::Day days);

/// A number of JSON to four decimals.
[[nodiscard]] double rounded(double value);

/// The member `name`: a list whose elements `append` writes.
template <class List, class Append>
void append_list(JsonObject& object, std::string& out, const char* name, const List& list,
                 const Append& append) {
  object.key(name);
  out += '[';
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out += ',';
    append(list[i]);
  }
  out += ']';
}

/// "TUR MOBILIZE SYR".
[[nodiscard]] std::string act_text(const forecast::Timeline& timeline, const forecast::Act& act);
/// An act of a pair as one of its ends sees it: relations above those of the extent are done to it.
[[nodiscard]] forecast::Act seen_from(const forecast::Timeline& timeline, forecast::ActorId owner,
                                      forecast::RelationId relation, forecast::ActorId other);

}  // namespace entente::cli

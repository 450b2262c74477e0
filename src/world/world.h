// Who and where: names of actors through time, generic actor nouns, offices, places, the calendar.
// It answers questions about words; which of them took part in what is coding's question.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/date.h"
#include "entente/sentence.h"
#include "world/reasons.h"

namespace entente {

enum class ActorKind : std::uint8_t {
  state,
  person,
  group,
  organisation,
  media,
  company,
  people,
  bloc
};

/// How a name stands for its actor: "Russia", "Russian", "Russians", "Moscow", "the Kremlin".
enum class NameRole : std::uint8_t { name, adjective, demonym, capital, seat, surname };

/// Words [first, last) of a sentence that name an actor.
struct ActorMention {
  std::uint32_t first = 0, last = 0;
  std::uint32_t head = 0;   ///< its syntactic head word
  std::uint32_t actor = 0;  ///< index for World::actor_*
  ActorKind kind = ActorKind::state;
  NameRole role = NameRole::name;
  std::vector<std::string> codes;         ///< on the given day, most likely first; usually one
  std::string name;                       ///< the actor's first name
  std::string office;                     ///< a person's office on that day
  std::string entry;                      ///< "file:line" it came from
  std::vector<std::uint32_t> candidates;  ///< all actors it may mean, `actor` first
  std::vector<int> scores;                ///< of the candidates; empty where there is one only
  /// False where the name alone does not tell who is meant: a surname that several bear, or that
  /// nobody in office bears. It counts when the document has named one of the candidates in full.
  bool certain = true;
  bool titled = false;  ///< an office that the person holds or held stands right before the name
};

/// A generic actor noun or modifier: "rebels" REB, "protesters" CVL, "parliament" LEG.
struct Agent {
  std::string sector;     ///< GOV, MIL ... ; empty: a party without sector ("country", "side")
  std::string slug;       ///< code of its own where no state is named, else empty
  bool person = false;    ///< an individual holds it ("minister", "president"): an office word
  bool modifier = false;  ///< it also counts before another noun ("opposition leader")
  std::string entry;
};

struct PlaceMention {
  std::uint32_t first = 0, last = 0;
  Span span;
  std::string name;  ///< as it stands
  double latitude = 0, longitude = 0;
  std::uint32_t geonames = 0;
  std::string country;  ///< ISO alpha-3
  std::string kind;     ///< "city", "state", "region", "sea", "base" ...
  double score = 0;     ///< 0..1 of the chosen candidate against the others
  /// Nothing happens there for all that the words say: they name a people ("Syrian"), an
  /// institution
  /// ("Paris Police Department") or a street.
  bool aside = false;
  /// No gazetteer lists it; the point is that of the places it stands among.
  bool estimated = false;
};

/// The pattern by which words are a date.
enum class TimeRule : std::uint8_t {
  iso,            ///< 2016-08-16
  range,          ///< from May 2 to May 5
  part,           ///< early Monday, mid-January, the end of 2015
  full_date,      ///< August 16, 2016; August 2016
  day_and_month,  ///< 16 August, the year taken from the anchor
  month,          ///< in August
  relative_day,   ///< yesterday, the weekend
  relative_unit,  ///< last week, next Friday
  past_span,      ///< the past five months
  ago,            ///< three days ago
  weekday,        ///< Friday
  amount,         ///< for three years
  year,           ///< in 2015, the 1980s
  told            ///< two days later, the previous day: from the date told before
};
[[nodiscard]] const char* name_of(TimeRule rule);

struct TimeMention {
  std::uint32_t first = 0, last = 0;
  Span span;
  Date date;          ///< year, month or day precision
  std::string value;  ///< ISO form, a range as from/to
  Date future;        ///< the same words in a clause about the future ("on Friday"), else `date`
  bool duration = false;  ///< "for three years", "a two-day visit": no date
  TimeRule rule = TimeRule::iso;
  bool anchored = false;  ///< reckoned from the day of publication
};

/// What a document tells that names depend on.
struct WorldContext {
  Date published;
  std::string country;  ///< most named state so far, alpha-3; may be empty
  Date told = {};       ///< the last date of the sentences before, for "two days later"
};

/// Immutable once loaded; shared by threads.
class World {
 public:
  /// Reads <dir>/actors, <dir>/places, <dir>/<language>/agents for each data folder in order, and a
  /// GeoNames file (cities*.txt, allCountries.txt; empty: none). Throws Error
  /// malformed with file and line.
  World(const std::vector<std::string>& data_dirs, const std::string& language,
        const std::string& geonames);
  ~World();
  World(World&&) noexcept;

  /// Names of actors in a sentence, longest first match, none overlapping. Surnames alone are
  /// offered only for persons whose surname confuses nobody; coding decides by the document.
  [[nodiscard]] std::vector<ActorMention> actors(const Sentence& sentence,
                                                 const WorldContext& context) const;
  /// Decides between bodies that share a name, once all of a document is read: for the one that it
  /// names otherwise too, else for the one of the state that it names most. `states` has how often.
  void settle_shared(std::span<ActorMention* const> document,
                     const std::map<std::string, int, std::less<>>& states, Date day) const;
  /// Why a mention of that sentence is who it is.
  [[nodiscard]] ActorReason why(const Sentence& sentence, const ActorMention& mention,
                                Date day) const;
  [[nodiscard]] std::optional<Agent> agent(std::string_view lemma) const;
  /// Sector of an office title ("foreign minister" GOV, "defence minister" MIL), by its words in
  /// lower case.
  [[nodiscard]] std::optional<Agent> office(std::string_view title) const;
  /// Who held an office of a state on a day ("president", "RUS"), as persons.
  [[nodiscard]] std::vector<ActorMention> holders(std::string_view office, std::string_view state,
                                                  Date day) const;
  /// `sentence_of` gets the sentence of each; `reasons`, which may be null, why it is that place.
  [[nodiscard]] std::vector<PlaceMention> places(std::span<const Sentence> document,
                                                 const WorldContext& context,
                                                 std::vector<std::uint32_t>& sentence_of,
                                                 std::vector<PlaceReason>* reasons = nullptr) const;
  [[nodiscard]] std::vector<TimeMention> times(const Sentence& sentence,
                                               const WorldContext& context) const;
  /// The day that a document gives itself: "ADEN, March 4, 2013 --" before its first sentence, or a
  /// full date as a line of its own near the beginning. Better than a day from outside.
  [[nodiscard]] std::optional<Date> dateline(std::span<const Sentence> document) const;
  /// alpha-3 code for a state's name, adjective or demonym, e.g. "Syrian" → SYR.
  [[nodiscard]] std::optional<std::string> state(std::string_view name) const;
  [[nodiscard]] bool known_code(std::string_view code) const;

  struct Counts {
    std::size_t actors, names, places, agents;
    std::size_t sounds = 0,
                confused_sounds = 0;  ///< keys of persons' names by sound; those left out
  };
  [[nodiscard]] Counts counts() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente

// Words by class: what the status, attribution and party rules ask about a word. The classes are
// fixed here; which words belong to them stands in data/<language>/{status,attribution,coding}.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "entente/sentence.h"

namespace entente {

/// docs/status.md says what each class does.
enum class WordClass : std::uint8_t {
  // status
  negator,            ///< not, never, no
  negative_link,      ///< prepositions and marks that negate: without, instead of
  undo,               ///< governors of what did not happen: fail, refuse, prevent
  intend,             ///< governors of what is to come: plan, agree, order
  possible,           ///< governors of what may be: fear, urge, consider
  future_modal,       ///< will, shall
  possible_modal,     ///< would, could, may
  future_aspect,      ///< go, set, due: verbs and adjectives that with an infinitive mean future
  condition,          ///< if, unless, in case of
  future_link,        ///< ahead of
  future_modifier,    ///< planned, upcoming
  possible_modifier,  ///< possible, alleged
  negative_modifier,  ///< failed, cancelled, false
  occurrence,         ///< verbs whose subject is an act: happen, begin, continue
  reporting_modal,    ///< governors under which a would is a future: say, announce
  // attribution
  say,          ///< verbs that report: say, announce, confirm
  think,        ///< verbs of holding true: believe, expect
  tell,         ///< verbs of reporting whose object is the hearer: tell, inform
  deny,         ///< verbs that report the contrary: deny, dismiss
  accuse,       ///< verbs whose prepositional complement is alleged: accuse of, blame for
  appraise,     ///< verbs whose object is the content: criticise, praise
  ask,          ///< verbs that ask for what the complement says: urge, call for
  source_link,  ///< according to
  message,      ///< nouns that carry content: statement, report, claim
  utter,        ///< verbs that bring a quotation and nothing else: continue, begin
  hold,         ///< verbs of knowing, finding and wanting: their clause or infinitive is content
  stance,       ///< verbs of standing for or against: their object is content
  label,        ///< verbs of calling somebody something: object and what it is called
  about,        ///< verbs and nouns joined to the preposition of their content: talk_about
  // parties
  transparent,          ///< nouns that pass on to their complement: member, number, group of
  holder_link,          ///< prepositions that name whose something is: of, for, from
  place_link,           ///< prepositions of place: in, at, near
  counterpart,          ///< counterpart, opposite number
  two,                  ///< two, both, either
  state_noun,           ///< country, nation
  group_noun,           ///< group, movement
  proxy,                ///< proxy
  sponsor,              ///< participles in "X-backed", "X-led"
  partisan,             ///< prefixes of whoever stands behind a force: pro
  camp,                 ///< prefixes after which a name is no owner: pro, non
  against,              ///< prefixes after which a name is the other party: anti, counter
  inside_link,          ///< prepositions of the place that somebody is of: in, inside
  means_link,           ///< prepositions of what is done by or in the course of: with, by, in
  faction,              ///< adjectives that make a faction: Shiite, Islamist
  uprooted,             ///< people who are not of the state they are in: refugees, migrants
  people_noun,          ///< nouns whose plain plural means ordinary people
  quantity,             ///< words that may stand before a number: over, some, at least
  place_noun,           ///< nouns that follow a place's name: province, district
  report_link,          ///< marks of an aside that reports: as officials said
  place_part,           ///< northern, central: parts that are named with a place
  legislature_context,  ///< words by which an election is one to a legislature
  example_link,         ///< prepositions before examples: such as, like
  installs,             ///< verbs that make somebody the holder of an office: elect, become
  heads,                ///< verbs of which the subject leads the object: lead, chair
  enemy,                ///< enemy, adversary: whoever stands against the one who speaks
  sport,                ///< words of games and matches
  opposing_link,        ///< prepositions after which stands whom rebels fight: against
  possess,              ///< verbs whose subject has the object: maintain, pursue
  aim,                  ///< verbs by which a noun of attack takes its target: target, hit
  party_word,           ///< words of parties' names that many countries share: labour, liberal
  jointly,              ///< together with, alongside: another actor follows
  launch,               ///< participles that say whose a weapon is: launched from, fired by
  carry,                ///< participles that say whom a vehicle holds: carrying
  owned,                ///< participles that say whose a thing is: owned, flagged
  between_link,         ///< prepositions of all sides of an act: between, among
  aircraft,             ///< whose attacks come from the air: bomber, warplane
  unmanned,             ///< drones
  gun,                  ///< artillery, rockets, tanks
  author_link,          ///< prepositions before an act that its subject did: behind
  answer,               ///< verbs of paying back: retaliate, hit back
  // attribution, of words joined to the noun or preposition that goes with them
  cites,    ///< verbs of passing on what somebody else says: cite, quote
  told_in,  ///< what is said to an outlet: interview_with, speak_to
  counter,  ///< a verb with its object that denies what was said before: reject_claim
  // circumstances
  perfect,     ///< auxiliaries that, in the past, set an act before what is told: had signed
  time_bound,  ///< prepositions of a time at which something else begins or ends: since, until
  weapon,      ///< what is shot, dropped, sent or carried to fight with
  count_
};

/// A bit per class; more than 64 are needed, and both compilers know an integer of 128.
using WordClasses = unsigned __int128;
static_assert(static_cast<int>(WordClass::count_) <= 128);

[[nodiscard]] constexpr WordClasses bit(WordClass c) {
  return WordClasses{1} << static_cast<unsigned>(c);
}
[[nodiscard]] constexpr bool has(WordClasses classes, WordClass c) {
  return (classes & bit(c)) != 0;
}

/// Immutable once loaded. A file holds lines `class = word word|word ...`; a word may carry its
/// part of speech (plan/v, plan/n, ready/a); words of one expression are joined by _. `class -=
/// word` takes words out again, for users' folders.
class Lexicon {
 public:
  /// Reads the *.txt below <dir>/<language>/{status,attribution,coding} of each folder in order.
  /// Throws Error malformed with file and line.
  Lexicon(const std::vector<std::string>& data_dirs, const std::string& language);
  static Lexicon of_text(std::string_view text, const std::string& name);

  [[nodiscard]] WordClasses classes(std::string_view lemma) const;
  /// Those of its lemma and of its lemma with its part of speech.
  [[nodiscard]] WordClasses classes(const Word& word) const;
  /// A number that a line `@weight name = number` gives; 0 where none does.
  [[nodiscard]] double weight(std::string_view name) const;

 private:
  Lexicon() = default;
  void read(std::string_view text, const std::string& file);
  void read_line(std::string_view line, const std::string& file, std::uint64_t number);
  void read_weight(std::string_view line, const std::string& file, std::uint64_t number);
  std::map<std::string, WordClasses, std::less<>> words_;
  std::map<std::string, double, std::less<>> weights_;
};

}  // namespace entente

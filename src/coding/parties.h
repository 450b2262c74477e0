// Whom phrases mean: each noun phrase and pronoun of a document resolved to actor codes, once, in
// the order of the text.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coding/discourse.h"
#include "coding/reading.h"

namespace entente {

/// How a phrase came by its codes, from the surest to the least sure.
enum class How : std::uint8_t {
  name,       ///< it is a name
  described,  ///< a generic noun with its state: Syrian rebels
  owner,      ///< some other noun that belongs to somebody: Iranian air bases
  pronoun,
  definite,  ///< a definite phrase or surname that refers back
  speaker,   ///< we, our: whoever is speaking
  place,     ///< a place stands for its state
  context,   ///< a generic noun, the state taken from the sentences around
  none       ///< without a code
};

/// The rule by which a phrase became its party; finer than How, for those who ask why.
enum class Rule : std::uint8_t {
  none,
  name,            ///< a name of the data; World::why has how it matched
  name_and_title,  ///< the same, with the sector of the title that the text gives
  name_beside,     ///< a title whose holder's name stands beside it
  known_name,      ///< a name, or its last part, that the document has explained before
  title,           ///< a name that the data lack, with an office and whose it is
  title_here,      ///< the same, the state taken from the sentences around
  leads,           ///< a name that the data lack, of whoever leads something
  belongs,         ///< a noun or name that belongs to a party
  short_name,      ///< part of a state's name that the text has given in full
  abbreviation,    ///< letters that the text has explained in brackets
  agent,           ///< a kind of actor and whose it is
  agent_here,      ///< the same, the state taken from the sentences around
  agent_alone,     ///< a kind of actor with a code of its own
  faction,         ///< named after its sponsor or its place
  counterpart,     ///< the office of the one, the state of the other
  pronoun,
  relative,      ///< a relative pronoun
  speaker,       ///< we, our: whoever speaks
  opponent,      ///< the enemy of whoever speaks
  holder,        ///< a bare title after somebody who has it
  same_noun,     ///< a definite phrase after another with its noun
  last_of_kind,  ///< the country, the group: the last one named
  two,           ///< both, the two leaders
  part_of        ///< dozens of, one of: as what follows
};
[[nodiscard]] const char* name_of(Rule rule);

/// A word of the document; none where `word` is negative.
struct WordPlace {
  std::uint32_t sentence = 0;
  std::int32_t word = -1;
};

/// One party: a phrase of a sentence, and who that is.
struct Party {
  std::vector<std::string> codes;
  std::string name;  ///< of a person, as it is known
  Span span;
  How how = How::none;
  EntityKind kind = EntityKind::other;
  bool plural = false;
  bool first_person = false;  ///< waits for the speaker
  bool opponent = false;      ///< "the enemy": waits for the speaker too
  std::uint16_t word = 0;
  Rule rule = Rule::none;
  WordPlace referent;  ///< what a referring phrase goes back to, or whose an agent is
  std::string source;  ///< "file:line" of the name behind it; for explain
};

class Parties {
 public:
  /// `reading`, `world` and `lexicon` must outlive it.
  Parties(const Reading& reading, const World& world, const Lexicon& lexicon);

  /// The phrase under one head word.
  [[nodiscard]] const Party& at(std::size_t sentence, std::size_t word) const;
  /// The same for the word and everything coordinated with it.
  [[nodiscard]] std::vector<const Party*> of(std::size_t sentence, std::size_t word) const;
  /// The state that a generic actor belongs to when the text does not say it there.
  [[nodiscard]] std::string context_state(std::size_t sentence) const;
  /// The same for one phrase: the state named last before it, its own act's subject left out.
  [[nodiscard]] std::string nearest_state(std::size_t sentence, std::size_t word) const;
  /// The same for officials, who are not of the state that they act upon.
  [[nodiscard]] std::string state_of_officials(std::size_t sentence, std::size_t word) const;
  /// Whether a word holds an office ("president", "foreign minister").
  [[nodiscard]] bool office_word(std::size_t sentence, std::size_t word) const;
  /// A title with its modifiers, in lower case: "defence minister".
  [[nodiscard]] std::string title(std::size_t sentence, std::size_t word) const;
  /// Words of the sentence that give a name its title or role: before, beside and after it, over a
  /// list of names, as a predicate.
  [[nodiscard]] std::vector<std::size_t> titles(std::size_t sentence, std::size_t name) const;
  /// A name in its full length: the head and the parts flat beneath it.
  [[nodiscard]] Span name_span(std::size_t sentence, std::size_t word) const;
  /// Gives "we" and "our" of a stretch to whoever speaks there.
  void set_speaker(std::size_t sentence, Span content, const std::vector<std::string>& codes);

 private:
  struct Owner {
    std::vector<std::string> codes;
    EntityKind kind = EntityKind::other;
    How how = How::none;
    std::size_t word = 0;  ///< of the phrase that names it, where that follows
    WordPlace at;          ///< the phrase that names it
    [[nodiscard]] bool known() const { return !codes.empty(); }
  };

  void resolve_sentence(std::size_t s);
  const Party& resolve(std::size_t s, std::size_t w);
  Party make(std::size_t s, std::size_t w);
  Party of_name(std::size_t s, std::size_t w, const ActorMention& mention);
  Party of_unknown_name(std::size_t s, std::size_t w);
  Party of_title(std::size_t s, std::size_t w, const std::vector<std::size_t>& titles);
  /// A state's adjective right before a phrase says whose it is, wherever the parser hung it.
  Owner of_neighbour(std::size_t s, std::size_t w);
  Owner of_possessor(std::size_t s, std::size_t w);
  Owner opposed(std::size_t s, std::size_t w, const Agent& agent);
  Owner led_by(std::size_t s, std::size_t w);
  Party of_noun(std::size_t s, std::size_t w);
  Party of_agent(std::size_t s, std::size_t w, const Agent& agent);
  Party of_pronoun(std::size_t s, std::size_t w);
  Party of_short_state(std::size_t s, std::size_t w) const;
  /// Remembers the letters behind a phrase in brackets as another name of it.
  void note_abbreviation(std::size_t s, std::size_t w);
  void note_short_names();
  void note_peoples();
  [[nodiscard]] std::string rival_of(std::string_view state) const;
  Party of_relative(std::size_t s, std::size_t w);
  std::vector<std::string> subject_codes(std::size_t s, std::int32_t verb);
  Party of_counterpart(std::size_t s, std::size_t w);
  void add_partners(std::size_t s, const ActorMention& mention, Party& party) const;
  [[nodiscard]] std::string as_titled(std::size_t s, std::size_t w, const std::string& code) const;
  [[nodiscard]] bool means_those_before(std::size_t s, std::size_t w, const Agent& agent) const;
  bool refer(std::size_t s, std::size_t w, const Agent& agent, Party& party) const;
  void copy(const Entity* from, How how, Party& to) const;
  Owner owner(std::size_t s, std::size_t w);
  Owner of_modifiers(std::size_t s, std::size_t w);
  Owner of_dependent(std::size_t s, std::size_t child);
  std::string proxy_slug(std::size_t s, std::size_t w, const Agent& agent);
  std::optional<Agent> agent_of(std::size_t s, std::size_t w) const;
  void remember(std::size_t s, const Party& party);
  void remember_coordination(std::size_t s, std::size_t w);
  [[nodiscard]] bool definite(std::size_t s, std::size_t w) const;
  [[nodiscard]] std::vector<std::size_t> titles_beside(std::size_t s, std::size_t w) const;
  [[nodiscard]] std::optional<std::size_t> title_above(std::size_t s, std::size_t w) const;
  [[nodiscard]] std::optional<std::size_t> title_as_predicate(std::size_t s, std::size_t w) const;
  [[nodiscard]] bool counted_two(std::size_t s, std::size_t w) const;
  [[nodiscard]] Reference reference(std::size_t s, std::size_t w) const;

  const Reading* reading_;
  const World* world_;
  const Lexicon* lexicon_;
  Discourse discourse_;
  std::map<std::string, std::string, std::less<>> short_names_;  ///< "north" of a North Arland
  std::map<std::string, Party, std::less<>> abbreviations_;      ///< explained by the text
  std::vector<std::string> peoples_;  ///< named in the plural without an article
  std::vector<std::string> states_;   ///< that the document names, most often first
  std::vector<std::vector<Party>> parties_;
  std::vector<std::vector<std::uint8_t>> done_;  ///< 0 open, 1 being resolved, 2 done
};

/// A state's code with a sector; a slug and a code that has its sector for good stay as they are.
[[nodiscard]] std::string with_sector(const std::string& code, const std::string& sector);
void add_code(std::vector<std::string>& codes, const std::string& code);

}  // namespace entente

// Looks up again, for those who ask, what a mention of an actor was matched with.
#include "world/reasons.h"

#include <algorithm>

#include "world/actor_finder.h"
#include "world/person_names.h"

namespace entente {
namespace {

bool same(std::span<const NameToken> a, std::span<const NameToken> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const NameToken& x, const NameToken& y) { return x.hash == y.hash; });
}

std::vector<NameToken> tokens_within(const Sentence& sentence, const ActorMention& mention,
                                     const Naming& naming) {
  std::vector<NameToken> tokens = tokens_of(sentence, naming);
  std::erase_if(tokens, [&](const NameToken& token) {
    return token.word < mention.first || token.word >= mention.last;
  });
  return tokens;
}

}  // namespace

const char* name_of(NameMatch match) {
  switch (match) {
    case NameMatch::listed:
      return "listed";
    case NameMatch::variant:
      return "variant";
    case NameMatch::surname:
      return "surname";
    case NameMatch::sound:
      return "sound";
  }
  return "";
}

void ActorFinder::find_form(const Sentence& sentence, const ActorMention& mention,
                            ActorReason& reason) const {
  const Actor& actor = table_.actors()[mention.actor];
  const std::vector<NameToken> words = tokens_within(sentence, mention, naming_);
  const auto found = [&](const ActorName& name, NameMatch match) {
    reason.match = match;
    reason.form = name.text;
    reason.form_entry = files_.entry(name.source);
  };
  for (const ActorName& name : actor.names) {
    if (name.role == mention.role && same(tokens_of(name.text, naming_), words)) {
      return found(name, NameMatch::listed);
    }
  }
  for (const ActorName& name : actor.names) {
    const bool family_first = writes_family_first(actor, name.text, naming_);
    for (const NameForm& form : person_forms(name.text, family_first, naming_)) {
      if (!same(form.tokens, words)) continue;
      return found(name, form.surname ? NameMatch::surname : NameMatch::variant);
    }
  }
  std::string sound;
  for (std::uint32_t word = mention.first; word < mention.last; ++word) {
    sound += sound_of(sentence.words[word].form, naming_);
  }
  for (const ActorName& name : actor.names) {
    const std::string whole = sound_of(name.text, naming_);
    if (whole == sound || whole.ends_with(sound)) return found(name, NameMatch::sound);
  }
}

ActorReason ActorFinder::why(const Sentence& sentence, const ActorMention& mention,
                             Date day) const {
  ActorReason reason;
  find_form(sentence, mention, reason);
  const Standing standing = table_.standing(mention.actor, day);
  reason.entry = files_.entry(standing.source);
  reason.in_office = standing.in_office;
  for (const ActorSpan& span : table_.actors()[mention.actor].spans) {
    if (span.source.file != standing.source.file || span.source.line != standing.source.line) {
      continue;
    }
    if (span.days.first != Days::kOpenStart) reason.from = date_of_day(span.days.first);
    if (span.days.last != Days::kOpenEnd) reason.to = date_of_day(span.days.last);
  }
  for (std::size_t at = 0; at < mention.scores.size(); ++at) {
    const Standing other = table_.standing(mention.candidates[at], day);
    reason.candidates.push_back({table_.actors()[mention.candidates[at]].name,
                                 files_.entry(other.source), other.codes, mention.scores[at]});
  }
  return reason;
}

}  // namespace entente

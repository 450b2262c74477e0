// Climbs from the act to the root of its clause and takes the times and places on the way.
#include "coding/circumstances.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"

namespace entente {

namespace {

/// The word of [first, last) that hangs outside of it.
std::size_t head_of(const SentenceReading& s, std::size_t first, std::size_t last) {
  for (auto w = first; w < last && w < s.words().size(); ++w) {
    const auto head = s.word(w).head;
    const auto outside = head < 0 || static_cast<std::size_t>(head) < first ||
                         static_cast<std::size_t>(head) >= last;
    if (outside) return w;
  }
  return first;
}

/// What a time hangs on; "the night of April 14", "late on Monday", "talks on Monday": up through
/// nouns to a word that is no noun or that `stop` holds for. `far` says that a noun which is no
/// party to the way up stands between: such a time belongs to that noun first.
struct TimeGovernor {
  std::size_t word = 0;
  bool far = false;
};
template <class Stop>
TimeGovernor governor_of(const SentenceReading& s, const TimeMention& time, Stop stop) {
  TimeGovernor out{head_of(s, time.first, time.last), false};
  for (int steps = 0; steps < 4 && s.word(out.word).head >= 0; ++steps) {
    const auto& here = s.word(out.word);
    if (steps > 0 && !here.feats.empty() && here.upos == Upos::noun) out.far = true;
    // What is said of a subject is not said of its verb: "the raid on Monday was condemned".
    if (steps > 0 && (here.rel == Rel::nsubj || here.upos == Upos::propn)) break;
    out.word = static_cast<std::size_t>(here.head);
    if (stop(out.word) || !is_nominal(s.word(out.word).upos)) break;
  }
  return out;
}

/// Verbs of speech and judgement: what is said of them is not said of what they are about.
bool is_speech(const SentenceReading& s, std::size_t word) {
  for (const auto c : {WordClass::say, WordClass::tell, WordClass::think, WordClass::accuse,
                       WordClass::deny, WordClass::appraise}) {
    if (s.is(word, c)) return true;
  }
  return false;
}

/// "Will meet", and what is "due" or "scheduled".
bool looks_ahead(const SentenceReading& s, std::size_t word) {
  const auto children = s.clauses.children(word);
  if (std::any_of(children.begin(), children.end(),
                  [&](std::size_t child) { return s.is(child, WordClass::future_modal); })) {
    return true;
  }
  if (s.word(word).upos == Upos::adj) return s.is(word, WordClass::future_aspect);
  return has_feature(s.word(word), "Voice=Pass") &&
         (s.is(word, WordClass::future_aspect) || s.is(word, WordClass::intend));
}

class Finder {
 public:
  Finder(const Reading& reading, const Lexicon& lexicon, const Parties& parties, std::size_t s,
         const Match& match)
      : reading_(reading),
        lexicon_(lexicon),
        parties_(parties),
        at_(s),
        s_(reading.sentences[s]),
        match_(match) {
    climb();
  }

  void when(Item& item) const {
    const TimeMention* best = nullptr;
    std::size_t best_rank = 2 * path_.size();
    for (const auto& time : s_.times) {
      if (time.duration || !time.date.known() || is_bound(time)) continue;
      const auto governor = time_governor(time);
      if (rank_of(governor.word) == path_.size()) continue;
      const auto rank = 2 * rank_of(governor.word) + (governor.far ? 1 : 0);
      if (rank < best_rank) {
        best = &time;
        best_rank = rank;
      }
    }
    if (best == nullptr) best = only_time();
    if (best != nullptr) {
      item.when = to_string(lies_ahead(*best, item.status) ? best->future : best->date);
      item.spans.when.push_back(best->span);
    } else if (s_.sentence->heading && item.status == Status::actual &&
               reading_.published.known() && s_.times.empty()) {
      item.when = to_string(reading_.published);
    }
  }

  void where(Item& item) const {
    std::vector<std::pair<std::size_t, const PlaceMention*>> found;
    for (const auto& place : s_.places) {
      if (s_.segment == SegmentKind::furniture) break;
      if (place.aside) continue;
      const auto head = head_of(s_, place.first, place.last);
      if (is_target(head, place)) {
        found.emplace_back(0, &place);
        continue;
      }
      if (!placed(head) || is_party(head) || is_of_object(head)) continue;
      const auto rank = rank_of(governor_of_place(head));
      if (rank < path_.size()) found.emplace_back(rank, &place);
    }
    if (found.empty()) add_antecedent(found);
    if (found.empty()) add_there(found);
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [rank, place] : found) {
      // What stands nearest to the act is where it was; farther places tell of other things.
      if (rank > found.front().first + 1) break;
      add_place(*place, item);
    }
  }

  void magnitude(Item& item) const {
    for (const auto& filler : match_.fillers) {
      if (filler.role == Role::number) take_number(filler.word, item);
      if (filler.role == Role::weapon && item.weapon.empty()) {
        item.weapon = reading_.text(s_.clauses.phrase(filler.word));
      }
    }
    for (const auto& filler : match_.fillers) {
      if (filler.role == Role::recipient) take_number(filler.word, item);
    }
    for (const auto word : match_.trigger) {
      if (is_nominal(s_.word(word).upos)) take_number(word, item);
    }
    for (const auto& argument : s_.clauses.arguments(match_.head)) {
      if (argument.slot == Slot::obj) take_number(argument.word, item);
    }
    if (has_weapons() && item.weapon.empty()) weapon(item);
  }

 private:
  /// "Will meet on Monday", "plans to leave on Friday": the next such day, not the last.
  bool lies_ahead(const TimeMention& time, Status status) const {
    const auto governor = time_governor(time).word;
    if (looks_ahead(s_, governor)) return true;
    // "The talks on Thursday will be held in Arlopolis."
    if (is_nominal(s_.word(governor).upos) && looks_ahead(s_, match_.clause)) return true;
    return status == Status::future && has_feature(s_.word(governor), "VerbForm=Inf");
  }

  /// "Since 2028", "until Monday": a date that bounds the time of something else.
  bool is_bound(const TimeMention& time) const {
    return has(s_.link_classes(head_of(s_, time.first, time.last), lexicon_),
               WordClass::time_bound);
  }

  /// The one time of a sentence, unless it tells when somebody spoke or when something else was:
  /// the clause that it stands in must be one of the act's.
  const TimeMention* only_time() const {
    const TimeMention* only = nullptr;
    for (const auto& time : s_.times) {
      if (time.duration || !time.date.known()) continue;
      if (only != nullptr) return nullptr;
      only = &time;
    }
    if (only == nullptr || is_bound(*only) || outside_of_set_off(*only)) return nullptr;
    if (told_as_earlier() && !s_.under(head_of(s_, only->first, only->last), match_.clause)) {
      return nullptr;
    }
    auto at = head_of(s_, only->first, only->last);
    if (is_speech(s_, time_governor(*only).word)) return nullptr;
    while (s_.word(at).head >= 0) {
      at = static_cast<std::size_t>(s_.word(at).head);
      if (rank_of(at) < path_.size()) return only;
      const bool act = s_.word(at).upos == Upos::verb && s_.word(at).rel != Rel::root;
      if (act && !is_nominal(s_.word(match_.head).upos)) return nullptr;
    }
    return only;
  }

  /// The act, its clause, and the clauses above up to a verb that reports it.
  void climb() {
    path_.push_back(match_.head);
    for (const auto word : match_.trigger) add(word);
    add(match_.clause);
    add_aims();
    auto at = static_cast<std::size_t>(match_.head);
    for (std::size_t steps = 0; steps < s_.words().size() && s_.word(at).head >= 0; ++steps) {
      const auto rel = s_.word(at).rel;
      if (is_set_off(at)) {
        set_off_ = at;
        break;
      }
      // "After they bombed it" tells of another time; "killing dozens" of the same.
      const bool other = rel == Rel::advcl && has_feature(s_.word(at), "VerbForm=Fin");
      const bool loose = rel == Rel::parataxis || rel == Rel::ccomp || rel == Rel::acl || other;
      at = static_cast<std::size_t>(s_.word(at).head);
      const bool reports = is_speech(s_, at);
      if ((loose && at != match_.clause) || (reports && at != match_.clause)) break;
      add(at);
    }
  }

  /// "Two weeks after they struck the camp", "a day before the talks": what the clause above tells
  /// was at another time.
  bool is_set_off(std::size_t word) const {
    const auto rel = s_.word(word).rel;
    if (rel != Rel::advcl && rel != Rel::obl && rel != Rel::nmod) return false;
    return has(s_.link_classes(word, lexicon_), WordClass::time_bound);
  }

  /// "Left the town where it had signed a truce": what was before that, in a clause below another.
  bool told_as_earlier() const {
    if (s_.word(match_.clause).head < 0) return false;
    return std::ranges::any_of(s_.clauses.children(match_.clause), [&](std::size_t child) {
      return s_.word(child).rel == Rel::aux && s_.is(child, WordClass::perfect) &&
             has_feature(s_.word(child), "Tense=Past");
    });
  }

  bool outside_of_set_off(const TimeMention& time) const {
    return set_off_ && !s_.under(head_of(s_, time.first, time.last), *set_off_);
  }

  /// "Raids targeting rebels in Arland", "rockets aimed at a base in Arland": where those are whom
  /// the clause on the noun names.
  void add_aims() {
    const auto named = path_;
    for (const auto word : named) {
      for (const auto child : s_.clauses.children(word)) {
        if (s_.word(child).rel != Rel::acl || !s_.is(child, WordClass::aim)) continue;
        add(child);
        for (const auto& argument : s_.clauses.arguments(child)) {
          if (argument.word > child) aims_.push_back(argument.word);
        }
      }
    }
  }

  bool is_aim(std::size_t word) const {
    return std::find(aims_.begin(), aims_.end(), word) != aims_.end();
  }

  void add(std::size_t word) {
    if (std::find(path_.begin(), path_.end(), word) == path_.end()) path_.push_back(word);
  }

  std::size_t rank_of(std::size_t word) const {
    return static_cast<std::size_t>(std::find(path_.begin(), path_.end(), word) - path_.begin());
  }

  /// "Bergia, where it bombed ...": the place that a relative clause of place is said of.
  void add_antecedent(std::vector<std::pair<std::size_t, const PlaceMention*>>& found) const {
    for (const auto word : path_) {
      if (s_.word(word).subrel != SubRel::relcl || s_.word(word).head < 0) continue;
      const auto* place = s_.place(static_cast<std::size_t>(s_.word(word).head));
      if (place == nullptr) continue;
      for (const auto child : s_.clauses.children(word)) {
        if (s_.word(child).rel == Rel::advmod && (has_feature(s_.word(child), "PronType=Rel") ||
                                                  has_feature(s_.word(child), "PronType=Int"))) {
          found.emplace_back(0, place);
        }
      }
    }
  }

  TimeGovernor time_governor(const TimeMention& time) const {
    return governor_of(s_, time, [this](std::size_t at) { return rank_of(at) < path_.size(); });
  }

  /// "Met him there": the place named last before.
  void add_there(std::vector<std::pair<std::size_t, const PlaceMention*>>& found) const {
    for (const auto word : path_) {
      for (const auto child : s_.clauses.children(word)) {
        if (s_.word(child).rel != Rel::advmod || !s_.is(child, WordClass::place_link)) continue;
        for (auto at = at_ + 1; at > 0 && at + 1 > at_; --at) {
          const PlaceMention* last = nullptr;
          for (const auto& place : reading_.sentences[at - 1].places) {
            const bool earlier = at <= at_;
            const bool before =
                earlier || (place.last <= child && !is_party(head_of(s_, place.first, place.last)));
            if (!place.aside && before) last = &place;
          }
          if (last == nullptr) continue;
          found.emplace_back(0, last);
          return;
        }
      }
    }
  }

  /// What words do, rather than hands: it takes place where it is said, not where its object lies.
  bool is_verbal() const {
    switch (match_.entry->coding.type) {
      case ItemType::accuse:
      case ItemType::support:
      case ItemType::reject:
      case ItemType::request:
      case ItemType::threaten:
      case ItemType::agree:
      case ItemType::sanction:
        return true;
      default:
        return false;
    }
  }

  /// "Talks between Arland and Bergia", "strikes from Arland": a state that does the act, or
  /// towards which an act of words goes, is no place of it.
  bool is_party(std::size_t head) const {
    if (s_.actor(head) == nullptr) return false;
    for (int steps = 0; steps < 4 && s_.word(head).rel == Rel::conj && s_.word(head).head >= 0;
         ++steps) {
      head = static_cast<std::size_t>(s_.word(head).head);
    }
    return std::ranges::any_of(match_.fillers, [&](const Filler& filler) {
      if (filler.word != head) return false;
      const bool does = filler.role == Role::actor || filler.role == Role::both;
      const bool inside = has(lexicon_.classes(filler.prep), WordClass::inside_link);
      return does || (filler.role == Role::recipient && !inside && !acts_on_ground());
    });
  }

  /// "Condemned the attack in Arlopolis", with the place hung on the verb: right behind the object
  /// of an act of words it is the object's.
  bool is_of_object(std::size_t head) const {
    if (!is_verbal()) return false;
    const auto first = s_.extent(head).first;
    for (const auto child : s_.clauses.children(match_.head)) {
      const auto rel = s_.word(child).rel;
      if (rel == Rel::obj && child < head && s_.extent(child).second + 1 == first) return true;
    }
    return false;
  }

  /// Acts that are done to a territory as well as in it.
  bool acts_on_ground() const {
    switch (match_.entry->coding.type) {
      case ItemType::assault:
      case ItemType::coerce:
      case ItemType::retreat:
      case ItemType::mobilize:
      case ItemType::aid:
        return true;
      default:
        return false;
    }
  }

  bool is_recipient(std::size_t word) const {
    for (int steps = 0; steps < 4 && s_.word(word).rel == Rel::conj && s_.word(word).head >= 0;
         ++steps) {
      word = static_cast<std::size_t>(s_.word(word).head);
    }
    return std::any_of(match_.fillers.begin(), match_.fillers.end(), [&](const auto& filler) {
      return filler.role == Role::recipient && filler.word == word;
    });
  }

  /// "Took control of Arlopolis": a place that is no party and that the act is done to.
  bool is_target(std::size_t head, const PlaceMention& place) const {
    if (s_.word(head).subrel == SubRel::poss) return false;
    if (s_.actor(head) == nullptr && is_recipient(head)) return true;
    // "Capital of Arlopolis": the name below the noun that is meant.
    const auto above = s_.word(head).head;
    return above >= 0 && is_recipient(static_cast<std::size_t>(above)) && place.first == head &&
           s_.is(static_cast<std::size_t>(above), WordClass::place_noun);
  }

  bool placed(std::size_t head) const {
    const auto& word = s_.word(head);
    if (word.subrel == SubRel::poss) return false;
    if (const auto* mention = s_.actor(head);
        mention != nullptr &&
        (mention->role == NameRole::adjective || mention->role == NameRole::demonym)) {
      return false;
    }
    auto at = head;
    for (int steps = 0; steps < 4; ++steps) {
      if (has(s_.link_classes(at, lexicon_), WordClass::place_link)) return true;
      const auto rel = s_.word(at).rel;
      const bool inner = rel == Rel::conj || rel == Rel::compound || rel == Rel::appos ||
                         rel == Rel::flat || rel == Rel::amod || rel == Rel::nmod;
      if (!inner || s_.word(at).head < 0) break;
      at = static_cast<std::size_t>(s_.word(at).head);
    }
    return false;
  }

  std::size_t governor_of_place(std::size_t at) const {
    for (int steps = 0; steps < 5 && s_.word(at).head >= 0; ++steps) {
      const auto head = static_cast<std::size_t>(s_.word(at).head);
      if (rank_of(head) < path_.size()) return head;
      // "The city of Aleppo", "Idlib and Aleppo", "at a base near Tartus": up through place nouns,
      // but not out of a party ("the government in Baghdad").
      if (!is_nominal(s_.word(head).upos)) return head;
      at = head;
      // "Condemned the attack in Arlopolis": that is where the attack was.
      if (is_verbal() && s_.place(at) == nullptr && !s_.is(at, WordClass::place_noun)) return at;
      const auto& party = parties_.at(at_, at);
      // "Met the minister in Arlopolis": who holds an office is nowhere but where the act is.
      if (parties_.office_word(at_, at)) continue;
      const bool struck = is_recipient(at) || is_aim(at);
      if (party.how == How::described && party.kind != EntityKind::other && !struck) {
        return at;
      }
    }
    return at;
  }

  void add_place(const PlaceMention& place, Item& item) const {
    // A place of an earlier sentence: its words are not those of this one.
    const bool here = s_.sentence->span.contains(place.span);
    take_place(place, here ? phrase_of(place) : place.span, item);
  }

  /// The name with its part and its noun: "northern Syria", "Hama province".
  Span phrase_of(const PlaceMention& place) const {
    auto first = static_cast<std::size_t>(place.first);
    // "Northwestern Syria", "southern Idlib": the part is named with the whole.
    while (first > 0 && s_.word(first - 1).rel == Rel::amod && s_.actor(first - 1) == nullptr &&
           s_.word(first - 1).head >= 0 &&
           s_.under(first - 1, head_of(s_, place.first, place.last)) &&
           s_.is(first - 1, WordClass::place_part)) {
      --first;
    }
    // "Hama province": the noun that the name stands before belongs to it.
    auto end = place.span.end;
    const auto last = static_cast<std::size_t>(place.last);
    if (last < s_.words().size() && s_.is(last, WordClass::place_noun) &&
        s_.word(head_of(s_, place.first, place.last)).head == static_cast<std::int32_t>(last)) {
      end = s_.word(last).span.end;
    }
    return {s_.word(first).span.begin, end};
  }

  void take_place(const PlaceMention& place, Span span, Item& item) const {
    const std::string name(reading_.text(span));
    if (std::find(item.where.begin(), item.where.end(), name) != item.where.end()) return;
    item.where.push_back(name);
    item.spans.where.push_back(span);
    ResolvedPlace resolved;
    resolved.name = place.name;
    resolved.latitude = place.latitude;
    resolved.longitude = place.longitude;
    resolved.geonames = place.geonames;
    resolved.country = place.country;
    item.places.push_back(std::move(resolved));
  }

  /// "At least 12 soldiers", "dozens of civilians", "$40 million": the count with what is counted.
  void take_number(std::size_t head, Item& item) const {
    if (!item.number.empty()) return;
    for (const auto child : s_.clauses.children(head)) {
      if (s_.word(child).rel != Rel::nummod) continue;
      auto first = s_.extent(child).first;
      while (first > 0 && s_.word(first - 1).rel == Rel::advmod && s_.under(first - 1, head)) {
        --first;
      }
      first = std::min(first, head);
      const auto last = std::max(head, s_.extent(child).second);
      item.number = reading_.text({s_.word(first).span.begin, s_.word(last).span.end});
      return;
    }
    if (!s_.is(head, WordClass::transparent) || !has_feature(s_.word(head), "Number=Plur")) return;
    for (const auto child : s_.clauses.children(head)) {
      if (s_.word(child).rel != Rel::nmod || child < head) continue;
      item.number = reading_.text({s_.word(head).span.begin, s_.word(child).span.end});
      return;
    }
  }

  bool has_weapons() const {
    switch (match_.entry->coding.type) {
      case ItemType::assault:
      case ItemType::aid:
      case ItemType::mobilize:
      case ItemType::threaten:
        return true;
      default:
        return false;
    }
  }

  /// "Fired three missiles", "artillery fire", "attacked it with rockets", "sent tanks".
  void weapon(Item& item) const {
    const auto take = [&](std::size_t word) {
      if (!item.weapon.empty() || !s_.is(word, WordClass::weapon)) return;
      auto first = word;
      while (first > 0 && s_.under(first - 1, word) &&
             (s_.word(first - 1).rel == Rel::amod || s_.word(first - 1).rel == Rel::compound) &&
             s_.actor(first - 1) == nullptr) {
        --first;
      }
      item.weapon = reading_.text({s_.word(first).span.begin, s_.word(word).span.end});
    };
    for (const auto word : match_.trigger) {
      if (word != match_.head) take(word);
    }
    for (const auto word : match_.trigger) {
      for (const auto child : s_.clauses.children(word)) {
        const auto rel = s_.word(child).rel;
        const bool means = rel == Rel::obl || rel == Rel::nmod;
        if (rel == Rel::compound || rel == Rel::obj || rel == Rel::amod) take(child);
        if (means && has(s_.link_classes(child, lexicon_), WordClass::means_link)) take(child);
        // "Dozens of rounds of artillery".
        for (const auto below : s_.clauses.children(child)) {
          if (rel == Rel::obj && s_.word(below).rel == Rel::nmod) take(below);
        }
      }
    }
  }

  const Reading& reading_;
  const Lexicon& lexicon_;
  const Parties& parties_;
  std::size_t at_;
  const SentenceReading& s_;
  const Match& match_;
  std::optional<std::size_t> set_off_;  ///< the word above which another time is told of
  std::vector<std::size_t> aims_;       ///< words that a clause on the act says it is aimed at
  std::vector<std::size_t> path_;
};

}  // namespace

bool lies_ahead(const SentenceReading& sentence, const TimeMention& time) {
  return looks_ahead(sentence, governor_of(sentence, time, [](std::size_t) { return false; }).word);
}

void add_circumstances(const Reading& reading, const Lexicon& lexicon, const Parties& parties,
                       std::size_t sentence, const Match& match, Item& item) {
  const Finder finder(reading, lexicon, parties, sentence, match);
  finder.when(item);
  finder.where(item);
  finder.magnitude(item);
}

}  // namespace entente

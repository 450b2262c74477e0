// Heads and constraints of a dictionary line.
#include "coding/dictionary_pattern.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/utf8.h"

namespace entente {
namespace {

[[noreturn]] void fail(const std::string& message) { throw Error(ErrorKind::malformed, message); }

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

/// Letters of any script, digits, and what may stand inside a word.
bool is_lemma(std::string_view text) {
  if (text.empty() || text.front() == '_' || text.back() == '_') return false;
  return std::ranges::all_of(text, [](char c) {
    return (c & 0x80) != 0 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '\'' || c == '.' || c == '&';
  });
}

bool is_preposition(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c & 0x80) != 0 || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
  });
}

std::optional<Slot> slot_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Slot>, 11> slots = {{{"subj", Slot::subj},
                                                                        {"obj", Slot::obj},
                                                                        {"iobj", Slot::iobj},
                                                                        {"poss", Slot::poss},
                                                                        {"mod", Slot::mod},
                                                                        {"to", Slot::to},
                                                                        {"that", Slot::that},
                                                                        {"ing", Slot::ing},
                                                                        {"adv", Slot::adv},
                                                                        {"aux", Slot::aux},
                                                                        {"pred", Slot::pred}}};
  for (const auto& [text, slot] : slots) {
    if (text == name) return slot;
  }
  return std::nullopt;
}

std::optional<Role> role_of(std::string_view name) {
  if (name.size() != 1) return std::nullopt;
  switch (name.front()) {
    case 'A':
      return Role::actor;
    case 'R':
      return Role::recipient;
    case 'B':
      return Role::both;
    case 'E':
      return Role::event;
    case 'P':
      return Role::place;
    case 'W':
      return Role::weapon;
    case 'N':
      return Role::number;
    default:
      return std::nullopt;
  }
}

void parse_slots(std::string_view names, Constraint& constraint, const WordSet& prepositions) {
  bool first = true;
  for (const auto name : split(names, '|')) {
    Slot slot = Slot::prep;
    if (const auto known = slot_of(name)) {
      slot = *known;
      // "to" is also the preposition of that name.
      if (slot == Slot::to) constraint.preps.emplace_back(name);
    } else if (is_preposition(name) && (prepositions.empty() || prepositions.contains(name))) {
      constraint.preps.emplace_back(name);
    } else {
      fail("unknown slot " + quoted(name));
    }
    if (first) constraint.slot = slot;
    constraint.slots = static_cast<SlotSet>(constraint.slots | bit(slot));
    if (slot == Slot::to)
      constraint.slots = static_cast<SlotSet>(constraint.slots | bit(Slot::prep));
    first = false;
  }
}

/// `obj` or, one step further, `to.obj`: the object of what stands in `to`.
void parse_path(std::string_view names, Constraint& constraint, const WordSet& prepositions) {
  const auto dot = names.find('.');
  if (dot != std::string_view::npos) {
    parse_slots(names.substr(0, dot), constraint, prepositions);
    constraint.outer = std::exchange(constraint.slots, SlotSet{0});
    constraint.outer_preps = std::exchange(constraint.preps, {});
    names.remove_prefix(dot + 1);
  }
  parse_slots(names, constraint, prepositions);
}

void parse_words(std::string_view text, Constraint& constraint) {
  for (const auto word : split(text, '|')) {
    const bool is_class = is_class_name(word);
    const auto name = is_class ? word.substr(1) : word;
    const auto slash = name.rfind('/');
    if (name != "$" && !is_lemma(name.substr(0, slash))) fail("bad filler " + quoted(text));
    constraint.lemmas.push_back(is_class ? std::string(word) : lower(word));
  }
}

/// One alternative: "carry", "air_strike", "cease-fire". Tokenizers may split at hyphens, so a
/// hyphenated word is also a word with one before it.
void add_head(std::string_view text, char pos, std::string_view particle,
              std::vector<Head>& heads) {
  if (!is_lemma(text)) fail("bad word " + quoted(text) + " in a head");
  const std::string lemma = lower(text);
  const auto add = [&](std::string_view word, char joint) {
    Head head;
    head.pos = pos;
    head.particle = particle;
    auto parts = split(word, joint);
    head.lemma = parts.back();
    parts.pop_back();
    for (const auto part : parts) head.before.emplace_back(part);
    heads.push_back(std::move(head));
  };
  add(lemma, '_');
  if (lemma.find('-') == std::string::npos) return;
  std::string joined = lemma;
  std::ranges::replace(joined, '-', '_');
  const bool sound = is_lemma(joined) && joined.find("__") == std::string::npos;
  if (sound) add(joined, '_');
}

}  // namespace

/// "$rocket" is a class; "$" alone is the sign of money.
bool is_class_name(std::string_view word) { return word.starts_with('$') && word.size() > 1; }

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while (at < text.size()) {
    while (at < text.size() && is_blank(text[at])) ++at;
    const std::size_t begin = at;
    while (at < text.size() && !is_blank(text[at])) ++at;
    if (at > begin) words.push_back(text.substr(begin, at - begin));
  }
  return words;
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (;;) {
    const auto end = text.find(at, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

std::string_view without_comment(std::string_view line) {
  for (auto at = line.find('#'); at != std::string_view::npos; at = line.find('#', at + 1)) {
    if (at == 0 || is_blank(line[at - 1])) return line.substr(0, at);
  }
  return line;
}

std::vector<Head> parse_heads(std::string_view text) {
  const auto slash = text.rfind('/');
  if (slash == std::string_view::npos) {
    fail("bad head " + quoted(text) + ": expected word/v, word/n or word/a");
  }
  const auto tail = text.substr(slash + 1);
  const auto plus = tail.find('+');
  const auto pos = tail.substr(0, plus);
  if (pos != "v" && pos != "n" && pos != "a") {
    fail("bad part of speech " + quoted(pos) + " in " + quoted(text) + ": expected v, n or a");
  }
  std::vector<std::string_view> particles{""};
  if (plus != std::string_view::npos) {
    if (pos != "v") fail("only a verb has a particle: " + quoted(text));
    particles = split(tail.substr(plus + 1), '|');
    for (const auto particle : particles) {
      if (!is_preposition(particle)) fail("bad particle in " + quoted(text));
    }
  }
  std::vector<Head> heads;
  for (const auto word : split(text.substr(0, slash), '|')) {
    for (const auto particle : particles) add_head(word, pos.front(), particle, heads);
  }
  return heads;
}

Constraint parse_constraint(std::string_view text, const WordSet& prepositions) {
  Constraint constraint;
  constraint.text = text;
  auto rest = text;
  if (rest.starts_with('!')) {
    constraint.forbidden = true;
    rest.remove_prefix(1);
  }
  const auto colon = rest.find(':');
  if (colon == std::string_view::npos) fail("expected slot:filler, not " + quoted(text));
  parse_path(rest.substr(0, colon), constraint, prepositions);
  auto filler = rest.substr(colon + 1);
  if (filler.ends_with('!')) {
    constraint.required = true;
    filler.remove_suffix(1);
  }
  if (filler.empty()) fail("nothing after the colon of " + quoted(text));
  const auto equals = filler.find('=');
  if (const auto role = role_of(filler.substr(0, equals))) {
    constraint.role = *role;
    filler = equals == std::string_view::npos ? "" : filler.substr(equals + 1);
    if (equals != std::string_view::npos && filler.empty())
      fail("nothing after = in " + quoted(text));
  } else if (equals != std::string_view::npos) {
    fail("unknown role " + quoted(filler.substr(0, equals)));
  }
  if (filler == "*") {
    constraint.required = true;
  } else if (!filler.empty()) {
    parse_words(filler, constraint);
    constraint.required = true;
  }
  if (constraint.role == Role::event) constraint.required = true;
  if (constraint.forbidden) {
    if (constraint.role != Role::none) fail("a forbidden slot has no role: " + quoted(text));
    constraint.required = false;
  }
  return constraint;
}

Pattern parse_pattern(const std::vector<std::string_view>& words, const WordSet& prepositions) {
  Pattern pattern;
  bool more_heads = true;
  for (const auto word : words) {
    if (word.starts_with('+')) {
      fail("a particle belongs to its verb, without a blank: word/v" + std::string(word));
    }
    const bool constraint = word.starts_with('!') || word.find(':') != std::string_view::npos;
    if (constraint) {
      if (more_heads && !pattern.heads.empty() && word.ends_with(',')) fail("a comma too many");
      more_heads = false;
      pattern.constraints.push_back(parse_constraint(word, prepositions));
      continue;
    }
    if (!more_heads) fail("expected slot:filler, not " + quoted(word));
    more_heads = word.ends_with(',');
    const auto heads = more_heads ? word.substr(0, word.size() - 1) : word;
    for (const auto head : split(heads, ',')) {
      for (auto& parsed : parse_heads(head)) pattern.heads.push_back(std::move(parsed));
    }
  }
  if (pattern.heads.empty()) fail("a pattern begins with a head, as in word/v");
  return pattern;
}

}  // namespace entente

// Draws trees and describes matches for people.
#include "coding/explain.h"

#include <algorithm>

#include "coding/check.h"

namespace entente {
namespace {

constexpr std::size_t deepest_drawn = 60;  ///< below that the tree is no longer indented
constexpr std::size_t relation_column = 40;
constexpr std::size_t most_arguments = 200;

std::string padded(std::string text, std::size_t width) {
  std::size_t shown = 0;
  for (const char c : text) shown += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
  if (shown < width) text.append(width - shown, ' ');
  return text;
}

/// The words of a phrase as they stand, with one blank where there was any white space.
std::string phrase_text(const Clauses& clauses, std::size_t head) {
  const Span span = clauses.phrase(head);
  std::string text;
  for (const auto& word : clauses.sentence().words) {
    if (!span.contains(word.span)) continue;
    text += word.form;
    if (word.space_after && word.span.end < span.end) text += ' ';
  }
  return text;
}

std::string slot_text(Slot slot, std::string_view prep) {
  return slot == Slot::prep ? std::string(prep) : std::string(name_of(slot));
}

struct Line {
  std::uint16_t word;
  std::string lead;   ///< what stands before the word itself
  std::string below;  ///< what stands before the words under it
};

std::string drawn(const Word& word, const std::string& lead) {
  std::string text = padded(lead + std::string(word.form), relation_column);
  text += padded(std::string(word.deprel.empty() ? name_of(word.rel) : word.deprel), 12);
  return text + " " + padded(name_of(word.upos), 5) + " " + std::string(word.lemma) + "\n";
}

/// The words under one, to be drawn after it; in reverse, for a stack.
void push_children(const Clauses& clauses, const Line& line, std::vector<Line>& open) {
  const auto children = clauses.children(line.word);
  for (std::size_t left = children.size(); left > 0; --left) {
    const bool last = left == children.size();
    const bool deep = line.below.size() > deepest_drawn * 2;
    const std::string lead = deep ? line.below : line.below + (last ? "└ " : "├ ");
    const std::string below = deep ? line.below : line.below + (last ? "  " : "│ ");
    open.push_back({children[left - 1], lead, below});
  }
}

std::string near_miss_text(const NearMiss& miss, const Clauses& clauses) {
  const Word& word = clauses.sentence().words[miss.head];
  return "  " + std::string(word.form) + ": " + miss.entry->text + "  (" + miss.entry->place() +
         "): " + miss.why + "\n";
}

std::string arguments_text(const Clauses& clauses, std::size_t word) {
  std::string text;
  for (const auto& argument : clauses.arguments(word)) {
    text += text.empty() ? "" : ", ";
    text += slot_text(argument.slot, argument.prep) + " " +
            std::string(clauses.sentence().words[argument.word].form);
    if (argument.inherited) text += " (handed down)";
  }
  return text;
}

std::string clauses_text(const Clauses& clauses) {
  std::string text;
  std::size_t shown = 0;
  for (std::size_t word = 0; word < clauses.sentence().words.size(); ++word) {
    const Word& w = clauses.sentence().words[word];
    const bool act = w.upos == Upos::verb || w.upos == Upos::noun;
    if (!act || clauses.arguments(word).empty() || ++shown > most_arguments) continue;
    text += "  " + std::string(w.form) + (clauses.passive(word) ? " (passive)" : "") + ": " +
            arguments_text(clauses, word) + "\n";
  }
  return text;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

/// A field with the words of the sentence that filled it.
std::string field_text(const char* field, const std::string& value, const std::vector<Span>& spans,
                       const Clauses& clauses) {
  if (value.empty()) return "";
  std::string text = std::string("    ") + field + ": " + value;
  for (const auto span : spans) {
    std::string words;
    for (const auto& word : clauses.sentence().words) {
      if (span.contains(word.span)) words += (words.empty() ? "" : " ") + std::string(word.form);
    }
    if (!words.empty() && words != value) text += ", from \"" + words + "\"";
  }
  return text + "\n";
}

}  // namespace

const char* name_of(Role role) {
  switch (role) {
    case Role::none:
      return "word";
    case Role::actor:
      return "actor";
    case Role::recipient:
      return "recipient";
    case Role::both:
      return "party";
    case Role::event:
      return "act";
    case Role::place:
      return "place";
    case Role::weapon:
      return "weapon";
    case Role::number:
      return "number";
  }
  return "";
}

const char* name_of(Slot slot) {
  switch (slot) {
    case Slot::subj:
      return "subj";
    case Slot::obj:
      return "obj";
    case Slot::iobj:
      return "iobj";
    case Slot::prep:
      return "prep";
    case Slot::poss:
      return "poss";
    case Slot::mod:
      return "mod";
    case Slot::to:
      return "to";
    case Slot::that:
      return "that";
    case Slot::ing:
      return "ing";
    case Slot::adv:
      return "adv";
    case Slot::pred:
      return "pred";
    case Slot::aux:
      return "aux";
  }
  return "";
}

std::string draw_tree(const Clauses& clauses) {
  std::string text;
  const auto& words = clauses.sentence().words;
  for (std::size_t root = 0; root < words.size(); ++root) {
    if (root < 65535 && clauses.head(root) >= 0) continue;
    std::vector<Line> open{{static_cast<std::uint16_t>(root), "", ""}};
    while (!open.empty()) {
      const Line line = std::move(open.back());
      open.pop_back();
      text += drawn(words[line.word], line.lead);
      push_children(clauses, line, open);
    }
    if (root >= 65535) break;
  }
  return text;
}

std::string describe(const Match& match, const Clauses& clauses) {
  const auto& words = clauses.sentence().words;
  std::string trigger;
  for (const auto word : match.trigger) {
    trigger += (trigger.empty() ? "" : " ") + std::string(words[word].form);
  }
  std::string text = trigger + ": " + match.entry->text + "  (" + match.entry->place() + ")\n";
  if (match.light != nullptr) {
    text += "    passed on by " + std::string(words[match.clause].form) + ": " + match.light->text +
            "  (" + match.light->place() + ")\n";
  }
  for (const auto& filler : match.fillers) {
    text += "    " + padded(name_of(filler.role), 10) + slot_text(filler.slot, filler.prep) + ": " +
            phrase_text(clauses, filler.word) + (filler.inherited ? " (handed down)" : "") + "\n";
  }
  if (match.status) text += std::string("    status    ") + name_of(*match.status) + "\n";
  return text;
}

std::string explain_sentence(const Explanation& explanation) {
  const Clauses& clauses = *explanation.clauses;
  std::string text = "tree\n" + draw_tree(clauses) + "\nclauses\n" + clauses_text(clauses);
  text += "\nmatches\n";
  if (explanation.matches.empty()) text += "  none\n";
  for (const auto& match : explanation.matches) text += "  " + describe(match, clauses);
  if (!explanation.near_misses.empty()) text += "\nfailed by one constraint\n";
  for (const auto& miss : explanation.near_misses) text += near_miss_text(miss, clauses);
  if (!explanation.dropped.empty()) text += "\nmatches without an item\n";
  for (const auto& dropped : explanation.dropped) text += "  " + dropped + "\n";
  text += "\nitems\n";
  if (explanation.items.empty()) text += "  none\n";
  for (const auto& [item, notes] : explanation.items) {
    text += "  " + outcome(item) + "\n";
    if (!item.pattern.empty()) text += "    entry: " + item.pattern + "\n";
    text += field_text("when", item.when, item.spans.when, clauses);
    text += field_text("where", joined(item.where), item.spans.where, clauses);
    for (const auto& note : notes) text += "    " + note + "\n";
  }
  return text;
}

}  // namespace entente

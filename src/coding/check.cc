// Runs a dictionary's examples and looks for entries that can never win.
#include "coding/check.h"

#include <algorithm>

namespace entente {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

std::string outcome(const std::string& type, const std::string& mode,
                    const std::vector<std::string>& actor,
                    const std::vector<std::string>& recipient, Status status) {
  std::string text = type;
  if (!mode.empty()) text += " " + mode;
  text += " " + joined(actor) + " > " + joined(recipient);
  if (status != Status::actual) text += std::string(" ") + name_of(status);
  return text;
}

bool same_parties(std::vector<std::string> a, std::vector<std::string> b) {
  std::ranges::sort(a);
  std::ranges::sort(b);
  return a == b;
}

/// What an example asks of an item. An entry that codes to nothing itself leaves type and mode
/// open.
struct Wanted {
  std::optional<ItemType> type;
  std::string mode;
  const Example* example;

  [[nodiscard]] bool met_by(const Item& item) const {
    return (!type || item.type == *type) && (mode.empty() || item.mode == mode) &&
           same_parties(item.actor, example->actor) &&
           same_parties(item.recipient, example->recipient) && item.status == example->status;
  }
  [[nodiscard]] std::string text() const {
    return outcome(type ? name_of(*type) : "any type", mode, example->actor, example->recipient,
                   example->status);
  }
};

Wanted wanted(const Entry& entry, const Example& example) {
  Wanted result{example.type, example.mode, &example};
  if (entry.coding.effect != Coding::Effect::code) return result;
  if (!result.type) result.type = entry.coding.type;
  if (result.mode.empty() && result.type == entry.coding.type) result.mode = entry.coding.mode;
  return result;
}

std::string listed(const std::vector<Item>& items) {
  if (items.empty()) return "nothing";
  std::string text;
  for (const auto& item : items) text += (text.empty() ? "" : "; ") + outcome(item);
  return text;
}

std::string positive_failure(const Entry& entry, const Example& example,
                             const std::vector<Item>& items) {
  const Wanted want = wanted(entry, example);
  const bool met = std::ranges::any_of(items, [&](const Item& item) { return want.met_by(item); });
  return met ? "" : "expected " + want.text() + ", got " + listed(items);
}

/// Nothing of the entry's type may be coded; under an entry that passes on, nothing at all.
std::string negative_failure(const Entry& entry, const std::vector<Item>& items) {
  std::vector<Item> wrong;
  for (const auto& item : items) {
    const bool any_type = entry.coding.effect == Coding::Effect::event;
    if (any_type || item.type == entry.coding.type) wrong.push_back(item);
  }
  return wrong.empty() ? "" : "expected nothing, got " + listed(wrong);
}

bool subset(const std::vector<std::string>& inner, const std::vector<std::string>& outer) {
  return std::ranges::all_of(inner, [&](const std::string& word) {
    return std::ranges::find(outer, word) != outer.end();
  });
}

/// True when whatever meets `narrow` meets `wide`.
bool implies(const Constraint& narrow, const Constraint& wide) {
  if ((narrow.slots & ~wide.slots) != 0 || !subset(narrow.preps, wide.preps)) return false;
  if (wide.role == Role::event || narrow.role == Role::event) return narrow.text == wide.text;
  if (wide.any_word()) return true;
  return !narrow.any_word() && subset(narrow.lemmas, wide.lemmas) &&
         subset(narrow.special, wide.special);
}

/// True when `later` matches wherever `earlier` does, through this pair of heads.
bool covers(const Entry& later, const Head& later_head, const Entry& earlier,
            const Head& earlier_head) {
  if (later_head.lemma != earlier_head.lemma || later_head.pos != earlier_head.pos ||
      later_head.particle != earlier_head.particle || later_head.before != earlier_head.before) {
    return false;
  }
  return std::ranges::all_of(later.constraints, [&](const Constraint& wide) {
    if (!wide.required && !wide.forbidden) return true;
    return std::ranges::any_of(earlier.constraints, [&](const Constraint& narrow) {
      if (wide.forbidden) return narrow.forbidden && implies(wide, narrow);
      return narrow.required && implies(narrow, wide);
    });
  });
}

/// True when `later` fills at least as many written slots as `earlier` wherever both match.
bool fills_as_much(const Entry& later, const Entry& earlier) {
  return std::ranges::all_of(earlier.constraints, [&](const Constraint& c) {
    if (c.implied || c.required || c.forbidden) return true;
    return std::ranges::any_of(later.constraints, [&](const Constraint& other) {
      return !other.implied && implies(c, other);
    });
  });
}

bool same_kind(const Coding& a, const Coding& b) {
  if (a.effect == Coding::Effect::none || b.effect == Coding::Effect::none) return true;
  return kind_of(a.type) == kind_of(b.type);
}

bool same_coding(const Coding& a, const Coding& b) {
  return a.effect == b.effect && a.type == b.type && a.mode == b.mode && a.cameo == b.cameo &&
         a.status == b.status && a.mutual == b.mutual;
}

/// The later entry by which one head of an entry is hidden, or null.
const Entry* hidden_by(const Dictionary& dictionary, const Entry& entry, const Head& head) {
  const auto* candidates = dictionary.candidates(head.lemma);
  if (candidates == nullptr) return nullptr;
  const Entry* found = nullptr;
  for (const auto [other_index, head_index] : *candidates) {
    const Entry& other = dictionary.entries()[other_index];
    if (other.order <= entry.order || other.folder != entry.folder) continue;
    const Head& other_head = other.heads[head_index];
    const int lead = specificity(other, other_head) - specificity(entry, head);
    if (lead < 0 || (lead == 0 && !fills_as_much(other, entry))) continue;
    if (same_kind(entry.coding, other.coding) && covers(other, other_head, entry, head)) {
      found = &other;
    }
  }
  return found;
}

}  // namespace

std::string outcome(const Item& item) {
  return outcome(name_of(item.type), item.mode, item.actor, item.recipient, item.status);
}

std::size_t example_count(const Dictionary& dictionary) {
  std::size_t count = 0;
  for (const auto& entry : dictionary.entries()) count += entry.examples.size();
  return count;
}

std::vector<Finding> check_examples(const Dictionary& dictionary, const SentenceCoder& code) {
  std::vector<Finding> findings;
  for (const auto& entry : dictionary.entries()) {
    for (const auto& example : entry.examples) {
      const auto items = code(example.sentence);
      const std::string failure = example.positive ? positive_failure(entry, example, items)
                                                   : negative_failure(entry, items);
      if (failure.empty()) continue;
      findings.push_back({example.file, example.line, example.sentence + ": " + failure, false});
    }
  }
  return findings;
}

std::vector<Finding> check_entries(const Dictionary& dictionary) {
  std::vector<Finding> findings;
  for (const auto& entry : dictionary.entries()) {
    for (const auto& head : entry.heads) {
      const Entry* other = hidden_by(dictionary, entry, head);
      if (other == nullptr) continue;
      const bool same = same_coding(entry.coding, other->coding);
      const std::string where = head.lemma + "/" + head.pos + " is hidden by " + other->place();
      findings.push_back({entry.file, entry.line,
                          where + (same ? ", which says the same" : ", which codes it otherwise"),
                          same});
    }
  }
  return findings;
}

}  // namespace entente

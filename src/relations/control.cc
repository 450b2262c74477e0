// Steps of command, followed upwards.
#include "relations/control.h"

#include <algorithm>
#include <limits>
#include <set>

namespace entente::relations {
namespace {

std::string_view main_part(std::string_view code) { return code.substr(0, code.find(':')); }

bool holds(const Command& command, Day day) {
  return day == no_day || ((command.from == no_day || command.from <= day) &&
                           (command.until == no_day || day <= command.until));
}

Command command_of(const StandingRelation& relation) {
  const bool told = relation.entry.empty();
  Command command;
  command.lower = relation.recipient;
  command.upper = relation.actor;
  // The day it is first told of is not the day it began.
  command.from = told ? no_day : relation.from;
  command.until = relation.until;
  command.weight = told ? relation.documents : std::numeric_limits<std::uint32_t>::max();
  command.entry = told ? "act " + std::to_string(relation.acts.front()) : relation.entry;
  return command;
}

/// Whether `a` counts more than `b`.
bool better(const Command& a, const Command& b) {
  return a.weight != b.weight ? a.weight > b.weight : a.upper < b.upper;
}

}  // namespace

Control::Control(std::span<const StandingRelation> relations) {
  for (const StandingRelation& relation : relations) {
    if (relation.type != ItemType::controls || relation.actor == relation.recipient) continue;
    if (relation.entry.empty() && relation.acts.empty()) continue;
    above_.emplace(relation.recipient, command_of(relation));
  }
}

const Command* Control::step(std::string_view code, Day day) const {
  const Command* best = nullptr;
  const auto [first, last] = above_.equal_range(code);
  for (auto at = first; at != last; ++at) {
    if (holds(at->second, day) && (!best || better(at->second, *best))) best = &at->second;
  }
  return best;
}

std::vector<Command> Control::chain(std::string_view code, Day day) const {
  std::vector<Command> steps;
  std::set<std::string, std::less<>> seen{std::string(code)};
  std::string at(code);
  for (;;) {
    Command next;
    if (const Command* command = step(at, day)) {
      next = *command;
    } else if (const std::string_view main = main_part(at); main != at) {
      next.lower = at;
      next.upper = main;
      next.entry = "sector";
    } else {
      return steps;
    }
    if (!seen.insert(next.upper).second) return steps;
    at = next.upper;
    steps.push_back(std::move(next));
  }
}

std::string Control::principal(std::string_view code, Day day) const {
  const std::vector<Command> steps = chain(code, day);
  return steps.empty() ? std::string(code) : steps.back().upper;
}

std::vector<std::string> Control::agents(std::string_view principal) const {
  std::set<std::string> found;
  for (const auto& [lower, command] : above_) {
    if (lower != principal && this->principal(lower) == principal) found.insert(lower);
  }
  return {found.begin(), found.end()};
}

std::vector<Act> rolled_up(std::span<const Act> acts, const Control& control) {
  std::vector<Act> rolled(acts.begin(), acts.end());
  for (Act& act : rolled) {
    for (std::string& code : act.actor) {
      std::string principal = control.principal(code, act.when.first);
      // An arm of the principal itself keeps its sector.
      if (main_part(code) != principal) code = std::move(principal);
    }
  }
  return rolled;
}

}  // namespace entente::relations

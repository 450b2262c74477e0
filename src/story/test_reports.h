// Reports made by hand, and the tables that tests compare them with.
#pragma once

#include <string>

#include "story/compare.h"

namespace entente::testing_support {

inline const StoryTables& tables() {
  static const StoryTables all(
      StoryWords::of_text("suffix: s ed ing\n"
                          "common: the a an of on in at and by that it was were said\n"
                          "definite: the that\nfurther: another second\n"
                          "approximate: least about some\n"
                          "unit: one=1 two=2 three=3 twelve=12 fourteen=14 twenty=20 nineteen=19\n"
                          "times: hundred=100\nage: older aged\n"
                          "dead: killed killing dead died\nhurt: wounded\n"
                          "bind: binds bound obliges\nnegation: not never\n"),
      Nearness::of_text("AGREE | RETREAT | -0.7\nASSAULT | ASSAULT | -0.5\n196 | | -2\n"),
      Kinship::of_text("nato | members | FRA | 1949 |\n"));
  return all;
}

/// An item of a document that holds just this sentence; its number tells the document.
struct Told {
  std::int64_t number = 1;
  std::string sentence = "Belland bombed the town of Kessel on Monday.";
  std::string trigger = "bombed";
  ItemType type = ItemType::assault;
  std::vector<std::string> actor = {"BEL"}, recipient = {"ARL"};
  std::string when = "2030-05-06", published = "2030-05-07";
  Status status = Status::actual;
  std::vector<std::string> said_by = {}, denied_by = {};
};

inline Report report(const Told& told) {
  Item item;
  item.sentence = told.sentence;
  item.sentence_span = {0, static_cast<std::uint32_t>(told.sentence.size())};
  const std::size_t at = told.sentence.find(told.trigger);
  item.span = {static_cast<std::uint32_t>(at),
               static_cast<std::uint32_t>(at + told.trigger.size())};
  item.trigger = told.trigger;
  item.type = told.type;
  item.kind = kind_of(told.type);
  item.actor = told.actor;
  item.recipient = told.recipient;
  item.when = told.when;
  item.status = told.status;
  item.said_by = told.said_by;
  item.denied_by = told.denied_by;
  item.confidence = 0.5;
  return report_of(item, told.number,
                   {told.number, told.number, "d" + std::to_string(told.number),
                    "Paper " + std::to_string(told.number), told.published},
                   tables().words);
}

}  // namespace entente::testing_support

// Any bytes as the tables that linking is done with, and as the sentence of a report.
#include "entente/error.h"
#include "record/kinship.h"
#include "store/rulings.h"
#include "story/compare.h"

namespace {

using entente::Item;
using entente::StoryWords;

template <class Make>
void attempt(const Make& make) {
  try {
    make();
  } catch (const entente::Error&) {
  }
}

entente::Report report_of_sentence(std::string_view sentence, std::int64_t number,
                                   const StoryWords& words) {
  Item item;
  item.sentence = sentence;
  item.sentence_span = {0, static_cast<std::uint32_t>(sentence.size())};
  item.span = {static_cast<std::uint32_t>(sentence.size() / 3),
               static_cast<std::uint32_t>(sentence.size() / 2)};
  item.trigger = item.sentence.substr(item.span.begin, item.span.size());
  item.when = sentence.substr(0, 10);
  item.number = item.trigger;
  return entente::report_of(item, number, {number, number, "d", "", "2020-01-01"}, words);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  attempt([&] { static_cast<void>(StoryWords::of_text(text)); });
  attempt([&] { static_cast<void>(entente::Nearness::of_text(text)); });
  attempt([&] { static_cast<void>(entente::Kinship::of_text(text)); });
  attempt([&] { static_cast<void>(entente::report_name(std::string(text))); });
  static const entente::StoryTables tables(
      StoryWords::of_text(
          "dead: killed\nunit: two=2\ntimes: hundred=100 million=1000000\nbind: binds\n"
          "negation: not\nage: aged\napproximate: about\nsuffix: s ed\n"),
      entente::Nearness::of_text(""), entente::Kinship());
  const entente::Report one = report_of_sentence(text, 1, tables.words);
  const entente::Report half = report_of_sentence(text.substr(size / 2), 2, tables.words);
  static_cast<void>(entente::compare(one, half, tables));
  return 0;
}

// The dictionary language: what is read, and the mistakes that are named.
#include "coding/dictionary.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "coding/test_trees.h"
#include "record/ontology.h"

namespace entente {
namespace {

const Entry& only(const Dictionary& dictionary) {
  EXPECT_EQ(dictionary.entries().size(), 1u);
  return dictionary.entries().front();
}

std::string first_error(std::string_view text) {
  const auto reading = Dictionary::read_text(text, "d.txt");
  return reading.errors.empty() ? "" : reading.errors.front().what();
}

TEST(DictionaryHeads, AlternativesAndPartsOfSpeech) {
  const auto dictionary =
      Dictionary::of_text("@type ASSAULT\nbomb|bombard/v, bombing/n = aerial 195\n", "d");
  ASSERT_EQ(dictionary.entries().size(), 2u);
  EXPECT_EQ(dictionary.entries()[0].heads.size(), 2u);
  EXPECT_EQ(dictionary.entries()[0].heads[1].lemma, "bombard");
  EXPECT_EQ(dictionary.entries()[1].heads[0].pos, 'n');
  ASSERT_NE(dictionary.candidates("bombing"), nullptr);
  EXPECT_EQ(dictionary.candidates("bombing")->front().entry, 1u);
  EXPECT_EQ(dictionary.candidates("peace"), nullptr);
}

TEST(DictionaryHeads, ParticlesAndWordsBefore) {
  const auto dictionary =
      Dictionary::of_text("@type ASSAULT\ncarry/v+out|on, air_strike/n, cease-fire/n = 190\n", "d");
  const auto& verbs = dictionary.entries()[0].heads;
  ASSERT_EQ(verbs.size(), 2u);
  EXPECT_EQ(verbs[1].particle, "on");
  const auto& nouns = dictionary.entries()[1].heads;
  EXPECT_EQ(nouns[0].lemma, "strike");
  EXPECT_EQ(nouns[0].before, std::vector<std::string>{"air"});
  EXPECT_EQ(nouns[1].lemma, "cease-fire");
  EXPECT_EQ(nouns[2].lemma, "fire");
}

TEST(DictionaryConstraints, RolesWordsAndMarks) {
  const auto dictionary = Dictionary::of_text(
      "@type ASSAULT\nfire/v obj:W=rocket|shell on|at:R! !in:contest = 190\n", "d");
  const auto& entry = only(dictionary);
  const auto& weapon = entry.constraints[0];
  EXPECT_EQ(weapon.role, Role::weapon);
  EXPECT_EQ(weapon.lemmas, (std::vector<std::string>{"rocket", "shell"}));
  EXPECT_TRUE(weapon.required);
  const auto& at = entry.constraints[1];
  EXPECT_EQ(at.preps, (std::vector<std::string>{"on", "at"}));
  EXPECT_TRUE(at.required);
  EXPECT_TRUE(entry.constraints[2].forbidden);
  EXPECT_EQ(entry.weight, 3);  // words count twice
}

TEST(DictionaryConstraints, ActorIsImpliedUnlessGivenElsewhere) {
  const auto with = Dictionary::of_text("@type ASSAULT\nhit/v obj:R = 190\n", "d");
  EXPECT_EQ(only(with).constraints.size(), 2u);
  const auto without = Dictionary::of_text("@type ASSAULT\nsuffer/v subj:R from:A = 190\n", "d");
  EXPECT_EQ(only(without).constraints.size(), 2u);
}

TEST(DictionaryConstraints, WholeFrameWhereNoPartyIsNamed) {
  const auto dictionary = test_dictionary("@type ASSAULT\nraid/n mod:air = 190\n");
  EXPECT_EQ(only(dictionary).constraints.size(), 7u);  // mod:air and the six of the frame
}

TEST(DictionaryClasses, ExpandedWhereverTheyStand) {
  const auto dictionary = Dictionary::of_text(
      "@type ASSAULT\nfire/v obj:$arms = 190\n$arms = $rocket gun/n\n$rocket = missile\n", "d");
  const auto& constraint = only(dictionary).constraints[0];
  EXPECT_EQ(constraint.lemmas, std::vector<std::string>{"missile"});
  EXPECT_EQ(constraint.special, std::vector<std::string>{"gun/n"});
}

TEST(DictionaryClasses, MayBeAddedTo) {
  const auto dictionary =
      Dictionary::of_text("@type ASSAULT\nfire/v obj:$a = 190\n$a = gun\n$a += bow\n", "d");
  EXPECT_EQ(only(dictionary).constraints[0].lemmas, (std::vector<std::string>{"bow", "gun"}));
}

TEST(DictionaryCoding, WordsInAnyOrder) {
  const auto dictionary = Dictionary::of_text(
      "@type ASSAULT\n@cameo 190\n@mode aerial\nhit/v = \nmeet/v = 040 mutual CONSULT future\n",
      "d");
  const auto& first = dictionary.entries()[0].coding;
  EXPECT_EQ(first.mode, "aerial");
  EXPECT_EQ(first.cameo, "190");
  const auto& second = dictionary.entries()[1].coding;
  EXPECT_EQ(second.type, ItemType::consult);
  EXPECT_EQ(second.mode, "");  // @mode belongs to @type
  EXPECT_EQ(second.cameo, "040");
  EXPECT_EQ(second.status, Status::future);
  EXPECT_TRUE(second.mutual);
}

TEST(DictionaryCoding, NoneAndEvent) {
  const auto dictionary =
      Dictionary::of_text("@type ASSAULT\nwar/n on:drug = none\nhold/v obj:E = event\n", "d");
  EXPECT_EQ(dictionary.entries()[0].coding.effect, Coding::Effect::none);
  EXPECT_EQ(dictionary.entries()[1].coding.effect, Coding::Effect::event);
}

TEST(DictionaryExamples, PartiesThenStatusTypeAndMode) {
  const auto dictionary = Dictionary::of_text(
      "@type ASSAULT\nhit/v = 190  # a comment\n"
      "  + Avaria, C#1 and Belland hit Coria. -> AVA:MIL, bel > cor future CONSULT visit # so\n"
      "  - A film hit the screens. # no act\n",
      "d");
  const auto& examples = only(dictionary).examples;
  ASSERT_EQ(examples.size(), 2u);
  EXPECT_EQ(examples[0].sentence, "Avaria, C#1 and Belland hit Coria.");
  EXPECT_EQ(examples[0].actor, (std::vector<std::string>{"AVA:MIL", "bel"}));
  EXPECT_EQ(examples[0].recipient, std::vector<std::string>{"cor"});
  EXPECT_EQ(examples[0].status, Status::future);
  EXPECT_EQ(examples[0].type, ItemType::consult);
  EXPECT_EQ(examples[0].mode, "visit");
  EXPECT_EQ(examples[0].line, 3u);
  EXPECT_FALSE(examples[1].positive);
  EXPECT_EQ(examples[1].sentence, "A film hit the screens.");
}

TEST(DictionaryExamples, RecipientMayBeMissing) {
  const auto dictionary = Dictionary::of_text(
      "@type CONSULT\nmeet/v = mutual\n + A met B. -> AVA, BEL > future\n", "d");
  const auto& example = only(dictionary).examples[0];
  EXPECT_TRUE(example.recipient.empty());
  EXPECT_EQ(example.status, Status::future);
}

TEST(DictionaryOrder, MoreWordsAskedForComeFirst) {
  const auto dictionary = Dictionary::of_text(
      "@type ASSAULT\nhit/v obj:wall = none\nhit/v obj:R! = 190\nhit/v obj:ball = none\n", "d");
  const auto* candidates = dictionary.candidates("hit");
  ASSERT_NE(candidates, nullptr);
  EXPECT_EQ((*candidates)[0].entry, 2u);  // between equals the one read last
  EXPECT_EQ((*candidates)[1].entry, 0u);
  EXPECT_EQ((*candidates)[2].entry, 1u);
}

struct Mistake {
  const char* text;
  const char* message;
};

class DictionaryMistakes : public testing::TestWithParam<Mistake> {};

TEST_P(DictionaryMistakes, IsNamedWithItsLine) {
  const auto [text, message] = GetParam();
  const std::string file = std::string("@type ASSAULT\n") + text + "\n";
  EXPECT_EQ(first_error(file), std::string("d.txt:2: ") + message);
}

INSTANTIATE_TEST_SUITE_P(
    All, DictionaryMistakes,
    testing::Values(
        Mistake{"hit/v obj:R", "coding missing: a pattern is followed by = and what it codes to"},
        Mistake{"hit obj:R = 190", "bad head \"hit\": expected word/v, word/n or word/a"},
        Mistake{"hit/x = 190", "bad part of speech \"x\" in \"hit/x\": expected v, n or a"},
        Mistake{"attack/n+out = 190", "only a verb has a particle: \"attack/n+out\""},
        Mistake{"hit/v +out = 190", "a particle belongs to its verb, without a blank: word/v+out"},
        Mistake{"hit/v Obj:R = 190", "unknown slot \"Obj\""},
        Mistake{"hit/v obj: = 190", "nothing after the colon of \"obj:\""},
        Mistake{"hit/v obj:X=gun = 190", "unknown role \"X\""},
        Mistake{"hit/v obj:$gun = 190", "unknown class $gun"},
        Mistake{"hit/v obj:a|(b = 190", "bad filler \"a|(b\""},
        Mistake{"hit/v !obj:A = 190", "a forbidden slot has no role: \"!obj:A\""},
        Mistake{"hit/v obj:R on = 190", "expected slot:filler, not \"on\""},
        Mistake{"obj:R = 190", "a pattern begins with a head, as in word/v"},
        Mistake{"hit/v = 19000", "unknown word \"19000\" in the coding"},
        Mistake{"hit/v = 190 180", "two CAMEO codes in one coding: \"180\""},
        Mistake{"hit/v = AGREE AID", "two types in one coding: \"AID\""},
        Mistake{"hit/v = aerial drone", "two modes in one coding: \"drone\""},
        Mistake{"hit/v obj:R = event", "the coding event needs a slot that is E"},
        Mistake{"@type WAR", "unknown type \"WAR\""},
        Mistake{"@colour red", "unknown directive @colour"},
        Mistake{"@cameo 1", "bad CAMEO code \"1\""},
        Mistake{"@frame x subj:A", "@frame is followed by v, n or a"},
        Mistake{"@frame v obj:gun", "a frame only gives roles, not obj:gun"},
        Mistake{"$gun rifle", "a class is written $name = word word"},
        Mistake{"  + Avaria hit Belland. -> AVA > BEL", "an example stands under an entry"}));

TEST(DictionaryMistakesInExamples, AreNamed) {
  const std::string entry = "@type ASSAULT\nhit/v = 190\n";
  EXPECT_EQ(first_error(entry + " + A hit B."), "d.txt:3: a + example gives its coding after ->");
  EXPECT_EQ(first_error(entry + " - A hit B. -> A"), "d.txt:3: a - example has no coding");
  EXPECT_EQ(first_error(entry + " + A hit B. -> >"), "d.txt:3: an example without parties");
  EXPECT_EQ(first_error(entry + " + A hit B. -> A > B > C"), "d.txt:3: two > in one example");
  EXPECT_EQ(first_error(entry + " + -> A > B"), "d.txt:3: an example without a sentence");
}

TEST(DictionaryMistakesInClasses, AreNamed) {
  EXPECT_EQ(first_error("$a = b\n$a = c\n"), "d.txt:2: class $a is already defined at d.txt:1");
  EXPECT_EQ(first_error("@type AID\n$a = $b\n$b = $a\ngive/v obj:$a = 070\n"),
            "d.txt:4: class $a contains itself");
}

TEST(DictionaryMistakesTogether, AllAreCollectedAndTheRestIsRead) {
  const auto reading =
      Dictionary::read_text("@type AID\nx = 1\ngive/v = 070\ny = 2\n  + with its example.\n", "d");
  EXPECT_EQ(reading.errors.size(), 2u);
  EXPECT_EQ(reading.dictionary.entries().size(), 1u);
  EXPECT_THROW((void)Dictionary::of_text("@type AID\nx = 1\n", "d"), Error);
}

TEST(DictionaryMistakesInText, BytesThatAreNotUtf8) {
  EXPECT_EQ(first_error("@type AID\ngive\xFF/v = 070\n"), "d.txt:2: the line is not UTF-8");
}

TEST(DictionaryGrammar, SlotsMustBeKnownWherePrepositionsAre) {
  EXPECT_EQ(first_error("@prepositions on\n@type AID\ngive/v onto:R = 070\n"),
            "d.txt:3: unknown slot \"onto\"");
  EXPECT_EQ(first_error("@prepositions on\n@type AID\ngive/v on:R to:R = 070\n"), "");
}

TEST(DictionaryOntology, ModesAndCodesAreChecked) {
  const auto ontology = Ontology(std::vector<std::string>{ENTENTE_SOURCE_DIR "/data"});
  const auto reading = Dictionary::read_text(
      "@type ASSAULT\nhit/v = visit 190\nhit/v = aerial 999\nhit/v = aerial 195\n", "d", &ontology);
  ASSERT_EQ(reading.errors.size(), 2u);
  EXPECT_STREQ(reading.errors[0].what(), "d:2: unknown mode \"visit\" of ASSAULT");
  EXPECT_STREQ(reading.errors[1].what(), "d:3: CAMEO has no code 999");
}

TEST(DictionaryFolders, LaterOnesWin) {
  namespace fs = std::filesystem;
  const auto root = fs::path(testing::TempDir()) / "entente_dictionary_folders";
  fs::remove_all(root);
  for (const char* folder : {"first", "second"}) {
    fs::create_directories(root / folder / "invented" / "events");
    std::ofstream file(root / folder / "invented" / "events" / "a.txt");
    file << "@type ASSAULT\n$gun = rifle\nhit/v obj:R with:$gun = "
         << (folder == std::string("first") ? "190" : "none") << "\n";
  }
  const Dictionary dictionary({(root / "first").string(), (root / "second").string()}, "invented");
  ASSERT_EQ(dictionary.entries().size(), 2u);
  const auto winner = dictionary.candidates("hit")->front();
  EXPECT_EQ(dictionary.entries()[winner.entry].coding.effect, Coding::Effect::none);
  EXPECT_EQ(dictionary.entries()[winner.entry].folder, 1u);
  fs::remove_all(root);
}

}  // namespace
}  // namespace entente

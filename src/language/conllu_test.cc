// CoNLL-U read and written back, and what the reader refuses.
#include "language/conllu.h"

#include <gtest/gtest.h>

#include "entente/error.h"

namespace entente {
namespace {

constexpr const char* sample =
    "# newdoc id = a\n"
    "# sent_id = a-1\n"
    "# text = Ruritania didn't sign.\n"
    "1\tRuritania\tRuritania\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\t_\n"
    "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tdid\tdo\tAUX\tVBD\tTense=Past\t4\taux\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
    "3.1\tghost\tghost\tX\t_\t_\t_\t_\t_\t_\n"
    "4\tsign\tsign\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No\n"
    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
    "\n"
    "# newpar\n"
    "# sent_id = a-2\n"
    "1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\tSpaceAfter=No\n"
    "2\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\t_\n"
    "\n";

Conllu read(const std::string& text) {
  const auto source = source_of(text, "sample.conllu");
  return read_conllu(*source);
}

TEST(Conllu, ReadsWordsWithTheirPlaces) {
  const Conllu conllu = read(sample);
  const std::string& text = conllu.analysis.document->text;
  EXPECT_EQ(text, "Ruritania didn't sign.\n\nNo!");
  ASSERT_EQ(conllu.analysis.sentences.size(), 2U);
  const Sentence& first = conllu.analysis.sentences[0];
  ASSERT_EQ(first.words.size(), 5U);
  EXPECT_EQ(first.words[1].token_words, 2);
  EXPECT_EQ(first.words[2].token_words, 0);
  EXPECT_EQ(first.words[2].form, "n't");
  EXPECT_EQ(text.substr(first.words[2].span.begin, first.words[2].span.size()), "n't");
  EXPECT_EQ(first.words[3].head, -1);
  EXPECT_EQ(first.words[3].rel, Rel::root);
  EXPECT_FALSE(first.words[3].space_after);
  EXPECT_EQ(conllu.analysis.sentences[1].paragraph, 1U);
  EXPECT_TRUE(conllu.sentences[0].new_document);
  EXPECT_EQ(conllu.sentences[1].text, "No!");
}

TEST(Conllu, WritesWhatItRead) {
  const Conllu conllu = read(sample);
  std::string out;
  append_conllu(out, conllu.analysis.sentences[0], conllu.analysis.document->text, "a-1", false);
  std::string expected(sample);
  expected.erase(0, expected.find("# sent_id"));
  expected.erase(expected.find("# newpar"));
  expected.erase(expected.find("3.1\t"), expected.find("4\tsign") - expected.find("3.1\t"));
  EXPECT_EQ(out, expected);
}

TEST(Conllu, WritesOffsets) {
  const Conllu conllu = read(sample);
  std::string out;
  append_conllu(out, conllu.analysis.sentences[1], conllu.analysis.document->text, "x", true);
  EXPECT_EQ(out,
            "# sent_id = x\n# text = No!\n"
            "1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\tBegin=24|End=26|SpaceAfter=No\n"
            "2\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\tBegin=26|End=27\n\n");
}

TEST(Conllu, RefusesWithFileAndLine) {
  const auto line_of = [](const std::string& text) -> std::uint64_t {
    try {
      static_cast<void>(read(text));
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::malformed);
      EXPECT_EQ(error.where().file, "sample.conllu");
      return error.where().line;
    }
    return 0;
  };
  EXPECT_EQ(line_of("1\ta\ta\tX\t_\t_\t0\troot\t_\n"), 1U);
  EXPECT_EQ(line_of("# c\n2\ta\ta\tX\t_\t_\t0\troot\t_\t_\n"), 2U);
  EXPECT_EQ(line_of("1\ta\ta\tX\t_\t_\t7\tdep\t_\t_\n2\tb\tb\tX\t_\t_\t0\troot\t_\t_\n\n"), 1U);
  EXPECT_EQ(line_of("1\ta\ta\tX\t_\t_\t1\tdep\t_\t_\n"), 1U);
  EXPECT_EQ(line_of("# text = b\n1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n\n"), 2U);
  EXPECT_EQ(line_of("1-3\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n\n"), 3U);
}

TEST(Conllu, ConfidenceIsReadFromMisc) {
  const auto read = [](const std::string& misc) {
    const auto source = source_of(
        "1\tA\ta\tX\t_\t_\t0\troot\t_\t_\n2\tb\tb\tX\t_\t_\t1\tdep\t_\t" + misc + "\n\n", "c");
    return read_conllu(*source).sentences.at(0).confidence;
  };
  EXPECT_TRUE(read("SpaceAfter=No").empty());
  EXPECT_TRUE(read("Conf=1|TagConf=1.000").empty());
  const auto found = read("SpaceAfter=No|Conf=0.25|TagConf=0.5");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0], Confidence{});
  EXPECT_EQ(found[1], (Confidence{0.25F, 0.5F}));
  EXPECT_EQ(read("TagConf=0")[1], (Confidence{1.0F, 0.0F}));
  for (const char* bad : {"Conf=high", "Conf=1.5", "TagConf=-1", "TagConf=nan", "Conf=0.5x"}) {
    EXPECT_THROW(static_cast<void>(read(bad)), Error) << bad;
  }
}

}  // namespace
}  // namespace entente

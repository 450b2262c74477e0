// What training draws from sentences that a machine labelled: headlines, lemmas.
#include "language/examples.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "language/features.h"

namespace entente {
namespace {

Conllu treebank(const std::string& rows) {
  std::string text;
  for (const char c : rows) text += c == ' ' ? '\t' : c;
  const auto source = source_of(text, "rows.conllu");
  return read_conllu(*source);
}

constexpr const char* gold_rows =
    "1 The the DET DT PronType=Art 2 det _ _\n"
    "2 envoy envoy NOUN NN _ 3 nsubj _ _\n"
    "3 left leave VERB VBD _ 0 root _ _\n\n";
constexpr const char* extra_rows =
    "1 The the DET DT PronType=Art 2 det _ _\n"
    "2 truce truce NOUN NN _ 4 nsubj:pass _ _\n"
    "3 was be AUX VBD _ 4 aux:pass _ _\n"
    "4 broken break VERB VBN _ 0 root _ _\n"
    "5 by by ADP IN _ 7 case _ _\n"
    "6 these these DET DT PronType=Dem 7 det _ _\n"
    "7 rebels rebel NOUN NNS _ 4 obl _ _\n\n"
    "1 Break break VERB VB _ 0 root _ TagConf=0.3\n"
    "2 a a DET DT PronType=Art 3 det _ _\n"
    "3 truce truce NOUN NN _ 1 obj _ _\n\n";

class ExamplesTest : public testing::Test {
 protected:
  ExamplesTest() : examples_(gold_, {&extra_, 1}, options_, model_) {}

  Conllu gold_ = treebank(gold_rows), extra_ = treebank(extra_rows);
  TrainOptions options_;
  ParserModel model_;
  Examples examples_;
};

TEST_F(ExamplesTest, ExtraSentencesAreCutToHeadlinesNowAndThen) {
  Random random(1);
  const std::vector<std::int32_t> whole{2, 4, 4, 0, 7, 7, 4}, headline{2, 0, 5, 5, 2};
  std::size_t headlines = 0;
  for (std::size_t i = 0; i < 1000; ++i) {
    Batch batch;
    batch.clear();
    Targets targets;
    examples_.add(1, random, batch, targets);
    ASSERT_TRUE(targets.heads == whole || targets.heads == headline);
    ASSERT_EQ(batch.features.size(), targets.heads.size());
    ASSERT_EQ(targets.tree_weights.size(), targets.heads.size());
    headlines += targets.heads == headline ? 1 : 0;
  }
  EXPECT_GT(headlines, 10U);
  EXPECT_LT(headlines, 100U);
}

TEST_F(ExamplesTest, GoldStaysWhole) {
  Random random(1);
  for (std::size_t i = 0; i < 200; ++i) {
    Batch batch;
    batch.clear();
    Targets targets;
    examples_.add(0, random, batch, targets);
    EXPECT_EQ(targets.heads, (std::vector<std::int32_t>{2, 3, 0}));
  }
}

TEST_F(ExamplesTest, LemmasOfExtraSentencesAreKnownWhenTheyAreFormsToo) {
  const auto known = [&](const char* lemma) {
    return std::binary_search(model_.lemmas.begin(), model_.lemmas.end(), hash_of(lemma));
  };
  EXPECT_TRUE(known("leave"));  // of gold
  EXPECT_TRUE(known("truce"));  // twice, as it stands
  EXPECT_FALSE(known("rebel"));
  EXPECT_FALSE(known("break"));
}

}  // namespace
}  // namespace entente

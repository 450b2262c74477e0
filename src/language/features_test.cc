// Features of words.
#include "language/features.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Features, KnownFormsHaveNumbers) {
  const std::vector<std::uint64_t> hashes = {hash_of("treaty"), hash_of("truce")};
  const HashIndex vocabulary(hashes);
  EXPECT_EQ(vocabulary.size(), 3U);
  EXPECT_EQ(vocabulary.find(hash_of("truce")), 2U);
  EXPECT_EQ(vocabulary.find(hash_of("trice")), 0U);
}

TEST(Features, FormsShareWhatTheyHaveInCommon) {
  const HashIndex vocabulary;
  FeatureBatch batch;
  for (const char* form : {"Signing", "signing", "singing", "\xF0\x9F\x98\x80", ""}) {
    add_features(form, vocabulary, {1 << 16, 1 << 16}, batch);
  }
  ASSERT_EQ(batch.size(), 5U);
  EXPECT_EQ(batch.ngram_begin.size(), 6U);
  for (std::size_t i = 0; i + 1 < affix_count; ++i) {
    EXPECT_EQ(batch.affixes[0][i], batch.affixes[1][i]);
  }
  EXPECT_NE(batch.affixes[0].back(), batch.affixes[1].back());  // the shape
  EXPECT_EQ(batch.affixes[1][5], batch.affixes[2][5]);          // "ing"
  EXPECT_NE(batch.affixes[1][2], batch.affixes[2][2]);          // "sig", "sin"
  FeatureBatch copy;
  copy_features(batch, 2, copy);
  EXPECT_EQ(copy.affixes[0], batch.affixes[2]);
  EXPECT_EQ(copy.ngrams.size(), batch.ngram_begin[3] - batch.ngram_begin[2]);
}

}  // namespace
}  // namespace entente

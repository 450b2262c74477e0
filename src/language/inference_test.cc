// Inference against the pass that training runs, and a sentence alone against the same in company.
#include "language/inference.h"

#include <gtest/gtest.h>

#include <string>

namespace entente {
namespace {

class InferenceTest : public testing::Test {
 protected:
  InferenceTest()
      : network(sizes()),
        weights(network.initial(5)),
        forms(std::vector<std::uint64_t>{hash_of("envoy")}),
        inference(network, weights, forms) {}
  static NetworkSizes sizes() {
    NetworkSizes small;
    small.forms = 2;
    small.affix_rows = small.ngram_rows = 64;
    small.form_dim = small.affix_dim = small.ngram_dim = 8;
    small.units = 20;
    small.arc_dim = small.label_dim = 12;
    small.tags = {17, 9, 7, 5};
    small.labels = 6;
    return small;
  }
  std::vector<float> scores(Inference::Buffers& buffers, std::size_t begin, std::size_t end) {
    std::vector<float> out((end - begin) * (end - begin + 1));
    inference.score_arcs(buffers, begin, end, out.data());
    return out;
  }
  Network network;
  Weights weights;
  HashIndex forms;
  Inference inference;
};

TEST_F(InferenceTest, ComesCloseToTheNetwork) {
  const std::vector<std::string_view> words = {"The", "envoy", "left", "Envoys", "stay", "."};
  Batch batch;
  batch.offsets = {0, 3, 6};
  for (const std::string_view word : words) add_features(word, forms, {64, 64}, batch.features);
  Activations expected;
  network.encode(weights, batch, expected, nullptr);
  Inference::Buffers buffers;
  for (int round = 0; round < 2; ++round) {  // the second with all words remembered
    inference.encode(words, batch.offsets, buffers);
    std::vector<float> right(3 * 4);
    network.score_arcs(weights, expected, 3, 6, right.data());
    const std::vector<float> found = scores(buffers, 3, 6);
    for (std::size_t i = 0; i < right.size(); ++i) EXPECT_NEAR(found[i], right[i], 0.02F);
    for (std::size_t row = 0; row < words.size(); ++row) {
      for (std::size_t i = 0; i < network.tag_begin(tag_script); ++i) {
        EXPECT_NEAR(buffers.activations.tag_logits.row(row)[i], expected.tag_logits.row(row)[i],
                    0.02F);
      }
    }
    const std::vector<std::int32_t> heads = {1, -1, 1, 4, -1, 4};
    network.score_labels(weights, heads, expected, nullptr);
    inference.score_labels(heads, buffers);
    for (std::size_t i = 0; i < expected.label_logits.size(); ++i) {
      EXPECT_NEAR(buffers.activations.label_logits.data()[i], expected.label_logits.data()[i],
                  0.02F);
    }
  }
}

TEST_F(InferenceTest, IsTheSameToTheLastBitInAnyCompany) {
  std::vector<std::string> forms_met;
  for (int i = 0; i < 200; ++i) forms_met.push_back("word" + std::to_string(i * i % 61));
  const std::vector<std::string_view> words(forms_met.begin(), forms_met.end());
  Inference::Buffers together, apart;
  inference.encode(words, {0, 50, 57, 130, 200}, together);
  const std::vector<float> company = scores(together, 50, 57);
  inference.encode({&words[50], 7}, {0, 7}, apart);
  EXPECT_EQ(scores(apart, 0, 7), company);
  inference.encode({&words[50], 7}, {0, 7}, together);
  EXPECT_EQ(scores(together, 0, 7), company);
}

}  // namespace
}  // namespace entente

#include "coding/confidence.h"

#include <gtest/gtest.h>

#include "entente/error.h"

namespace entente {
namespace {

TEST(Confidence, WeightsAreData) {
  const auto lexicon = Lexicon::of_text(
      "@weight base = 1.5\n@weight recalled = -3\n@weight no_recipient = -1\n", "weights.txt");
  Evidence sure;
  sure.has_actor = sure.has_recipient = true;
  sure.actor = sure.recipient = How::name;
  EXPECT_DOUBLE_EQ(confidence(sure, lexicon), 0.818);
  auto recalled = sure;
  recalled.parties_recalled = true;
  EXPECT_DOUBLE_EQ(confidence(recalled, lexicon), 0.182);
  auto alone = sure;
  alone.has_recipient = false;
  EXPECT_LT(confidence(alone, lexicon), confidence(sure, lexicon));
}

TEST(Confidence, GuessedPartiesCountMoreThanNames) {
  const auto lexicon = Lexicon::of_text("@weight actor_doubt = -1\n", "weights.txt");
  Evidence named, guessed;
  named.has_actor = guessed.has_actor = true;
  named.actor = How::name;
  guessed.actor = How::context;
  EXPECT_GT(confidence(named, lexicon), confidence(guessed, lexicon));
}

TEST(Confidence, WeightsMustBeNumbers) {
  EXPECT_THROW((void)Lexicon::of_text("@weight base = much\n", "weights.txt"), Error);
  EXPECT_THROW((void)Lexicon::of_text("@wait base = 1\n", "weights.txt"), Error);
}

}  // namespace
}  // namespace entente

// Edit scripts: made, written, read and applied.
#include "language/lemma.h"

#include <gtest/gtest.h>

#include "entente/error.h"

namespace entente {
namespace {

std::string round_trip(const char* form, const char* lemma) {
  const EditScript script = EditScript::between(form, lemma);
  const EditScript read(script.describe());
  EXPECT_EQ(read, script);
  std::string out;
  read.apply(form, out);
  return out;
}

TEST(EditScript, MakesTheLemmaItWasMadeFor) {
  for (const auto& [form, lemma] : {std::pair{"Denied", "deny"},
                                    {"went", "go"},
                                    {"Bushes", "Bush"},
                                    {"LONDON", "London"},
                                    {"n't", "not"},
                                    {"größere", "groß"},
                                    {"gesagt", "sagen"},
                                    {"UN", "UN"},
                                    {"a;b", "a;+b"}}) {
    EXPECT_EQ(round_trip(form, lemma), lemma);
  }
}

TEST(EditScript, IsSharedByWordsThatInflectAlike) {
  const EditScript script = EditScript::between("denied", "deny");
  EXPECT_EQ(script, EditScript::between("Replied", "reply"));
  std::string out;
  script.apply("Allied", out);
  EXPECT_EQ(out, "ally");
  script.apply("as", out);
  EXPECT_EQ(out, "as");  // too short for the cut
}

TEST(EditScript, RefusesOtherText) {
  for (const char* text : {"", "L", "L;1+", "Q;0+;0+", "L;x+;0+", "L;0;0+"}) {
    EXPECT_THROW(EditScript{text}, Error) << text;
  }
}

TEST(EditScript, TellsWhetherItMakesTheBeginning) {
  EXPECT_TRUE(EditScript::between("went", "go").makes_beginning());
  EXPECT_TRUE(EditScript::between("ould", "would").makes_beginning());
  EXPECT_FALSE(EditScript::between("Bombed", "bomb").makes_beginning());
  EXPECT_FALSE(EditScript::between("gesperrt", "sperren").makes_beginning());
}

}  // namespace
}  // namespace entente

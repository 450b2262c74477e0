// Persons of the shipped data as news calls them after the first mention: surnames with particles
// and apostrophes, short surnames that many bear, titles beside them, the day an office changes.
#include <gtest/gtest.h>

#include "world/test_support.h"
#include "world/world.h"

namespace entente {
namespace {

using testing::TestSentence;

class PeopleDataTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    world_ = new World({std::string(ENTENTE_SOURCE_DIR) + "/data"}, "english", "");
  }
  static void TearDownTestSuite() { delete world_; }

  struct Case {
    const char* text;
    const char* day;
    const char* name;
    const char* code;
  };

  // The person found in a text: who it is, the code, and whether that is certain.
  static ActorMention person(const Case& one) {
    const TestSentence sentence(one.text);
    for (const ActorMention& mention : world_->actors(sentence.get(), {*parse_date(one.day), ""})) {
      if (mention.kind == ActorKind::person) return mention;
    }
    return {};
  }

  static void check(std::span<const Case> cases) {
    for (const Case& one : cases) {
      const ActorMention found = person(one);
      EXPECT_EQ(found.name, one.name) << one.text;
      EXPECT_EQ(found.codes.empty() ? "" : found.codes.front(), one.code) << one.text;
      EXPECT_TRUE(found.certain) << one.text;
    }
  }

  static World* world_;
};

World* PeopleDataTest::world_ = nullptr;

TEST_F(PeopleDataTest, SurnamesWithParticlesAndApostrophes) {
  static constexpr Case cases[] = {
      {"Prime Minister D'Alema said", "1999-04-01", "Massimo D'Alema", "ITA:GOV"},
      {"Prime Minister D\u2019Alema said", "1999-04-01", "Massimo D'Alema", "ITA:GOV"},
      {"President al-Assad said", "2013-08-21", "Bashar al-Assad", "SYR:GOV"},
      {"President Al-Assad said", "2013-08-21", "Bashar al-Assad", "SYR:GOV"},
      {"President el-Assad said", "2013-08-21", "Bashar al-Assad", "SYR:GOV"},
      {"President Van der Bellen said", "2019-05-20", "Alexander Van der Bellen", "AUT:GOV"},
      {"President van der Bellen said", "2019-05-20", "Alexander Van der Bellen", "AUT:GOV"},
      {"Crown Prince bin Salman said", "2019-05-20", "Mohammed bin Salman", "SAU:GOV"},
      {"the Saudi crown prince bin Salman said", "2019-05-20", "Mohammed bin Salman", "SAU:GOV"},
      {"UN Secretary-General Ban said", "2012-05-20", "Ban Ki-moon", "un"},
      {"Secretary General Ban said", "2012-05-20", "Ban Ki-moon", "un"},
      {"President de Klerk said", "1992-03-17", "F.W. de Klerk", "ZAF:GOV"},
      {"President da Silva said", "2005-03-17", "Luiz Inacio Lula da Silva", "BRA:GOV"},
      {"President von der Leyen said", "2021-03-17", "Ursula von der Leyen", "eu"},
      {"Prime Minister de Villepin said", "2006-03-17", "Dominique de Villepin", "FRA:GOV"},
  };
  check(cases);
}

TEST_F(PeopleDataTest, ShortSurnamesWithTheirTitle) {
  static constexpr Case cases[] = {
      {"North Korean leader Kim said", "2018-06-12", "Kim Jong-un", "PRK:GOV"},
      {"North Korea 's leader Kim said", "2018-06-12", "Kim Jong-un", "PRK:GOV"},
      {"South Korean President Kim said", "2000-06-13", "Kim Dae-jung", "KOR:GOV"},
      {"South Korean President Lee said", "2010-06-13", "Lee Myung-bak", "KOR:GOV"},
      {"South Korean President Park said", "2014-06-13", "Park Geun-hye", "KOR:GOV"},
      {"South Korean President Moon said", "2018-06-13", "Moon Jae-in", "KOR:GOV"},
      {"Taiwan 's President Chen said", "2004-06-13", "Chen Shui-bian", "TWN:GOV"},
      {"Taiwanese President Tsai said", "2018-06-13", "Tsai Ing-wen", "TWN:GOV"},
      {"Singapore 's Prime Minister Lee said", "2010-06-13", "Lee Hsien Loong", "SGP:GOV"},
      {"Chinese President Xi said", "2018-06-13", "Xi Jinping", "CHN:GOV"},
      {"Chinese Premier Li said", "2018-06-13", "Li Keqiang", "CHN:GOV"},
      {"Chinese Foreign Minister Wang said", "2018-06-13", "Wang Yi", "CHN:GOV"},
      {"Chief Executive Lam said", "2019-07-13", "Carrie Lam", "HKG:GOV"},
      {"Chief Executive Carrie Lam said", "2019-07-13", "Carrie Lam", "HKG:GOV"},
  };
  check(cases);
}

// On the day of a handover both are still, or already, what the title says.
TEST_F(PeopleDataTest, TheDayAnOfficeChanges) {
  static constexpr Case cases[] = {
      {"President Barack Obama said", "2017-01-20", "Barack Obama", "USA:GOV"},
      {"President Obama said", "2017-01-20", "Barack Obama", "USA:GOV"},
      {"President Trump said", "2017-01-20", "Donald Trump", "USA:GOV"},
      {"President Putin said", "2012-05-07", "Vladimir Putin", "RUS:GOV"},
      {"Prime Minister Putin said", "2012-05-07", "Vladimir Putin", "RUS:GOV"},
      {"President Medvedev said", "2012-05-07", "Dmitry Medvedev", "RUS:GOV"},
      {"Prime Minister Cameron said", "2016-07-13", "David Cameron", "GBR:GOV"},
      {"Prime Minister Theresa May said", "2016-07-13", "Theresa May", "GBR:GOV"},
      {"President Sarkozy said", "2012-05-15", "Nicolas Sarkozy", "FRA:GOV"},
  };
  check(cases);
}

}  // namespace
}  // namespace entente

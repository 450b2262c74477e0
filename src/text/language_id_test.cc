// Languages are told where there is enough to tell them by.
#include "text/language_id.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

const std::string english =
    "The council of Arland met on Tuesday to hear what the fishermen of the northern bay had to "
    "say. "
    "Most of them want the harbour to stay open through the winter.\n";
const std::string french =
    "Le conseil d'Arlande s'est réuni mardi pour entendre les pêcheurs de la baie du nord. La "
    "plupart "
    "d'entre eux veulent que le port reste ouvert pendant tout l'hiver.\n";

Document text(std::string content) {
  Document document;
  document.text = std::move(content);
  return document;
}

TEST(LanguageId, LanguagesOfSeveralScripts) {
  EXPECT_EQ(identify_language(text(english)), "en");
  EXPECT_EQ(identify_language(text(french)), "fr");
  EXPECT_EQ(
      identify_language(text("Der Rat von Arland trat am Dienstag zusammen, um die Fischer der "
                             "nördlichen Bucht anzuhören. Die meisten von ihnen wollen, dass "
                             "der Hafen im Winter geöffnet bleibt.")),
      "de");
  EXPECT_EQ(
      identify_language(text("Совет собрался во вторник, чтобы выслушать рыбаков северной "
                             "бухты. Большинство из них хочет, чтобы порт был открыт и зимой.")),
      "ru");
  EXPECT_EQ(identify_language(text("اجتمع المجلس يوم الثلاثاء للاستماع إلى الصيادين في الخليج "
                                   "الشمالي. يريد معظمهم أن يبقى الميناء مفتوحا طوال الشتاء.")),
            "ar");
}

TEST(LanguageId, NothingIsSaidOfShortTexts) {
  for (const char* few : {"", "  \n", "Oui.", "Le conseil d'Arlande", "12 345 – 67", "!!! ???"}) {
    EXPECT_EQ(identify_language(text(few)), "") << few;
  }
}

TEST(LanguageId, ATextOfTwoLanguagesIsInTheOneThatPrevails) {
  EXPECT_EQ(identify_language(text(french + french + french + french + english)), "fr");
  EXPECT_EQ(identify_language(text(english + english + english + english + french)), "en");
  EXPECT_EQ(identify_language(text(english + french)), "");
}

TEST(LanguageId, NoticesDoNotCount) {
  Document page = text(french + english + english + english + english);
  const auto begin = static_cast<std::uint32_t>(french.size());
  const auto end = static_cast<std::uint32_t>(page.text.size());
  page.segments = {{{0, begin}, SegmentKind::body, "", ""},
                   {{begin, end}, SegmentKind::furniture, "", ""}};
  EXPECT_EQ(identify_language(page), "fr");
  page = text(french + french + english + english + english + english);
  page.segments = {{{0, 2 * begin}, SegmentKind::body, "", ""},
                   {{2 * begin, end + begin}, SegmentKind::furniture, "", ""}};
  EXPECT_EQ(identify_language(page), "fr");
}

TEST(LanguageId, TheHeadlineOfAShortTextCounts) {
  Document page = text(french);
  page.segments = {{{0, 90}, SegmentKind::title, "", ""},
                   {{91, static_cast<std::uint32_t>(french.size())}, SegmentKind::body, "", ""}};
  EXPECT_EQ(identify_language(page), "fr");
}

TEST(LanguageId, LongTextsAreCutOnWholeCharacters) {
  std::string long_text;
  while (long_text.size() < 100000) long_text += french;
  EXPECT_EQ(identify_language(text(long_text)), "fr");
  std::string letters;
  while (letters.size() < 40000) letters += "é";
  EXPECT_EQ(identify_language(text(letters)), "");
}

TEST(LanguageId, NamesAndCodes) {
  EXPECT_EQ(language_code("english"), "en");
  EXPECT_EQ(language_code("en"), "en");
  EXPECT_EQ(language_code("en-GB"), "en");
  EXPECT_EQ(language_code("no such"), "");
  EXPECT_EQ(language_code(""), "");
  EXPECT_EQ(language_name("fr"), "French");
  EXPECT_EQ(language_name("xx"), "xx");
}

}  // namespace
}  // namespace entente

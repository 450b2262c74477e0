// Heads of comments and the dates in them.
#include "text/plain/heads.h"

#include <gtest/gtest.h>

#include "entente/error.h"
#include "text/segments.h"

namespace entente {
namespace {

const FurnitureLexicon& shipped() {
  static const FurnitureLexicon lexicon = FurnitureLexicon::load(
      std::vector<std::string>{std::string(ENTENTE_SOURCE_DIR) + "/data"}, "english");
  return lexicon;
}

std::string author(std::string_view line) {
  const auto head = shipped().heads().read(line, shipped().pages());
  return head ? head->author : "";
}
std::string day(std::string_view line) {
  const auto head = shipped().heads().read(line, shipped().pages());
  return head ? head->published : "none";
}

TEST(CommentHeads, NamesAndDays) {
  EXPECT_EQ(author("by river_otter on"), "river_otter");
  EXPECT_EQ(author("Posted by Nila Hald on March 3, 2031 at 4:05 pm"), "Nila Hald");
  EXPECT_EQ(day("Posted by Nila Hald on March 3, 2031 at 4:05 pm"), "2031-03-03");
  EXPECT_EQ(author("Nila Hald says: 3 March 2031 at 16:05"), "Nila Hald");
  EXPECT_EQ(day("Nila Hald • 3 March 2031"), "2031-03-03");
  EXPECT_EQ(author("Nila Hald • 3 March 2031"), "Nila Hald");
  EXPECT_EQ(author("otter77 12 hours ago"), "otter77");
  EXPECT_EQ(day("otter77 12 hours ago"), "");
}

TEST(CommentHeads, SentencesAndTablesAreNone) {
  for (const char* line :
       {"The campaign says the average gift was 27 crowns.", "He said:", "Arland 3",
        "Arland 3 Bergia 2",
        "The talks on March 3, 2031 ended without a result, officials said on Friday", "by",
        "on March 3, 2031", "", "–"}) {
    EXPECT_EQ(author(line), "") << line;
  }
}

TEST(CommentHeads, APatternNeedsAName) {
  CommentHeads heads;
  EXPECT_THROW(heads.add("posted on {when}\n", "test"), Error);
  heads.add("# words\n\nvon {name} am {when?}\n", "test");
  EXPECT_TRUE(heads.read("Von Nila am", nullptr).has_value());
  EXPECT_FALSE(heads.read("Von Nila", nullptr).has_value());
}

TEST(CaptionMarks, PicturesAndSources) {
  const CaptionMarks& marks = shipped().captions();
  EXPECT_TRUE(marks.names_picture("Photo: Nila Hald"));
  EXPECT_TRUE(marks.names_picture("The harbour in spring. (Photo by Nila Hald)"));
  EXPECT_FALSE(marks.names_picture("The photo shows that the army was there"));
  EXPECT_TRUE(marks.ends_with_credit("The harbour in spring — Nila Hald/Reuters"));
  EXPECT_TRUE(marks.ends_with_credit("AP Photo/Nila Hald"));
  EXPECT_TRUE(marks.ends_with_credit("Getty Images"));
  EXPECT_FALSE(marks.ends_with_credit("The ministers told Reuters that the talks would go on"));
  EXPECT_FALSE(marks.ends_with_credit("The treaty/agreement of 2031"));
  CaptionMarks none;
  EXPECT_THROW(none.add("photo\n", "test"), Error);
}

}  // namespace
}  // namespace entente

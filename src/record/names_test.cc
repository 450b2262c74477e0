// Names of kinds, types, tags and relations, and back.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "entente/document.h"
#include "entente/item.h"
#include "entente/sentence.h"

namespace entente {
namespace {

TEST(ItemNames, EveryTypeComesBackFromItsName) {
  std::set<std::string> names;
  for (int i = 0; i <= static_cast<int>(ItemType::presence); ++i) {
    const auto type = static_cast<ItemType>(i);
    names.insert(name_of(type));
    ASSERT_TRUE(item_type(name_of(type)).has_value());
    EXPECT_EQ(*item_type(name_of(type)), type);
  }
  EXPECT_EQ(names.size(), 23U);
  EXPECT_FALSE(item_type("assault"));
  EXPECT_FALSE(item_type(""));
}

TEST(ItemNames, KindsOfTypes) {
  EXPECT_EQ(kind_of(ItemType::assault), ItemKind::event);
  EXPECT_EQ(kind_of(ItemType::ally), ItemKind::relation);
  EXPECT_STREQ(name_of(ItemType::assault), "ASSAULT");
  EXPECT_STREQ(name_of(ItemType::retreat), "RETREAT");
  EXPECT_STREQ(name_of(ItemType::presence), "presence");
  EXPECT_STREQ(name_of(ItemKind::relation), "relation");
}

TEST(ItemNames, Statuses) {
  for (const Status status :
       {Status::actual, Status::future, Status::hypothetical, Status::negated}) {
    EXPECT_EQ(item_status(name_of(status)), status);
  }
  EXPECT_FALSE(item_status("Actual"));
}

TEST(ItemNames, MutualTypes) {
  EXPECT_TRUE(is_mutual(ItemType::consult));
  EXPECT_TRUE(is_mutual(ItemType::opposes));
  EXPECT_FALSE(is_mutual(ItemType::assault));
  EXPECT_FALSE(is_mutual(ItemType::backs));
}

TEST(SegmentNames, AreThoseOfTheFormat) {
  EXPECT_STREQ(name_of(SegmentKind::body), "body");
  EXPECT_STREQ(name_of(SegmentKind::furniture), "furniture");
}

TEST(TagNames, EveryTagComesBackFromItsName) {
  for (int i = 0; i <= static_cast<int>(Upos::verb); ++i) {
    EXPECT_EQ(upos_of(name_of(static_cast<Upos>(i))), static_cast<Upos>(i));
  }
  EXPECT_EQ(upos_of("PROPN"), Upos::propn);
  EXPECT_EQ(upos_of("nonsense"), Upos::x);
}

TEST(RelationNames, EveryRelationComesBackFromItsName) {
  for (int i = 0; i <= static_cast<int>(Rel::punct); ++i) {
    Word word;
    set_deprel(word, name_of(static_cast<Rel>(i)));
    EXPECT_EQ(word.rel, static_cast<Rel>(i));
    EXPECT_EQ(word.subrel, SubRel::none);
  }
  EXPECT_STREQ(name_of(Rel::case_), "case");
}

TEST(RelationNames, SubtypesAreSplitOff) {
  Word word;
  set_deprel(word, "nsubj:pass");
  EXPECT_EQ(word.rel, Rel::nsubj);
  EXPECT_EQ(word.subrel, SubRel::pass);
  EXPECT_EQ(word.deprel, "nsubj:pass");
  set_deprel(word, "obl:unmarked");
  EXPECT_EQ(word.rel, Rel::obl);
  EXPECT_EQ(word.subrel, SubRel::other);
  set_deprel(word, "made-up");
  EXPECT_EQ(word.rel, Rel::dep);
}

TEST(Features, AreMatchedWhole) {
  Word word;
  word.feats = "Mood=Ind|Number=Sing|Tense=Past";
  EXPECT_TRUE(has_feature(word, "Mood=Ind"));
  EXPECT_TRUE(has_feature(word, "Tense=Past"));
  EXPECT_FALSE(has_feature(word, "Tense=Pas"));
  EXPECT_FALSE(has_feature(word, "ense=Past"));
  word.feats = "";
  EXPECT_FALSE(has_feature(word, "Tense=Past"));
}

}  // namespace
}  // namespace entente

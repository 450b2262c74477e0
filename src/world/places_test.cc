// Places: names found, and which of several is meant.
#include <gtest/gtest.h>

#include "entente/error.h"
#include "world/test_support.h"
#include "world/world.h"

namespace entente {
namespace {

using testing::DataFolder;
using testing::TestSentence;

constexpr char kPlaces[] = R"(
@kind country
Gondor | 40 | 10 | GON | 1 | 5000000 | GO
Rohan | 50 | 10 | ROH | 2 | 2000000 | RO
@kind region
Ithilien; Ith. | 41 | 11 | GON | 3 | 100000
Folde | 50.7 | 10.7 | ROH | | 9000
Green County | 44 | 14 | GON | 20 | 100 | GO.01
Green County | 44.5 | 14.5 | GON | 21 | 5000 |
@kind sea
Bay of Belfalas; the Bay | 35 | 8 | | | 1000
@kind none
Gondor Times | 0 | 0
)";

// GeoNames' columns: id, name, ascii, alternates, lat, lon, class, feature, country, cc2, admin1 ..
// 4, population, elevation, dem, timezone, date
std::string city(const std::string& id, const std::string& name, const std::string& others,
                 const std::string& point, const std::string& country, const std::string& region,
                 const std::string& population) {
  return id + "\t" + name + "\t" + name + "\t" + others + "\t" + point + "\tP\tPPL\t" + country +
         "\t\t" + region + "\t\t\t\t" + population + "\t\t10\tMiddle/Earth\t2010-01-01\n";
}

class PlacesTest : public ::testing::Test {
 protected:
  PlacesTest() {
    folder_
        .write("english/agents/naming.txt",
               "@place-nouns\nprovince\n@titles\nmr\n@street-nouns\nstreet\n"
               "@counties\ncounty\n@institutions\npolice\n@directions\nnorth\n@locatives\nnear\n")
        .write("actors/states.txt",
               "@kind state\nGondor; G.D. | GON | Gondorian | Gondorians | |\nRohan | ROH | | | |\n"
               "@kind person\nTheo Edoras | GON:GOV | 2000 | | king\n")
        .write("places/all.txt", kPlaces)
        .write("geo/admin1Codes.txt", "GO.01\tLebennin\tLebennin\t77\nRO.01\tFolde\tFolde\t78\n")
        .write("geo/cities.txt",
               city("10", "Osgiliath", "Osgilia", "40.1\t10.1", "GO", "01", "200000") +
                   city("11", "Osgiliath", "", "52\t12", "RO", "", "500000") +
                   city("12", "Pelargir", "", "39\t9", "GO", "01", "90000") +
                   city("13", "Edoras", "", "50\t10", "RO", "", "40000") +
                   city("14", "Aldburg", "", "51.5\t11.5", "RO", "01", "40000") +
                   city("15", "Tharbad", "", "39.9\t10", "GO", "", "30000") +
                   city("16", "Tharbad", "", "80\t90", "RO", "", "50000"));
    world_ = std::make_unique<World>(std::vector<std::string>{folder_.path()}, "english",
                                     folder_.path() + "/geo/cities.txt");
  }

  std::vector<PlaceMention> find(std::string_view text) const {
    const TestSentence sentence(text);
    std::vector<std::uint32_t> sentence_of;
    std::vector<PlaceMention> found =
        world_->places(std::span(&sentence.get(), 1), {*parse_date("2010"), ""}, sentence_of);
    EXPECT_EQ(found.size(), sentence_of.size());
    return found;
  }

  DataFolder folder_;
  std::unique_ptr<World> world_;
};

TEST_F(PlacesTest, ThePopulousWithoutContext) {
  const std::vector<PlaceMention> found = find("a bomb in Osgiliath");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].geonames, 11U);
  EXPECT_EQ(found[0].country, "ROH");
  EXPECT_EQ(found[0].kind, "city");
  EXPECT_NEAR(found[0].latitude, 52, 1e-4);
}

TEST_F(PlacesTest, TheCountryNamedDecides) {
  EXPECT_EQ(find("a bomb in Osgiliath , Gondor")[0].geonames, 10U);
  const std::vector<PlaceMention> found = find("Gondorian police in Osgiliath");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0].aside);
  EXPECT_EQ(found[0].geonames, 1U);
  EXPECT_FALSE(found[1].aside);
  EXPECT_EQ(found[1].geonames, 10U);
}

TEST_F(PlacesTest, AnInstitutionOfAPlaceIsNamedByIt) {
  const std::vector<PlaceMention> found = find("then Aldburg Police Department spoke");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].aside);
  EXPECT_EQ(found[0].geonames, 14U);
  EXPECT_TRUE(find("then Aldburg Sparrow spoke").empty());
  ASSERT_EQ(find("a house in North Aldburg today").size(), 1U);
}

TEST_F(PlacesTest, WhatIsNotListedLiesWhereTheDocumentPlays) {
  TestSentence sentence("the crash on Pelargir Street in Harlond County near Emyn , Lebennin");
  for (Word& word : sentence.edit().words) {
    if (word.form.front() >= 'A' && word.form.front() <= 'Z') word.upos = Upos::propn;
  }
  std::vector<std::uint32_t> sentence_of;
  const std::vector<PlaceMention> found =
      world_->places(std::span(&sentence.get(), 1), {}, sentence_of);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].kind, "street");
  EXPECT_TRUE(found[0].aside && found[0].estimated);
  EXPECT_EQ(found[1].kind, "county");
  EXPECT_EQ(found[1].country, "GON");
  EXPECT_EQ(found[2].name, "Emyn");
  EXPECT_EQ(found[2].kind, "locality");
  EXPECT_NEAR(found[2].latitude, 39.55, 0.01);
  EXPECT_EQ(found[3].kind, "region");
}

TEST_F(PlacesTest, PlacesNearbyDecide) {
  EXPECT_EQ(find("on the road from Pelargir to Osgiliath")[1].geonames, 10U);
  EXPECT_EQ(find("on the road from Aldburg to Osgiliath")[1].geonames, 11U);
}

TEST_F(PlacesTest, ANameMeansTheSameThroughoutADocument) {
  const TestSentence first("a bomb in Osgiliath"), second("he left Osgiliath , Lebennin");
  const std::vector<Sentence> document{first.get(), second.get()};
  std::vector<std::uint32_t> sentence_of;
  const std::vector<PlaceMention> found = world_->places(document, {}, sentence_of);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].geonames, 10U);
  EXPECT_EQ(found[1].geonames, 10U);
}

// Every other name of a document may speak for a place, also by what it may only perhaps mean.
TEST_F(PlacesTest, NamesThatAllMayMeanPlacesCloseByMeanThem) {
  const std::vector<PlaceMention> found = find("from Osgiliath to Pelargir and Tharbad");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].geonames, 10U);
  EXPECT_EQ(found[2].geonames, 15U);
}

TEST_F(PlacesTest, TheRegionDecides) {
  const std::vector<PlaceMention> found = find("in Osgiliath , Lebennin");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].geonames, 10U);
  EXPECT_EQ(found[1].kind, "region");
  EXPECT_NEAR(found[1].latitude, 39.55, 0.01);  // the middle of its towns
}

TEST_F(PlacesTest, APlaceOfTheDataMayNameItsRegion) {
  EXPECT_EQ(find("in Green County they wait")[0].geonames, 21U);
  EXPECT_EQ(find("in Green County , Lebennin")[0].geonames, 20U);
}

TEST_F(PlacesTest, ARegionOfTheDataIsTheOneOfGeoNames) {
  const std::vector<PlaceMention> found = find("in Aldburg , Folde");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].geonames, 78U);
  EXPECT_NEAR(found[1].latitude, 50.7, 0.01);  // as listed, not the middle of its towns
}

TEST_F(PlacesTest, CuratedPlacesAndCountries) {
  EXPECT_EQ(find("ships in the Bay of Belfalas")[0].name, "Bay of Belfalas");
  EXPECT_EQ(find("troops entered G.D. today")[0].geonames, 1U);
  EXPECT_EQ(find("in Ith. they wait")[0].geonames, 3U);
  EXPECT_TRUE(find("in Ith they wait").empty());
}

TEST_F(PlacesTest, TheNounBelongsToTheName) {
  const std::vector<PlaceMention> found = find("in Ithilien Province today");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].name, "Ithilien Province");
}

TEST_F(PlacesTest, PartsOfOtherNamesAreNoPlaces) {
  EXPECT_TRUE(find("then Samuel Aldburg spoke").empty());
  EXPECT_TRUE(find("then Mr Aldburg spoke").empty());
  EXPECT_TRUE(find("the Gondor Times wrote").empty());
  EXPECT_TRUE(find("then Theo Edoras spoke").empty());
  EXPECT_TRUE(find("the aldburg of old").empty());
}

TEST_F(PlacesTest, AFileThatIsNoGazetteerIsRefused) {
  folder_.write("geo/wrong.txt", "name,lat,lon\n");
  EXPECT_THROW(World({folder_.path()}, "english", folder_.path() + "/geo/wrong.txt"), Error);
}

TEST_F(PlacesTest, MistakesAreNamed) {
  folder_.write("places/bad.txt", "@kind region\nMordor | north | 20 | MOR\n");
  EXPECT_THROW(World({folder_.path()}, "english", ""), Error);
  folder_.write("places/bad.txt", "@kind region\nMordor | 95 | 20 | MOR\n");
  EXPECT_THROW(World({folder_.path()}, "english", ""), Error);
  folder_.write("places/bad.txt", "Mordor | 45 | 20 | MOR\n");
  EXPECT_THROW(World({folder_.path()}, "english", ""), Error);
}

}  // namespace
}  // namespace entente

// Sitemaps with and without news.
#include "text/containers/sitemap.h"

#include <gtest/gtest.h>

#include "text/containers/test_support.h"

namespace entente {
namespace {

using testing_support::collect;
using testing_support::Collected;

TEST(SitemapTest, HeadlinesWithWhatStandsBesideThem) {
  const Collected all = collect(
      read_sitemap,
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
      "xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\" "
      "xmlns:n=\"http://www.google.com/schemas/sitemap-news/0.9\"><url>"
      "<loc> http://daily.example/1 </loc><n:news><n:publication><n:name>Gondor Daily</n:name>"
      "<n:language>en</n:language></n:publication><n:publication_date>2031-05-14T08:00+01:00"
      "</n:publication_date><n:title>Arnor &amp; Gondor meet</n:title></n:news>"
      "<image:image><image:loc>http://daily.example/p.jpg</image:loc>"
      "<image:title>Picture</image:title></image:image></url>"
      "<url><loc>http://daily.example/about</loc></url></urlset>");
  ASSERT_EQ(all.payloads.size(), 1U);
  EXPECT_TRUE(all.errors.empty());
  const Payload& entry = all.payloads[0];
  EXPECT_EQ(entry.bytes, "Arnor & Gondor meet");
  EXPECT_EQ(entry.entry, "http://daily.example/1");
  EXPECT_EQ(entry.origin.url, "http://daily.example/1");
  EXPECT_EQ(entry.origin.publisher, "Gondor Daily");
  EXPECT_EQ(entry.origin.published, "2031-05-14");
  EXPECT_EQ(entry.origin.language, "en");
}

TEST(SitemapTest, WithoutNewsItIsReported) {
  const Collected plain =
      collect(read_sitemap, "<urlset><url><loc>http://x.example/</loc></url></urlset>");
  ASSERT_EQ(plain.errors.size(), 1U);
  const Collected index =
      collect(read_sitemap,
              "<sitemapindex><sitemap><loc>http://x.example/s</loc></sitemap></sitemapindex>");
  ASSERT_EQ(index.errors.size(), 1U);
  EXPECT_NE(std::string(index.errors[0].what()).find("index"), std::string::npos);
}

}  // namespace
}  // namespace entente

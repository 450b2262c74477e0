// The items of a document do not depend on the number of threads, nor on what was coded before.
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "base/pool.h"
#include "properties/corpus.h"
#include "record/item_json.h"

namespace entente {
namespace {

std::string lines_of(const std::vector<Item>& items) {
  std::string lines;
  for (const Item& item : items) append_item_json(lines, item);
  return lines;
}

std::string coded_with(std::size_t threads) {
  OrderedPool pool(threads);
  std::vector<Engine::ScratchPtr> scratches;
  for (std::size_t i = 0; i < pool.threads(); ++i) {
    scratches.push_back(shipped().engine.make_scratch());
  }
  std::string out;
  for (const Document& document : shipped().documents) {
    const auto lines = std::make_shared<std::string>();
    pool.submit(
        [&, lines](std::size_t worker) {
          *lines = lines_of(shipped().engine.code(document, *scratches[worker]));
        },
        [&, lines] { out += *lines; });
  }
  pool.wait();
  return out;
}

TEST(Independence, OfTheNumberOfThreads) {
  const std::string one = coded_with(1);
  EXPECT_FALSE(one.empty());
  EXPECT_EQ(one, coded_with(2));
  EXPECT_EQ(one, coded_with(5));
}

TEST(Independence, OfTheDocumentsBefore) {
  const auto& documents = shipped().documents;
  std::vector<std::string> alone;
  for (const Document& document : documents) {
    const auto scratch = shipped().engine.make_scratch();
    alone.push_back(lines_of(shipped().engine.code(document, *scratch)));
  }
  const auto scratch = shipped().engine.make_scratch();
  for (std::size_t at = documents.size(); at-- > 0;) {
    EXPECT_EQ(alone[at], lines_of(shipped().engine.code(documents[at], *scratch)))
        << documents[at].id;
  }
}

TEST(Independence, OfTheEngineThatCodes) {
  const Engine second(Shipped::options());
  const auto scratch = shipped().engine.make_scratch();
  const auto other = second.make_scratch();
  for (std::size_t at = 0; at < 10; ++at) {
    const Document& document = shipped().documents.at(at);
    EXPECT_EQ(lines_of(shipped().engine.code(document, *scratch)),
              lines_of(second.code(document, *other)));
  }
}

}  // namespace
}  // namespace entente

// Golden items sorted by what the language does: features/<feature>.conllu holds sentences with
// their trees, features/<feature>.jsonl a line per sentence with the items that it must give. A
// line with "known_failure" says what would be right and why it does not come out yet; it must go
// on failing. ENTENTE_UPDATE_GOLDEN=1 writes the lines anew, the known failures apart.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "base/files.h"
#include "golden/feature_rooms.h"
#include "language/conllu.h"
#include "record/item_json.h"

namespace entente {
namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

const fs::path& folder() {
  static const fs::path path = fs::path(ENTENTE_SOURCE_DIR) / "tests" / "golden" / "features";
  return path;
}

/// One golden document: a "# newdoc id" of the file. "# published" gives its date, "# heading" says
/// that its sentences are headlines.
struct GoldenDocument {
  std::string id, conllu;
  std::string published = "2031-05-14";  // a Wednesday
  bool heading = false;
};

std::vector<GoldenDocument> documents_of(const std::string& feature) {
  std::vector<GoldenDocument> documents;
  std::istringstream in(read_file(folder() / (feature + ".conllu")));
  const auto value = [](const std::string& line) { return line.substr(line.find('=') + 2); };
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("# newdoc id = ")) documents.push_back({.id = value(line), .conllu = {}});
    if (documents.empty())
      throw std::runtime_error(feature + ".conllu begins with no \"# newdoc\"");
    auto& document = documents.back();
    if (line.starts_with("# published = ")) document.published = value(line);
    if (line.starts_with("# heading = ")) document.heading = true;
    document.conllu += line + "\n";
  }
  return documents;
}

/// The phrases that filled a field, as text: easier to read and to write than bytes.
void add_phrases(Json& spans, const char* field, const std::vector<Span>& phrases,
                 const std::string& text) {
  for (const Span& span : phrases) spans[field].push_back(text.substr(span.begin, span.size()));
}

/// The item as it stands in a golden line: without what a model or calibration may change.
Json golden_item(const Item& item, const std::string& text) {
  std::string written;
  append_item_json(written, item);
  Json json = Json::parse(written);
  for (const char* left_out : {"doc", "begin", "end", "places", "confidence", "sentence",
                               "sentence_begin", "sentence_end", "sent", "pattern", "name"}) {
    json.erase(left_out);
  }
  Json spans = Json::object();
  add_phrases(spans, "actor", item.spans.actor, text);
  add_phrases(spans, "recipient", item.spans.recipient, text);
  add_phrases(spans, "when", item.spans.when, text);
  add_phrases(spans, "where", item.spans.where, text);
  add_phrases(spans, "said_by", item.spans.said_by, text);
  add_phrases(spans, "denied_by", item.spans.denied_by, text);
  json["spans"] = spans;
  return json;
}

/// A line per sentence of the document.
void code_document(const GoldenDocument& golden, std::vector<Json>& lines) {
  const auto source = source_of(golden.conllu, golden.id);
  Conllu conllu = read_conllu(*source);
  Document& document = *conllu.analysis.document;
  document.id = golden.id;
  document.published = golden.published;
  for (Sentence& sentence : conllu.analysis.sentences) sentence.heading = golden.heading;
  const std::size_t first = lines.size();
  for (const Sentence& sentence : conllu.analysis.sentences) {
    lines.push_back({{"doc", golden.id},
                     {"sent", sentence.number},
                     {"text", document.text.substr(sentence.span.begin, sentence.span.size())},
                     {"items", Json::array()}});
  }
  for (const Item& item : feature_rooms().coder.code(conllu.analysis, false)) {
    lines.at(first + item.sentence_number)["items"].push_back(golden_item(item, document.text));
  }
}

std::string key_of(const Json& line) {
  return line["doc"].get<std::string>() + "/" + line["sent"].dump();
}

std::map<std::string, Json> wanted_lines(const std::string& feature) {
  std::map<std::string, Json> wanted;
  const fs::path path = folder() / (feature + ".jsonl");
  if (!fs::exists(path)) return wanted;
  std::istringstream in(read_file(path));
  for (std::string line; std::getline(in, line);) {
    const Json json = Json::parse(line);
    wanted.emplace(key_of(json), json);
  }
  return wanted;
}

/// What a known failure is compared by: the fields that a person annotates, the phrases only where
/// its line gives them. Order does not count.
std::vector<std::string> annotated(const Json& items, bool with_spans) {
  std::vector<std::string> written;
  for (Json item : items) {
    if (!with_spans) item.erase("spans");
    item.erase("cameo");
    item.erase("names");
    written.push_back(nlohmann::json(item).dump());
  }
  std::sort(written.begin(), written.end());
  return written;
}

bool comes_out(const Json& wanted, const Json& got) {
  const auto& items = wanted["items"];
  const bool with_spans =
      std::any_of(items.begin(), items.end(), [](const Json& i) { return i.contains("spans"); });
  return annotated(items, with_spans) == annotated(got["items"], with_spans);
}

std::string difference(const Json& wanted, const Json& got) {
  std::string text =
      wanted["doc"].get<std::string>() + ": " + wanted["text"].get<std::string>() + "\n";
  const auto list = [&](const Json& these, const Json& others, const char* mark) {
    for (const Json& item : these["items"]) {
      const bool also =
          std::find(others["items"].begin(), others["items"].end(), item) != others["items"].end();
      text += (also ? "    " : mark) + item.dump() + "\n";
    }
  };
  list(wanted, got, "  - ");
  list(got, wanted, "  + ");
  return text;
}

void compare(const Json& wanted, const Json& got) {
  EXPECT_EQ(wanted["text"], got["text"]) << "the sentence is another";
  if (!wanted.contains("known_failure")) {
    EXPECT_TRUE(wanted["items"] == got["items"]) << difference(wanted, got);
    return;
  }
  EXPECT_FALSE(comes_out(wanted, got))
      << key_of(wanted) << " comes out right now: take \"known_failure\" off its line\n"
      << difference(wanted, got);
}

void update(const std::string& feature, const std::map<std::string, Json>& wanted,
            const std::vector<Json>& coded) {
  std::ofstream out(folder() / (feature + ".jsonl"));
  for (const Json& line : coded) {
    const auto old = wanted.find(key_of(line));
    const bool keep = old != wanted.end() && old->second.contains("known_failure") &&
                      !comes_out(old->second, line);
    out << (keep ? old->second : line).dump() << "\n";
  }
}

class Features : public testing::TestWithParam<std::string> {};

TEST_P(Features, GiveTheirItems) {
  const std::string& feature = GetParam();
  std::vector<Json> coded;
  for (const GoldenDocument& document : documents_of(feature)) code_document(document, coded);
  const auto wanted = wanted_lines(feature);
  if (const char* asked = std::getenv("ENTENTE_UPDATE_GOLDEN"); asked != nullptr && *asked == '1') {
    update(feature, wanted, coded);
    return;
  }
  EXPECT_EQ(wanted.size(), coded.size()) << "sentences and lines do not match";
  for (const Json& line : coded) {
    const auto golden = wanted.find(key_of(line));
    if (golden == wanted.end()) {
      ADD_FAILURE() << "no line for " << key_of(line);
    } else {
      compare(golden->second, line);
    }
  }
}

std::vector<std::string> features() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder())) {
    if (entry.path().extension() == ".conllu") names.push_back(entry.path().stem());
  }
  std::sort(names.begin(), names.end());
  return names;
}

INSTANTIATE_TEST_SUITE_P(Golden, Features, testing::ValuesIn(features()),
                         [](const auto& feature) { return feature.param; });

}  // namespace
}  // namespace entente

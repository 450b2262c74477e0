// The documents that the properties are tried on: the examples, and damaged copies of them.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/files.h"
#include "coding/engine_impl.h"
#include "entente/engine.h"
#include "text/reader.h"
#include "text/segments.h"

namespace entente {

/// A folder under the system's temporary one that goes with the object.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "entente-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Bytes dropped, doubled, replaced, and now and then a stretch cut out or repeated. The same bytes
/// for the same seed on every machine: no distribution of the standard library is asked.
inline std::string damaged(const std::string& bytes, std::uint64_t seed, std::uint64_t one_in) {
  std::mt19937_64 random(seed);
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (random() % one_in != 0) {
      out += bytes[at];
      continue;
    }
    const std::size_t stretch = static_cast<std::size_t>(random() % 40);
    switch (random() % 5) {
      case 0:
        break;  // dropped
      case 1:
        out.append(2, bytes[at]);
        break;
      case 2:
        out += static_cast<char>(random() % 256);
        break;
      case 3:
        at += stretch;
        break;
      default:
        out += bytes.substr(at, stretch);
        out += bytes[at];
    }
  }
  return out;
}

inline std::vector<Document> read_folder(const std::string& folder) {
  ReadOptions options;
  options.published = "2013-03-20";
  const std::vector<std::string> data = {std::string(ENTENTE_SOURCE_DIR) + "/data"};
  options.furniture =
      std::make_shared<const FurnitureLexicon>(FurnitureLexicon::load(data, "english"));
  std::vector<Document> documents;
  ReadHandlers handlers;
  handlers.document = [&](Document&& document) { documents.push_back(std::move(document)); };
  handlers.error = [](const Error&) {};  // a damaged line of JSON Lines
  read_documents({folder}, options, handlers);
  return documents;
}

/// The examples as they are, then each file damaged lightly and heavily.
inline std::vector<Document> make_corpus() {
  const std::string examples = std::string(ENTENTE_SOURCE_DIR) + "/examples/hanish-2013";
  std::vector<Document> documents = read_folder(examples);
  const TemporaryFolder folder;
  std::vector<Error> errors;
  std::uint64_t seed = 20130312;
  for (const std::string& path : walk(examples, errors)) {
    const std::string bytes = read_file(path);
    const auto name = std::filesystem::path(path).filename();
    for (const std::uint64_t one_in : {400U, 60U, 12U}) {
      const auto copy = folder.path() / ("1-in-" + std::to_string(one_in) + "-" + name.string());
      std::ofstream(copy, std::ios::binary) << damaged(bytes, ++seed, one_in);
    }
  }
  for (Document& document : read_folder(folder.path().string())) {
    documents.push_back(std::move(document));
  }
  return documents;
}

/// The shipped engine and the corpus, made once per test program.
struct Shipped {
  Engine engine{options()};
  std::vector<Document> documents = make_corpus();

  static EngineOptions options() {
    EngineOptions options;
    options.data_dirs = {std::string(ENTENTE_SOURCE_DIR) + "/data"};
    options.model = std::string(ENTENTE_SOURCE_DIR) + "/models/english.entente";
    return options;
  }
};

inline const Shipped& shipped() {
  static const Shipped made;
  return made;
}

}  // namespace entente

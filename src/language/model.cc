// Reading and writing of model sections.
#include "language/model.h"

#include <algorithm>
#include <cstring>
#include <span>

#include "entente/error.h"
#include "language/half.h"

namespace entente {
namespace {

constexpr std::uint32_t format_version = 1;
constexpr std::uint32_t largest_size = 1U << 24;  ///< of any dimension; refuses nonsense

/// The fields of NetworkSizes in the order of the header.
template <typename Sizes, typename Visit>
void each_size(Sizes& sizes, Visit visit) {
  for (auto* field : {&sizes.forms, &sizes.affix_rows, &sizes.ngram_rows, &sizes.form_dim,
                      &sizes.affix_dim, &sizes.ngram_dim, &sizes.units, &sizes.layers,
                      &sizes.tag_layer, &sizes.arc_dim, &sizes.label_dim}) {
    visit(*field);
  }
  for (auto& count : sizes.tags) visit(count);
  visit(sizes.labels);
}

class Writer {
 public:
  template <typename T>
  void number(T value) {
    for (std::size_t i = 0; i < sizeof(T); ++i) {
      bytes_.push_back(static_cast<std::byte>(value >> (8 * i)));
    }
  }
  void text(std::string_view text) {
    number(static_cast<std::uint32_t>(text.size()));
    const auto view = std::as_bytes(std::span(text));
    bytes_.insert(bytes_.end(), view.begin(), view.end());
  }
  std::vector<std::byte> take() { return std::move(bytes_); }

 private:
  std::vector<std::byte> bytes_;
};

class Reader {
 public:
  Reader(const Archive& archive, std::string_view section)
      : bytes_(archive.section(section)), file_(archive.path()), section_(section) {}
  template <typename T>
  T number() {
    need(sizeof(T));
    T value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i) {
      value = static_cast<T>(value | static_cast<T>(static_cast<T>(bytes_[at_ + i]) << (8 * i)));
    }
    at_ += sizeof(T);
    return value;
  }
  std::string text() {
    const std::size_t size = number<std::uint32_t>();
    need(size);
    std::string out(size, '\0');
    if (size > 0) std::memcpy(out.data(), &bytes_[at_], size);
    at_ += size;
    return out;
  }
  void need(std::size_t size) const {
    if (bytes_.size() - at_ < size) fail("it is too short");
  }
  [[nodiscard]] std::size_t left() const { return bytes_.size() - at_; }
  void expect(std::size_t size) const {
    if (left() != size) fail("it has another size than the header says");
  }
  [[noreturn]] void fail(const std::string& why) const {
    throw Error(ErrorKind::corrupt, "section " + section_ + ": " + why, {file_, 0, 0});
  }

 private:
  std::span<const std::byte> bytes_;
  std::string file_, section_;
  std::size_t at_ = 0;
};

std::vector<std::byte> halves(const std::vector<float>& values) {
  Writer writer;
  for (const float value : values) writer.number(to_half(value));
  return writer.take();
}

std::vector<std::byte> numbers(const std::vector<std::uint64_t>& values) {
  Writer writer;
  for (const std::uint64_t value : values) writer.number(value);
  return writer.take();
}

std::vector<std::uint64_t> read_numbers(const Archive& archive, std::string_view section) {
  Reader reader(archive, section);
  std::vector<std::uint64_t> values(reader.left() / sizeof(std::uint64_t));
  for (std::uint64_t& value : values) value = reader.number<std::uint64_t>();
  reader.expect(0);
  return values;
}

std::vector<float> read_halves(const Archive& archive, std::string_view section,
                               std::size_t count) {
  Reader(archive, section).expect(2 * count);
  const std::span<const std::byte> bytes = archive.section(section);
  std::vector<float> values(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto low = static_cast<unsigned>(bytes[2 * i]);
    const auto high = static_cast<unsigned>(bytes[2 * i + 1]);
    values[i] = from_half(static_cast<std::uint16_t>(low | (high << 8)));
  }
  return values;
}

NetworkSizes read_header(const Archive& archive) {
  Reader reader(archive, "parser/header");
  const auto version = reader.number<std::uint32_t>();
  if (version != format_version) {
    throw Error(ErrorKind::version,
                "a parser of format " + std::to_string(version) + "; this program reads format " +
                    std::to_string(format_version),
                {archive.path(), 0, 0});
  }
  NetworkSizes sizes;
  each_size(sizes, [&](std::uint32_t& size) {
    size = reader.number<std::uint32_t>();
    if (size == 0 || size > largest_size) reader.fail("a dimension makes no sense");
  });
  reader.expect(0);
  constexpr std::uint32_t upos_tags = 17;
  if (sizes.tags[tag_upos] != upos_tags || sizes.layers > 64 || sizes.tag_layer > sizes.layers ||
      sizes.units > 8192) {
    reader.fail("a dimension makes no sense");
  }
  return sizes;
}

void read_strings(const Archive& archive, ParserModel& model) {
  Reader reader(archive, "parser/strings");
  const std::array<std::pair<std::vector<std::string>*, std::uint32_t>, 4> lists = {
      {{&model.xpos, model.sizes.tags[tag_xpos]},
       {&model.feats, model.sizes.tags[tag_feats]},
       {&model.scripts, model.sizes.tags[tag_script]},
       {&model.labels, model.sizes.labels}}};
  for (const auto& [list, size] : lists) {
    const auto count = reader.number<std::uint32_t>();
    const bool fits = list == &model.scripts ? count >= size : count == size;
    if (!fits) reader.fail("a list has another size than the header says");
    for (std::uint32_t i = 0; i < count; ++i) list->push_back(reader.text());
  }
  reader.expect(0);
}

void read_lexicon(const Archive& archive, ParserModel& model) {
  Reader reader(archive, "parser/lexicon");
  const std::size_t count = reader.number<std::uint32_t>();
  static_cast<void>(reader.number<std::uint32_t>());
  reader.expect(count * 12);
  for (std::size_t i = 0; i < count; ++i) {
    model.lexicon.keys.push_back(reader.number<std::uint64_t>());
  }
  for (std::size_t i = 0; i < count; ++i) {
    const auto script = reader.number<std::uint32_t>();
    if (script >= model.scripts.size()) reader.fail("a script that does not exist");
    model.lexicon.scripts.push_back(script);
  }
}

}  // namespace

Sections to_sections(const ParserModel& model) {
  Sections sections;
  Writer header, strings, lexicon;
  header.number(format_version);
  each_size(model.sizes, [&](std::uint32_t size) { header.number(size); });
  for (const auto* list : {&model.xpos, &model.feats, &model.scripts, &model.labels}) {
    strings.number(static_cast<std::uint32_t>(list->size()));
    for (const std::string& text : *list) strings.text(text);
  }
  lexicon.number(static_cast<std::uint32_t>(model.lexicon.keys.size()));
  lexicon.number(std::uint32_t{0});
  for (const std::uint64_t key : model.lexicon.keys) lexicon.number(key);
  for (const std::uint32_t script : model.lexicon.scripts) lexicon.number(script);
  sections.emplace_back("parser/header", header.take());
  sections.emplace_back("parser/strings", strings.take());
  sections.emplace_back("parser/forms", numbers(model.forms));
  sections.emplace_back("parser/lexicon", lexicon.take());
  sections.emplace_back("parser/lemmas", numbers(model.lemmas));
  sections.emplace_back("parser/dense", halves(model.weights.dense));
  sections.emplace_back("parser/form_table", halves(model.weights.forms));
  sections.emplace_back("parser/affix_table", halves(model.weights.affixes));
  sections.emplace_back("parser/ngram_table", halves(model.weights.ngrams));
  return sections;
}

ParserModel load_model(const Archive& archive) {
  ParserModel model;
  model.sizes = read_header(archive);
  const NetworkSizes& sizes = model.sizes;
  read_strings(archive, model);
  model.forms = read_numbers(archive, "parser/forms");
  if (model.forms.size() + 1 != sizes.forms) {
    Reader(archive, "parser/forms").fail("it has another size than the header says");
  }
  model.lemmas = read_numbers(archive, "parser/lemmas");
  read_lexicon(archive, model);
  const auto cells = [](std::uint32_t rows, std::uint32_t dim) {
    return static_cast<std::size_t>(rows) * dim;
  };
  Weights& weights = model.weights;
  weights.dense = read_halves(archive, "parser/dense", Network(sizes).dense_size());
  weights.forms = read_halves(archive, "parser/form_table", cells(sizes.forms, sizes.form_dim));
  weights.affixes =
      read_halves(archive, "parser/affix_table", cells(sizes.affix_rows, sizes.affix_dim));
  weights.ngrams =
      read_halves(archive, "parser/ngram_table", cells(sizes.ngram_rows, sizes.ngram_dim));
  return model;
}

}  // namespace entente

// The segmenter's section as bytes and back.
#include "text/segmenter_model.h"

#include <algorithm>
#include <cstring>

#include "entente/error.h"
#include "text/chunks.h"

namespace entente {
namespace {

constexpr std::size_t header_numbers = 8;
constexpr unsigned most_bits = 24;

using Header = std::array<std::uint64_t, header_numbers>;

constexpr std::size_t padded(std::size_t size) { return (size + 7) / 8 * 8; }

template <typename T>
void append(std::vector<std::byte>& bytes, std::span<const T> values) {
  if (values.empty()) return;
  const std::size_t before = bytes.size();
  bytes.resize(before + values.size_bytes());
  std::memcpy(bytes.data() + before, values.data(), values.size_bytes());
}

// Cuts views off the front of a section.
class Cutter {
 public:
  Cutter(std::span<const std::byte> bytes, const std::string& file) : bytes_(bytes), file_(file) {}

  template <typename T>
  std::span<const T> take(std::uint64_t count) {
    if (count > bytes_.size() / sizeof(T)) refuse();
    const auto size = static_cast<std::size_t>(count) * sizeof(T);
    const std::span<const T> view(reinterpret_cast<const T*>(bytes_.data()),
                                  static_cast<std::size_t>(count));
    bytes_ = bytes_.subspan(size);
    return view;
  }
  HashTable table(std::uint64_t count) {
    const auto entries = take<HashTable::Entry>(count);
    if (!std::is_sorted(entries.begin(), entries.end())) refuse();
    return HashTable(entries);
  }
  [[nodiscard]] std::size_t left() const { return bytes_.size(); }
  [[noreturn]] void refuse() const {
    throw Error(ErrorKind::corrupt, "section 'segmenter' is damaged", {file_});
  }

 private:
  std::span<const std::byte> bytes_;
  const std::string& file_;
};

}  // namespace

std::uint64_t HashTable::find(std::uint64_t hash) const {
  const auto at = std::lower_bound(entries_.begin(), entries_.end(), Entry{hash, 0});
  return at != entries_.end() && at->hash == hash ? at->value : 0;
}

std::uint64_t byte_hash(std::string_view bytes) {
  std::uint64_t hash = 0;
  for (const char byte : bytes) hash = mix(hash, static_cast<unsigned char>(byte));
  return hash;
}

SegmenterModel SegmenterModel::view(std::span<const std::byte> section, const std::string& file) {
  Cutter cutter(section, file);
  const auto header = cutter.take<std::uint64_t>(header_numbers);
  if (header[0] != version) {
    throw Error(ErrorKind::version, "section 'segmenter' is of another version", {file});
  }
  if (header[1] > most_bits || header[2] > most_bits) cutter.refuse();
  SegmenterModel model;
  model.token_bits = static_cast<unsigned>(header[1]);
  model.sentence_bits = static_cast<unsigned>(header[2]);
  model.words = cutter.table(header[3]);
  model.splits = cutter.table(header[4]);
  model.suffixes = cutter.table(header[5]);
  model.expansions = cutter.table(header[6]);
  if (header[7] % 8 != 0) cutter.refuse();
  model.strings = cutter.take<char>(header[7]);
  model.token_weights = cutter.take<float>(boundary_kinds << model.token_bits);
  model.sentence_weights = cutter.take<float>(std::uint64_t{1} << model.sentence_bits);
  if (cutter.left() != 0) cutter.refuse();
  return model;
}

std::vector<std::byte> SegmenterModel::bytes() const {
  const Header header = {version,
                         token_bits,
                         sentence_bits,
                         words.entries().size(),
                         splits.entries().size(),
                         suffixes.entries().size(),
                         expansions.entries().size(),
                         padded(strings.size())};
  std::vector<std::byte> bytes;
  append(bytes, std::span<const std::uint64_t>(header));
  for (const HashTable* table : {&words, &splits, &suffixes, &expansions}) {
    append(bytes, table->entries());
  }
  append(bytes, strings);
  bytes.resize(padded(bytes.size()));
  append(bytes, token_weights);
  append(bytes, sentence_weights);
  return bytes;
}

std::vector<std::string_view> SegmenterModel::expand(std::string_view token) const {
  const std::uint64_t place = expansions.find(byte_hash(token));
  if (place == 0 || place > strings.size()) return {};
  std::vector<std::string_view> parts;
  std::size_t at = place - 1;
  const auto count = static_cast<unsigned char>(strings[at++]);
  for (unsigned i = 0; i < count && at < strings.size(); ++i) {
    const auto size = static_cast<unsigned char>(strings[at++]);
    if (size > strings.size() - at) return {};
    parts.emplace_back(strings.data() + at, size);
    at += size;
  }
  return parts;
}

}  // namespace entente

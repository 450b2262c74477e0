// The container of model files. All numbers are little-endian.
//
//   bytes     what
//   0..7      magic "ENTENTE\0"
//   8..11     version of this layout (u32)
//   12..15    number of sections (u32)
//   16..23    size of the file in bytes (u64)
//   24..31    checksum of the whole file, these eight bytes taken as zero (u64)
//   32..63    zero
//   64..      one entry of 64 bytes per section, in byte order of the names:
//             name padded with zeros to 48 bytes, begin (u64), size (u64)
//   ...       the sections, each at a multiple of 64, zeros between them and to the next multiple
//             of 64 after the last
#include "base/archive.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdio>
#include <cstring>
#include <new>

#include "base/posix.h"
#include "entente/error.h"

namespace entente {
namespace {

static_assert(std::endian::native == std::endian::little, "sections are read in place");

constexpr std::array<char, 8> magic = {'E', 'N', 'T', 'E', 'N', 'T', 'E', '\0'};
constexpr std::uint32_t layout_version = 1;
constexpr std::size_t alignment = 64;
constexpr std::size_t checksum_at = 24;
constexpr std::size_t name_bytes = 48;

struct Header {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t sections;
  std::uint64_t file_size;
  std::uint64_t checksum;
  std::array<char, 32> reserved;
};
static_assert(sizeof(Header) == 64);

struct Entry {
  std::array<char, name_bytes> name;
  std::uint64_t begin;
  std::uint64_t size;
};
static_assert(sizeof(Entry) == 64);

constexpr std::size_t round_up(std::size_t size) {
  return (size + alignment - 1) / alignment * alignment;
}

template <typename T>
T load(std::span<const std::byte> bytes, std::size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

// One round of a lane. For a given state it is a bijection of the word, so that one changed word
// always changes the lane, and with it the sum.
constexpr std::uint64_t stir(std::uint64_t state, std::uint64_t word) {
  return std::rotl((state ^ word) * 0x9E3779B97F4A7C15ULL, 29);
}

// Eight lanes of 64 bits, so that the multiplications overlap. The size is a multiple of 64.
std::uint64_t checksum(std::span<const std::byte> bytes) {
  std::array<std::uint64_t, 8> lanes{};
  for (std::size_t i = 0; i < lanes.size(); ++i) lanes[i] = 0xA0761D6478BD642FULL * (i + 1);
  for (std::size_t at = 0; at + 64 <= bytes.size(); at += 64) {
    auto words = load<std::array<std::uint64_t, 8>>(bytes, at);
    if (at == 0) words[checksum_at / 8] = 0;
    for (std::size_t i = 0; i < lanes.size(); ++i) lanes[i] = stir(lanes[i], words[i]);
  }
  std::uint64_t sum = bytes.size();
  for (const std::uint64_t lane : lanes) sum = stir(sum ^ (sum >> 31), lane);
  return sum ^ (sum >> 32);
}

std::string_view name_of(const Entry& entry) {
  const auto end = std::find(entry.name.begin(), entry.name.end(), '\0');
  return {entry.name.data(), static_cast<std::size_t>(end - entry.name.begin())};
}

[[noreturn]] void refuse(const std::string& file, const std::string& why, std::size_t byte) {
  throw Error(ErrorKind::corrupt, why, {file, 0, byte});
}

void check(std::span<const std::byte> bytes, const std::string& file) {
  if (bytes.size() < sizeof(Header)) refuse(file, "is too short for a model file", bytes.size());
  const auto header = load<Header>(bytes, 0);
  if (header.magic != magic) refuse(file, "is not a model file", 0);
  if (header.version != layout_version) {
    throw Error(ErrorKind::version,
                "has model format " + std::to_string(header.version) + "; this program reads " +
                    std::to_string(layout_version),
                {file});
  }
  if (header.file_size != bytes.size()) {
    refuse(file,
           "has " + std::to_string(bytes.size()) + " bytes where its header says " +
               std::to_string(header.file_size),
           bytes.size());
  }
  if (bytes.size() % alignment != 0) refuse(file, "has an impossible size", bytes.size());
  if (checksum(bytes) != header.checksum) refuse(file, "is damaged: wrong checksum", 0);
  if (header.sections > bytes.size() / sizeof(Entry) - 1) {
    refuse(file, "lists more sections than it holds", 12);
  }
  for (std::size_t i = 0; i < header.sections; ++i) {
    const std::size_t at = sizeof(Header) + i * sizeof(Entry);
    const auto entry = load<Entry>(bytes, at);
    if (entry.begin % alignment != 0 || entry.begin > bytes.size() ||
        entry.size > bytes.size() - entry.begin) {
      refuse(file, "has a section outside the file", at);
    }
  }
}

struct AlignedDelete {
  void operator()(std::byte* bytes) const {
    ::operator delete[](bytes, std::align_val_t(alignment));
  }
};

}  // namespace

struct Archive::Impl {
  std::string path;
  std::span<const std::byte> bytes;
  std::unique_ptr<std::byte[], AlignedDelete> copy;  // of bytes that are not mapped
  bool mapped = false;

  Impl() = default;
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    // munmap takes what mmap gave, which was never constant.
    if (mapped) ::munmap(const_cast<std::byte*>(bytes.data()), bytes.size());
  }

  [[nodiscard]] const std::byte* find(std::string_view name, std::uint64_t& size) const {
    const auto header = load<Header>(bytes, 0);
    for (std::size_t i = 0; i < header.sections; ++i) {
      const auto entry = load<Entry>(bytes, sizeof(Header) + i * sizeof(Entry));
      if (name_of(entry) != name) continue;
      size = entry.size;
      return bytes.data() + entry.begin;
    }
    return nullptr;
  }
};

Archive::Archive(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Archive Archive::open(const std::string& path) {
  const FileDescriptor file = open_to_read(path);
  struct stat about {};
  if (::fstat(file.number(), &about) != 0) throw system_error(path);
  const auto size = static_cast<std::size_t>(about.st_size);
  if (size == 0) refuse(path, "is empty", 0);
  void* place = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
  if (place == MAP_FAILED) throw system_error(path);
  auto impl = std::make_unique<Impl>();
  impl->path = path;
  impl->bytes = {static_cast<const std::byte*>(place), size};
  impl->mapped = true;
  check(impl->bytes, path);
  return Archive(std::move(impl));
}

Archive Archive::from_bytes(std::span<const std::byte> bytes, const std::string& name) {
  auto impl = std::make_unique<Impl>();
  impl->path = name;
  impl->copy.reset(static_cast<std::byte*>(
      ::operator new[](std::max<std::size_t>(bytes.size(), 1), std::align_val_t(alignment))));
  std::copy(bytes.begin(), bytes.end(), impl->copy.get());
  impl->bytes = {impl->copy.get(), bytes.size()};
  check(impl->bytes, name);
  return Archive(std::move(impl));
}

bool Archive::has(std::string_view section) const {
  std::uint64_t size = 0;
  return impl_->find(section, size) != nullptr;
}

std::vector<std::string> Archive::names() const {
  const auto header = load<Header>(impl_->bytes, 0);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < header.sections; ++i) {
    names.emplace_back(name_of(load<Entry>(impl_->bytes, sizeof(Header) + i * sizeof(Entry))));
  }
  return names;
}

std::span<const std::byte> Archive::section(std::string_view name) const {
  std::uint64_t size = 0;
  const std::byte* begin = impl_->find(name, size);
  if (begin == nullptr) {
    throw Error(ErrorKind::malformed, "has no section '" + std::string(name) + "'", {path()});
  }
  return {begin, static_cast<std::size_t>(size)};
}

const std::string& Archive::path() const { return impl_->path; }

void ArchiveWriter::add(std::string name, std::vector<std::byte> bytes) {
  if (name.empty() || name.size() > name_bytes || name.find('\0') != std::string::npos) {
    throw Error(ErrorKind::invalid_value, "'" + name + "' cannot name a section");
  }
  for (const auto& section : sections_) {
    if (section.first == name) {
      throw Error(ErrorKind::invalid_value, "there are two sections '" + name + "'");
    }
  }
  sections_.emplace_back(std::move(name), std::move(bytes));
}

std::vector<std::byte> ArchiveWriter::bytes() const {
  std::vector<const std::pair<std::string, std::vector<std::byte>>*> sorted;
  for (const auto& section : sections_) sorted.push_back(&section);
  std::sort(sorted.begin(), sorted.end(), [](auto a, auto b) { return a->first < b->first; });

  std::size_t end = sizeof(Header) + sorted.size() * sizeof(Entry);
  for (const auto* section : sorted) end += round_up(section->second.size());
  std::vector<std::byte> bytes(end);

  std::size_t begin = sizeof(Header) + sorted.size() * sizeof(Entry);
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const auto& [name, content] = *sorted[i];
    Entry entry{{}, begin, content.size()};
    std::copy(name.begin(), name.end(), entry.name.begin());
    std::memcpy(bytes.data() + sizeof(Header) + i * sizeof(Entry), &entry, sizeof entry);
    std::copy(content.begin(), content.end(), bytes.data() + begin);
    begin += round_up(content.size());
  }
  Header header{magic, layout_version, static_cast<std::uint32_t>(sorted.size()), end, 0, {}};
  std::memcpy(bytes.data(), &header, sizeof header);
  header.checksum = checksum(bytes);
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

void ArchiveWriter::write(const std::string& path) const {
  const std::vector<std::byte> content = bytes();
  const std::string partial = path + ".partial";
  {
    const FileDescriptor file(
        ::open(partial.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666), true);
    if (file.number() < 0) throw Error(ErrorKind::unreadable, system_error("").what(), {path});
    for (std::size_t done = 0; done < content.size();) {
      const ssize_t wrote = ::write(file.number(), content.data() + done, content.size() - done);
      if (wrote <= 0) {
        const Error error = system_error("");
        std::remove(partial.c_str());
        throw Error(ErrorKind::unreadable, error.what(), {path});
      }
      done += static_cast<std::size_t>(wrote);
    }
  }
  if (std::rename(partial.c_str(), path.c_str()) != 0) {
    const Error error = system_error("");
    std::remove(partial.c_str());
    throw Error(ErrorKind::unreadable, error.what(), {path});
  }
}

}  // namespace entente

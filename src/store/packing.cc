// Texts packed for keeping.
#include "store/packing.h"

#include <zstd.h>

#include <new>

#include "entente/error.h"

namespace entente {
namespace {

constexpr int level = 3;
constexpr std::uint64_t most_bytes = 1ULL << 32;

}  // namespace

std::string pack(std::string_view text) {
  if (text.empty()) return "";
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  const std::size_t size =
      ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), level);
  if (ZSTD_isError(size) != 0) throw std::bad_alloc();
  packed.resize(size);
  return packed;
}

std::string unpack(std::string_view packed, std::uint64_t size, const std::string& file) {
  if (packed.empty() && size == 0) return "";
  if (size > most_bytes) throw Error(ErrorKind::corrupt, "holds a damaged text", {file});
  std::string text(size, '\0');
  const std::size_t got = ZSTD_decompress(text.data(), text.size(), packed.data(), packed.size());
  if (ZSTD_isError(got) != 0 || got != size) {
    throw Error(ErrorKind::corrupt, "holds a damaged text", {file});
  }
  return text;
}

}  // namespace entente

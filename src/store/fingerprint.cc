// Fingerprints by XXH3.
#include "store/fingerprint.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <cstdint>

#include "base/files.h"
#include "record/document_json.h"

namespace entente {

void Fingerprint::Free::operator()(XXH3_state_s* state) const { XXH3_freeState(state); }

Fingerprint::Fingerprint() : state_(XXH3_createState()) {
  if (!state_) throw std::bad_alloc();
  XXH3_128bits_reset(state_.get());
}

Fingerprint& Fingerprint::add(std::string_view part) {
  const std::string size = std::to_string(part.size()) + ":";
  XXH3_128bits_update(state_.get(), size.data(), size.size());
  XXH3_128bits_update(state_.get(), part.data(), part.size());
  return *this;
}

Fingerprint& Fingerprint::add_files(const std::string& path) {
  std::vector<Error> missing;
  for (const std::string& file : walk(path, missing)) {
    add(std::string_view(file).substr(path.size()));
    const std::unique_ptr<ByteSource> source = open_raw(file);
    std::string block(1 << 16, '\0');
    std::uint64_t total = 0;
    while (const std::size_t size = source->read(block.data(), block.size())) {
      XXH3_128bits_update(state_.get(), block.data(), size);
      total += size;
    }
    add(std::to_string(total));
  }
  return *this;
}

std::string Fingerprint::hex() const {
  const XXH128_hash_t sum = XXH3_128bits_digest(state_.get());
  return fmt::format("{:016x}{:016x}", sum.high64, sum.low64);
}

std::string fingerprint_of(const Document& document) {
  std::string line;
  append_document_json(line, document);
  return Fingerprint().add(line).hex();
}

}  // namespace entente

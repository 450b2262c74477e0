// Any bytes as a model: the container, then the rooms that read its sections.
#include "base/archive.h"
#include "entente/error.h"
#include "language/parser.h"
#include "text/segmenter.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const auto bytes = std::as_bytes(std::span(data, size));
  try {
    const auto archive = entente::Archive::from_bytes(bytes, "fuzz");
    const entente::Segmenter segmenter(archive);
    const entente::Parser parser(archive);
  } catch (const entente::Error&) {
  }
  // The same bytes as sections of a sound container: past the checksum, into the section readers.
  try {
    entente::ArchiveWriter writer;
    writer.add("segmenter", {bytes.begin(), bytes.end()});
    const auto archive = entente::Archive::from_bytes(writer.bytes(), "fuzz");
    const entente::Segmenter segmenter(archive);
  } catch (const entente::Error&) {
  }
  return 0;
}

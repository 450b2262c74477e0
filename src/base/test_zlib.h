// Text packed by zlib, for tests of whatever unpacks it.
#pragma once

#include <zlib.h>

#include <string>

namespace entente::testing_support {

/// `bits` as deflateInit2 takes them: gzip, zlib or raw.
inline std::string deflated(const std::string& text, int bits) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, text.size()) + 64, '\0');
  std::string copy = text;
  stream.next_in = reinterpret_cast<Bytef*>(copy.data());
  stream.avail_in = static_cast<uInt>(copy.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

inline std::string gzipped(const std::string& text) { return deflated(text, MAX_WBITS + 16); }

}  // namespace entente::testing_support

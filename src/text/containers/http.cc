// Responses and the codings of their bodies: chunks, gzip, deflate, brotli, zstd.
#include "text/containers/http.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "base/files.h"
#include "base/utf8.h"

namespace entente {
namespace {

// The size that begins a chunk, in hexadecimal digits; nothing where there is none.
std::optional<std::size_t> chunk_size(std::string_view line) {
  std::size_t size = 0;
  std::size_t digits = 0;
  for (const char c : line) {
    int digit = -1;
    if (c >= '0' && c <= '9') digit = c - '0';
    if (c >= 'a' && c <= 'f') digit = c - 'a' + 10;
    if (c >= 'A' && c <= 'F') digit = c - 'A' + 10;
    if (digit < 0) break;
    if (++digits > 12) return std::nullopt;
    size = size * 16 + static_cast<std::size_t>(digit);
  }
  if (digits == 0) return std::nullopt;
  const std::string_view rest = trimmed(line.substr(digits));
  return rest.empty() || rest.front() == ';' ? std::optional(size) : std::nullopt;
}

// The body out of its chunks; nothing where it does not stand in chunks from the first. A body that
// breaks off keeps what came.
std::optional<std::string> unchunked(std::string_view body) {
  std::string whole;
  bool first = true;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = body.find('\n', at);
    if (end == std::string_view::npos) break;
    const std::optional<std::size_t> size = chunk_size(body.substr(at, end - at));
    if (!size) {
      if (first) return std::nullopt;
      break;
    }
    first = false;
    at = end + 1;
    if (*size == 0) return whole;
    const std::string_view chunk = body.substr(at, *size);
    whole += chunk;
    at += chunk.size();
    if (body.substr(at).starts_with("\r\n"))
      at += 2;
    else if (body.substr(at).starts_with("\n"))
      at += 1;
  }
  if (first) return std::nullopt;
  return whole;
}

[[noreturn]] void refuse_size(std::uint64_t limit, const Location& where) {
  throw Error(ErrorKind::too_large,
              "body unpacks to more than the limit of " + std::to_string(limit) + " bytes", where);
}

// gzip and zstd, as the first bytes say.
std::string unpacked_by_magic(std::string_view body, std::uint64_t limit, const Location& where) {
  std::string whole;
  std::string chunk(64 << 10, '\0');
  try {
    const auto source = source_of(std::string(body), where.file);
    while (const std::size_t got = source->read(chunk.data(), chunk.size())) {
      if (whole.size() + got > limit) refuse_size(limit, where);
      whole.append(chunk, 0, got);
    }
  } catch (const Error& error) {
    // A body that breaks off keeps what came before, as browsers do.
    if (error.kind() == ErrorKind::too_large || whole.empty()) {
      throw Error(error.kind(),
                  error.kind() == ErrorKind::too_large
                      ? "body unpacks to more than " + std::to_string(limit) + " bytes"
                      : "body cannot be unpacked",
                  where);
    }
  }
  return whole;
}

// "deflate" means zlib's format by the standard, and its bare form by custom.
std::string inflated(std::string_view body, std::uint64_t limit, const Location& where) {
  for (const int bits : {MAX_WBITS, -MAX_WBITS}) {
    z_stream stream{};
    if (inflateInit2(&stream, bits) != Z_OK) throw std::bad_alloc();
    const std::unique_ptr<z_stream, decltype(&inflateEnd)> guard(&stream, &inflateEnd);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
    stream.avail_in = static_cast<uInt>(body.size());
    std::string whole;
    std::string chunk(64 << 10, '\0');
    int status = Z_OK;
    while (status == Z_OK) {
      stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
      stream.avail_out = static_cast<uInt>(chunk.size());
      status = inflate(&stream, Z_NO_FLUSH);
      const std::size_t got = chunk.size() - stream.avail_out;
      if (whole.size() + got > limit) refuse_size(limit, where);
      whole.append(chunk, 0, got);
    }
    if (!whole.empty()) return whole;
  }
  throw Error(ErrorKind::corrupt, "body cannot be unpacked (deflate)", where);
}

std::string unbrotlied(std::string_view body, std::uint64_t limit, const Location& where) {
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance);
  if (!state) throw std::bad_alloc();
  auto in = reinterpret_cast<const std::uint8_t*>(body.data());
  std::size_t left = body.size();
  std::string whole;
  std::string chunk(64 << 10, '\0');
  BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) {
    auto out = reinterpret_cast<std::uint8_t*>(chunk.data());
    std::size_t room = chunk.size();
    result = BrotliDecoderDecompressStream(state.get(), &left, &in, &room, &out, nullptr);
    const std::size_t got = chunk.size() - room;
    if (whole.size() + got > limit) refuse_size(limit, where);
    whole.append(chunk, 0, got);
  }
  if (whole.empty()) throw Error(ErrorKind::corrupt, "body cannot be unpacked (br)", where);
  return whole;
}

// Text that was unpacked before it was kept: it begins like markup.
bool is_unpacked_already(std::string_view body) {
  const std::string_view begin = trimmed(body.substr(0, 256));
  return begin.empty() || begin.starts_with('<') || begin.starts_with("\xEF\xBB\xBF");
}

std::string decoded(std::string body, const std::string& codings, std::uint64_t limit,
                    const Location& where) {
  if (is_unpacked_already(body)) return body;
  const bool packed = body.starts_with("\x1f\x8b") || body.starts_with("\x28\xb5\x2f\xfd");
  if (packed) return unpacked_by_magic(body, limit, where);
  if (codings.find("br") != std::string::npos) return unbrotlied(body, limit, where);
  if (codings.find("deflate") != std::string::npos) return inflated(body, limit, where);
  return body;
}

}  // namespace

HttpResponse read_http_response(std::string_view bytes, std::uint64_t limit,
                                const Location& where) {
  const std::size_t end = bytes.find('\n');
  const std::string_view line = trimmed(bytes.substr(0, end));
  const std::size_t space = line.find(' ');
  HttpResponse response;
  if (!line.starts_with("HTTP/") || space == std::string_view::npos ||
      end == std::string_view::npos) {
    throw Error(ErrorKind::malformed, "holds no HTTP response", where);
  }
  for (const char c : line.substr(space + 1, 3)) {
    if (c < '0' || c > '9') throw Error(ErrorKind::malformed, "HTTP status is no number", where);
    response.status = response.status * 10 + (c - '0');
  }
  const std::size_t body = end + 1 + response.fields.parse(bytes.substr(end + 1));
  std::string_view rest = bytes.substr(body);
  const std::string transfer = lower_ascii(response.fields.get("transfer-encoding"));
  std::optional<std::string> whole;
  if (transfer.find("chunked") != std::string::npos) whole = unchunked(rest);
  response.body =
      decoded(whole ? std::move(*whole) : std::string(rest),
              lower_ascii(response.fields.get("content-encoding")) + " " + transfer, limit, where);
  return response;
}

}  // namespace entente

// Conversion to UTF-8, whole texts and streams; iconv does the work, what it refuses is replaced.
#include "text/encoding.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::size_t chunk_bytes = 64 << 10;

// One text on its way through iconv, piece by piece.
class Converter {
 public:
  explicit Converter(const std::string& from)
      : handle_(iconv_open("UTF-8", from.c_str())), unit_(unit_of(from)) {
    if (!good()) throw Error(ErrorKind::invalid_value, "no conversion from encoding " + from);
  }
  ~Converter() {
    if (good()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  // Appends what `bytes` mean to `out`; returns how many were taken. Less than all when a character
  // is cut, unless these are the last bytes.
  std::size_t convert(std::string_view bytes, bool last, std::string& out) {
    // iconv's interface wants a pointer to non-constant bytes, which it does not write to.
    char* in = const_cast<char*>(bytes.data());
    std::size_t left = bytes.size();
    while (left > 0) {
      const int failure = step(in, left, out);
      if (failure == EINVAL && !last) break;
      if (failure == EILSEQ || failure == EINVAL) {
        const std::size_t skipped = std::min(unit_, left);
        out += replacement;
        replaced_ += skipped;
        in += skipped;
        left -= skipped;
      }
    }
    return bytes.size() - left;
  }
  [[nodiscard]] std::uint64_t replaced() const { return replaced_; }

 private:
  // Not spelt as a cast in every place: iconv_open returns -1 as a pointer.
  [[nodiscard]] bool good() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  // What a bad byte takes with it, so that the bytes after it keep their step.
  static std::size_t unit_of(const std::string& name) {
    if (name.starts_with("UTF-16")) return 2;
    return name.starts_with("UTF-32") ? 4 : 1;
  }

  // Converts until the input ends or something stops it; returns why, 0 for the end.
  int step(char*& in, std::size_t& left, std::string& out) {
    char* to = buffer_.data();
    std::size_t room = buffer_.size();
    const std::size_t status = ::iconv(handle_, &in, &left, &to, &room);
    const int failure = status == static_cast<std::size_t>(-1) ? errno : 0;
    out.append(buffer_.data(), buffer_.size() - room);
    return failure;
  }

  iconv_t handle_;
  std::size_t unit_;
  std::array<char, 8192> buffer_{};
  std::uint64_t replaced_ = 0;
};

std::uint32_t capped(std::uint64_t count) {
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(count, UINT32_MAX));
}

}  // namespace

Utf8Text to_utf8(std::string bytes, const Encoding& encoding) {
  Utf8Text result;
  result.encoding = encoding;
  if (encoding.name == "UTF-8") {
    result.text = std::move(bytes);
    result.replaced_bytes = repair(result.text);
    return result;
  }
  Converter converter(encoding.name);
  const std::string_view content = std::string_view(bytes).substr(encoding.mark);
  result.text.reserve(content.size() + content.size() / 8);
  (void)converter.convert(content, true, result.text);
  result.replaced_bytes = capped(converter.replaced() + repair(result.text));
  return result;
}

Utf8Text to_utf8(std::string bytes, const EncodingHints& hints) {
  const Encoding encoding = detect_encoding(bytes, hints);
  return to_utf8(std::move(bytes), encoding);
}

// UTF-8 goes through the same converter as all others: it finds what is invalid and keeps a
// character that the end of a chunk cuts.
struct Utf8Source::Stream {
  explicit Stream(const std::string& encoding) : converter(encoding) {}
  Converter converter;
  std::string chunk = std::string(chunk_bytes, '\0');
  std::string raw;  // bytes not yet converted
  std::string ready;
  std::size_t at = 0;  // in ready
  bool ended = false;
  std::uint64_t repaired = 0;
};

Utf8Source::Utf8Source(ByteSource& source, const EncodingHints& hints) : source_(source) {
  std::string head(chunk_bytes, '\0');
  std::size_t got = 0;
  bool ended = false;
  while (got < head.size() && !ended) {
    const std::size_t more = source.read(head.data() + got, head.size() - got);
    got += more;
    ended = more == 0;
  }
  head.resize(got);
  encoding_ = detect_encoding(head, hints);
  stream_ = std::make_unique<Stream>(encoding_.name);
  stream_->raw = head.substr(encoding_.mark);
  stream_->ended = ended;
}

Utf8Source::~Utf8Source() = default;

std::uint64_t Utf8Source::replaced_bytes() const {
  return stream_->converter.replaced() + stream_->repaired;
}

bool Utf8Source::fill() {
  Stream& stream = *stream_;
  stream.ready.clear();
  stream.at = 0;
  while (stream.ready.empty()) {
    if (!stream.raw.empty()) {
      const std::size_t taken = stream.converter.convert(stream.raw, stream.ended, stream.ready);
      stream.raw.erase(0, taken);
      // iconv passes on UTF-8 of five bytes and what lies past Unicode's end.
      stream.repaired += repair(stream.ready);
      if (!stream.ready.empty()) break;
    }
    if (stream.ended) return false;
    const std::size_t got = source_.read(stream.chunk.data(), stream.chunk.size());
    stream.raw.append(stream.chunk, 0, got);
    stream.ended = got == 0;
  }
  return true;
}

std::size_t Utf8Source::read(char* data, std::size_t size) {
  if (stream_->at == stream_->ready.size() && !fill()) return 0;
  const std::size_t got = stream_->ready.copy(data, size, stream_->at);
  stream_->at += got;
  return got;
}

}  // namespace entente

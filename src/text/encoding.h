// From whatever encoding a text came in to valid UTF-8: what its byte order mark, its declarations
// and its bytes themselves say, and which of these to believe.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/files.h"

namespace entente {

struct EncodingHints {
  std::string declared;  ///< by whatever carried the text: an HTTP or mail header; may be empty
  bool markup = false;   ///< look for an XML declaration and <meta charset> as well
};

struct Encoding {
  std::string name;                ///< as iconv knows it; "UTF-8" also for plain ASCII
  std::size_t mark = 0;            ///< bytes of the byte order mark
  bool wrong_declaration = false;  ///< a declaration was not believed
};

struct Utf8Text {
  std::string text;                  ///< valid UTF-8 without NUL
  Encoding encoding;                 ///< what it was
  std::uint32_t replaced_bytes = 0;  ///< that could not be read and became U+FFFD
};

/// The encoding of bytes that begin so. Every answer can be converted.
[[nodiscard]] Encoding detect_encoding(std::string_view head, const EncodingHints& hints);
/// The encoding that a label means on the web ("latin1" is windows-1252), or "" for none we read.
[[nodiscard]] std::string encoding_of_label(std::string_view label);

/// Converts all of `bytes`. A byte order mark of UTF-8 is kept, since spans count it.
[[nodiscard]] Utf8Text to_utf8(std::string bytes, const EncodingHints& hints);
/// Converts bytes known to be in `name`, as detect_encoding() or encoding_of_label() gave it.
[[nodiscard]] Utf8Text to_utf8(std::string bytes, const Encoding& encoding);

/// The valid UTF-8 of a stream, in constant memory; its encoding is told by its first 64 KiB.
class Utf8Source : public ByteSource {
 public:
  Utf8Source(ByteSource& source, const EncodingHints& hints);
  ~Utf8Source() override;
  std::size_t read(char* data, std::size_t size) override;
  [[nodiscard]] const std::string& name() const override { return source_.name(); }
  [[nodiscard]] const Encoding& encoding() const { return encoding_; }
  [[nodiscard]] std::uint64_t replaced_bytes() const;

 private:
  bool fill();
  ByteSource& source_;
  Encoding encoding_;
  struct Stream;
  std::unique_ptr<Stream> stream_;
};

}  // namespace entente

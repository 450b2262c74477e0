// A stretch of a stream that can be looked at before it is taken, of any wanted size.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/files.h"

namespace entente {

/// Bytes that were looked at stay in memory until they are taken, so a reader may look far ahead,
/// find that it was misled, and go on from where it stood, at no cost but the memory.
class Window : public ByteSource {
 public:
  explicit Window(ByteSource& source) : source_(source) {}

  /// The next bytes, at least `size` unless the stream ends before. Throws what the source throws
  /// as soon as the bytes before the damage have been taken.
  std::string_view look(std::size_t size);
  void take(std::size_t size);  ///< of what look() showed
  /// Passes over bytes without keeping them; returns how many there were.
  std::uint64_t skip(std::uint64_t size);
  /// The next line without its end, at most `limit` bytes of it; false at the end of the stream.
  bool line(std::string& text, std::size_t limit);

  [[nodiscard]] std::uint64_t position() const { return position_; }
  std::size_t read(char* data, std::size_t size) override;
  [[nodiscard]] const std::string& name() const override { return source_.name(); }
  [[nodiscard]] Location here() const { return {source_.name(), 0, position_}; }

 private:
  bool more();
  ByteSource& source_;
  std::string buffer_;
  std::size_t at_ = 0;  // in buffer_
  std::uint64_t position_ = 0;
};

}  // namespace entente

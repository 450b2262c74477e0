// The buffer behind a Window.
#include "text/containers/window.h"

#include <algorithm>

namespace entente {
namespace {

constexpr std::size_t chunk_bytes = 64 << 10;

}  // namespace

bool Window::more() {
  // What was taken is dropped when it is at least as much as what is kept: each byte is moved once.
  if (at_ > chunk_bytes && at_ >= buffer_.size() - at_) {
    buffer_.erase(0, at_);
    at_ = 0;
    if (buffer_.empty() && buffer_.capacity() > 16 * chunk_bytes) buffer_.shrink_to_fit();
  }
  const std::size_t kept = buffer_.size();
  buffer_.resize(kept + chunk_bytes);
  std::size_t got = 0;
  try {
    got = source_.read(buffer_.data() + kept, chunk_bytes);
  } catch (...) {
    buffer_.resize(kept);
    throw;
  }
  buffer_.resize(kept + got);
  return got > 0;
}

std::string_view Window::look(std::size_t size) {
  try {
    while (buffer_.size() - at_ < size && more()) {
    }
  } catch (const Error&) {
    if (at_ == buffer_.size()) throw;  // else it comes again when this is taken
  }
  return std::string_view(buffer_).substr(at_);
}

void Window::take(std::size_t size) {
  at_ += size;
  position_ += size;
  if (at_ == buffer_.size() && at_ <= chunk_bytes) {
    buffer_.clear();
    at_ = 0;
  }
}

std::uint64_t Window::skip(std::uint64_t size) {
  std::uint64_t skipped = 0;
  while (skipped < size) {
    const std::size_t ready = look(1).size();
    if (ready == 0) break;
    const std::size_t step =
        static_cast<std::size_t>(std::min<std::uint64_t>(ready, size - skipped));
    take(step);
    skipped += step;
  }
  return skipped;
}

bool Window::line(std::string& text, std::size_t limit) {
  text.clear();
  bool any = false;
  while (true) {
    const std::string_view ready = look(1);
    if (ready.empty()) return any;
    any = true;
    const std::size_t end = std::min(ready.find('\n'), ready.size());
    text.append(ready.substr(0, std::min(end, limit - std::min(limit, text.size()))));
    const bool ended = end < ready.size();
    take(ended ? end + 1 : end);
    if (ended) break;
  }
  if (text.ends_with('\r')) text.pop_back();
  return true;
}

std::size_t Window::read(char* data, std::size_t size) {
  const std::size_t got = look(1).copy(data, size);
  take(got);
  return got;
}

}  // namespace entente

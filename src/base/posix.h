// The operating system's files behind owners, and its error numbers as Errors.
#pragma once

#include <string>
#include <utility>

#include "entente/error.h"

namespace entente {

/// The Error for the current errno: not_found where nothing is there, else unreadable.
[[nodiscard]] Error system_error(const std::string& path);

/// Owns a file descriptor, or borrows standard input.
class FileDescriptor {
 public:
  FileDescriptor(int number, bool owned) : number_(number), owned_(owned) {}
  FileDescriptor(FileDescriptor&& other) noexcept
      : number_(std::exchange(other.number_, -1)), owned_(other.owned_) {}
  FileDescriptor& operator=(FileDescriptor&&) = delete;
  ~FileDescriptor();
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
  bool owned_;
};

/// Opens a file for reading, standard input for "-". Throws Error; a folder is unreadable.
[[nodiscard]] FileDescriptor open_to_read(const std::string& path);

}  // namespace entente

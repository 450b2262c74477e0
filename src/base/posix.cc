// Opening files, and what errno means to us.
#include "base/posix.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace entente {

Error system_error(const std::string& path) {
  const int number = errno;
  const bool missing = number == ENOENT || number == ENOTDIR;
  return {missing ? ErrorKind::not_found : ErrorKind::unreadable,
          std::generic_category().message(number),
          {path}};
}

FileDescriptor::~FileDescriptor() {
  if (owned_ && number_ >= 0) ::close(number_);
}

FileDescriptor open_to_read(const std::string& path) {
  if (path == "-") return {STDIN_FILENO, false};
  FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC), true);
  if (file.number() < 0) throw system_error(path);
  struct stat about {};
  if (::fstat(file.number(), &about) != 0) throw system_error(path);
  if (S_ISDIR(about.st_mode)) {
    throw Error(ErrorKind::unreadable, "is a folder, not a file", {path});
  }
  return file;
}

}  // namespace entente

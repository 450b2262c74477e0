// What went wrong, and where in which input. Everything the library throws is an entente::Error.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace entente {

/// Stable kinds of failure; a program may switch on them.
enum class ErrorKind {
  not_found,      ///< a file or folder does not exist
  unreadable,     ///< it exists but cannot be read (permission, a directory where a file belongs)
  corrupt,        ///< compressed or binary data is damaged or truncated
  malformed,      ///< text data breaks its format (JSON, CoNLL-U, a dictionary)
  too_large,      ///< a document is past the limit on size
  version,        ///< a model or file of another version
  invalid_value,  ///< an argument outside what a function accepts
  unsupported     ///< a document in a language without a model
};

/// A place in an input. line counts from 1; 0 means unknown. byte counts from 0.
struct Location {
  std::string file;
  std::uint64_t line = 0;
  std::uint64_t byte = 0;
};

/// An error that carries its place. what() reads "file:line: message".
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& message, Location where = {});
  [[nodiscard]] ErrorKind kind() const { return kind_; }
  [[nodiscard]] const Location& where() const { return where_; }

 private:
  ErrorKind kind_;
  Location where_;
};

}  // namespace entente

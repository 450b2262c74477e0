// How an error reads: its place, then what went wrong.
#include "entente/error.h"

#include <utility>

namespace entente {
namespace {

std::string describe(const std::string& message, const Location& where) {
  if (where.file.empty()) return message;
  std::string text = where.file;
  if (where.line > 0) {
    text.append(":").append(std::to_string(where.line));
  } else if (where.byte > 0) {
    text.append(" at byte ").append(std::to_string(where.byte));
  }
  return text.append(": ").append(message);
}

}  // namespace

Error::Error(ErrorKind kind, const std::string& message, Location where)
    : std::runtime_error(describe(message, where)), kind_(kind), where_(std::move(where)) {}

}  // namespace entente

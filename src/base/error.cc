#include "entente/error.h"

#include <utility>

namespace entente {
namespace {

std::string describe(const std::string& message, const Location& where) {
  if (where.file.empty()) return message;
  std::string text = where.file;
  if (where.line > 0)
    text += ":" + std::to_string(where.line);
  else if (where.byte > 0)
    text += " at byte " + std::to_string(where.byte);
  return text + ": " + message;
}

}  // namespace

Error::Error(ErrorKind kind, const std::string& message, Location where)
    : std::runtime_error(describe(message, where)), kind_(kind), where_(std::move(where)) {}

}  // namespace entente

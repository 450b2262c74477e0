// What an input is, told by its first bytes, then by what carried it says, then by its name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

enum class InputKind : std::uint8_t {
  plain,
  json_lines,
  html,
  feed,
  sitemap,
  warc,
  mail,
  mailbox,
  bundle,
  unreadable  ///< pictures, office documents and the like
};

struct Kind {
  InputKind kind = InputKind::plain;
  std::string what;  ///< of an unreadable one: "a PDF document"
};

/// How many bytes kind_of() wants to see, where there are so many.
constexpr std::size_t kind_bytes = 4096;

[[nodiscard]] Kind kind_of(std::string_view head, std::string_view name,
                           std::string_view media_type);

}  // namespace entente

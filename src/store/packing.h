// Texts packed for keeping.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// One zstd frame; nothing for an empty text.
[[nodiscard]] std::string pack(std::string_view text);
/// Throws Error corrupt where `packed` is not the frame of a text of `size` bytes; `file` is named.
[[nodiscard]] std::string unpack(std::string_view packed, std::uint64_t size,
                                 const std::string& file);

}  // namespace entente

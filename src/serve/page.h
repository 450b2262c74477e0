// The page as web/ builds it: text with places where the program puts something in.
#pragma once

#include <span>
#include <string_view>

namespace entente {

/// A piece is a slot's name or text as it stands.
struct PagePiece {
  std::string_view slot, text;
};

/// In the order of the page. Made by web/build.mjs when the program is built.
[[nodiscard]] std::span<const PagePiece> page_pieces();

}  // namespace entente

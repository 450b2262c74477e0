// Looks at "&#" and "&#x" and counts the digits behind.
#include "text/html/references.h"

#include "base/utf8.h"

namespace entente {

void blunt_references(std::string& html) {
  constexpr std::size_t most_digits = 7;  // 1114111, 10FFFF
  for (std::size_t at = html.find("&#"); at != std::string::npos; at = html.find("&#", at + 1)) {
    std::size_t digit = at + 2;
    const bool hex = digit < html.size() && (html[digit] == 'x' || html[digit] == 'X');
    if (hex) ++digit;
    while (digit < html.size() && html[digit] == '0') ++digit;  // leading ones do no harm
    const std::size_t first = digit;
    const std::string_view digits = hex ? "0123456789abcdefABCDEF" : "0123456789";
    while (digit < html.size() && digits.find(html[digit]) != std::string_view::npos) ++digit;
    if (digit - first > most_digits) html[at] = '?';
  }
}

}  // namespace entente

// How mail writes what is not ASCII: bodies as base64 and quoted-printable, encoded words in
// headers.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// The bytes of a body in that Content-Transfer-Encoding; as they stand for one that is not known.
/// What cannot be read in them is passed over.
[[nodiscard]] std::string decode_transfer(std::string_view body, std::string_view encoding);

/// A header's value with its encoded words ("=?utf-8?Q?caf=C3=A9?=") in UTF-8. Other bytes are
/// taken as UTF-8, or whatever they look like.
[[nodiscard]] std::string decode_words(std::string_view value);

}  // namespace entente

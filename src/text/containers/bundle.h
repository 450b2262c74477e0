// ZIP and tar files: one stream after another, each under the name it has in there.
#pragma once

#include <functional>
#include <string>

#include "text/containers/payload.h"
#include "text/containers/window.h"

namespace entente {

/// Gets an entry's name and its bytes, which end with the call. What it leaves unread is passed
/// over.
using EntryHandler = std::function<void(const std::string& entry, ByteSource& content)>;

/// Hands out the regular files of a ZIP or tar, in order; folders, links and hidden files are
/// passed over. Nothing is written anywhere. Reading a damaged entry throws Error in the handler,
/// and the next ones are read as far as the format allows; damage between entries is thrown here.
void read_bundle(Window& input, const EntryHandler& handle_entry);

/// The name of an entry as part of an id: no way up and no way from the root, no control
/// characters, valid UTF-8, not longer than a few hundred bytes.
[[nodiscard]] std::string clean_entry_name(std::string_view name);

[[nodiscard]] bool looks_like_zip(std::string_view head);
[[nodiscard]] bool looks_like_tar(std::string_view head);  ///< needs 512 bytes

}  // namespace entente

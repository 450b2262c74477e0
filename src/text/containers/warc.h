// WARC files: what a web crawl kept, one record after the other.
#pragma once

#include "text/containers/payload.h"
#include "text/containers/window.h"

namespace entente {

/// Hands out the pages of a WARC (ISO 28500), already unpacked: successful HTTP responses that hold
/// text, resources, and plain text conversions (WET). Other records and media are passed over. An
/// entry is named by its WARC-Record-ID. A record whose length is wrong is reported, read as far
/// as it goes, and the next one is looked for.
void read_warc(Window& input, const ContainerLimits& limits, const ContainerHandlers& handlers);

/// True when a stream of bytes begins with a WARC record.
[[nodiscard]] bool looks_like_warc(std::string_view head);

}  // namespace entente

// RSS 0.9 to 2.0 and Atom feeds.
#pragma once

#include "text/containers/payload.h"
#include "text/containers/window.h"

namespace entente {

/// Hands out every item of a feed as a small page: its full content where the feed carries it, else
/// its summary, else its headline alone. An entry is named by guid or id, else by its link, else by
/// its number. `input` must be UTF-8 (see Utf8Source). Items before and after a fault in the
/// writing are read.
void read_feed(Window& input, const ContainerLimits& limits, const ContainerHandlers& handlers);

}  // namespace entente

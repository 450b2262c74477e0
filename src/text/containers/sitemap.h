// Sitemaps of news: headlines with addresses and dates, no texts.
#pragma once

#include "text/containers/payload.h"
#include "text/containers/window.h"

namespace entente {

/// Hands out the headline of every entry that has one. An entry is named by its address. A sitemap
/// without news, or an index of sitemaps, is reported. `input` must be UTF-8.
void read_sitemap(Window& input, const ContainerLimits& limits, const ContainerHandlers& handlers);

}  // namespace entente

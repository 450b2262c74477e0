// Any bytes as a feed and as a sitemap, in whatever encoding they look like.
#include "containers.h"
#include "text/containers/feed.h"
#include "text/containers/sitemap.h"

namespace {

template <auto read>
void in_utf8(entente::Window& window, const entente::ContainerLimits& limits,
             const entente::ContainerHandlers& handlers) {
  entente::Utf8Source utf8(window, {"", true});
  entente::Window text(utf8);
  read(text, limits, handlers);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  entente::fuzzing::run(in_utf8<entente::read_feed>, data, size);
  entente::fuzzing::run(in_utf8<entente::read_sitemap>, data, size);
  return 0;
}

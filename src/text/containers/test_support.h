// What the tests of containers share: a source over bytes, and everything a reader handed out.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "text/containers/payload.h"
#include "text/containers/window.h"

namespace entente::testing_support {

struct Collected {
  std::vector<Payload> payloads;
  std::vector<Error> errors;
};

/// Runs a reader over bytes, as `read_feed(window, limits, handlers)` and its like.
template <typename Reader>
Collected collect(const Reader& reader, std::string bytes, std::uint64_t limit = 1 << 20) {
  Collected all;
  const auto source = source_of(std::move(bytes), "test");
  Window window(*source);
  ContainerHandlers handlers;
  handlers.payload = [&](Payload&& payload) { all.payloads.push_back(std::move(payload)); };
  handlers.error = [&](const Error& error) { all.errors.push_back(error); };
  reader(window, ContainerLimits{limit}, handlers);
  return all;
}

}  // namespace entente::testing_support

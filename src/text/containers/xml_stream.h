// XML from strangers, read by events in constant memory: entities, depth and tags within bounds,
// and on from the next element of interest where the writing breaks.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/containers/window.h"

namespace entente {

struct XmlAttribute {
  std::string_view name;  ///< without namespace
  std::string_view value;
};

/// What happens in the document. Names come as namespace and local name; an element of no known
/// prefix has an empty namespace.
struct XmlHandlers {
  std::function<void(std::string_view space, std::string_view name,
                     const std::vector<XmlAttribute>& attributes)>
      begin;
  std::function<void(std::string_view space, std::string_view name)> end;
  std::function<void(std::string_view text)> text;
  /// After some input was read: the place for work that may throw or take long.
  std::function<void()> pause;
  /// The writing broke: what was open is lost, and the next element begins as a child of the root.
  std::function<void()> restart;
  std::function<void(const Error&)> error;
};

/// Where reading goes on after a fault: at the next element of one of these names, as a child of
/// the root, or of `parent` where the root is called `root`.
struct XmlResume {
  std::vector<std::string> elements;
  std::string root, parent;
};

/// Reads UTF-8. A document whose entities grow without bounds is refused; nothing outside it is
/// ever fetched. Throws what the handlers throw.
void read_xml(Window& input, const XmlResume& resume, const XmlHandlers& handlers);

}  // namespace entente

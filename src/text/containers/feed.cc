// Items out of a feed's elements.
#include "text/containers/feed.h"

#include <utility>
#include <vector>

#include "text/containers/fragment.h"
#include "text/containers/header_fields.h"
#include "text/containers/text_time.h"
#include "text/containers/xml_stream.h"

namespace entente {
namespace {

struct FeedItem {
  std::string title, link, guid, summary, content, published, updated, author;
  std::uint64_t bytes = 0;
};

// Dublin Core and the content module say more about an item; the many other extensions do not.
enum class Space { own, dublin_core, content, other };

Space space_of(std::string_view name) {
  const auto holds = [&](std::string_view part) {
    return name.find(part) != std::string_view::npos;
  };
  if (holds("purl.org/dc/")) return Space::dublin_core;
  if (holds("modules/")) return holds("modules/content") ? Space::content : Space::other;
  const bool atom = holds("2005/Atom") || holds("/atom/ns#");
  return name.empty() || holds("/rss") || holds("/rdf/") || atom ? Space::own : Space::other;
}

std::string_view attribute(const std::vector<XmlAttribute>& attributes, std::string_view name) {
  for (const XmlAttribute& entry : attributes) {
    if (entry.name == name) return entry.value;
  }
  return {};
}

// RSS wants "address (name)" for an author, and gets all sorts.
std::string author_of(std::string_view written) {
  const std::size_t open = written.find('(');
  const std::size_t close = written.rfind(')');
  if (written.find('@') < open && close != std::string_view::npos && close > open) {
    written = written.substr(open + 1, close - open - 1);
  }
  return text_of_fragment(written);
}

bool is_item(std::string_view name) { return name == "item" || name == "entry"; }

class FeedReader {
 public:
  FeedReader(Window& input, const ContainerLimits& limits, const ContainerHandlers& handlers)
      : input_(input), limits_(limits), handlers_(handlers) {}

  void run() {
    XmlHandlers xml;
    xml.begin = [this](std::string_view space, std::string_view name,
                       const std::vector<XmlAttribute>& attributes) {
      begin(space, name, attributes);
    };
    xml.end = [this](std::string_view, std::string_view name) { end(name); };
    xml.text = [this](std::string_view text) { add_text(text); };
    xml.pause = [this] { deliver(); };
    xml.restart = [this] { restart(); };
    xml.error = handlers_.error;
    read_xml(input_, {{"item", "entry"}, "rss", "channel"}, xml);
  }

 private:
  void begin(std::string_view space, std::string_view name,
             const std::vector<XmlAttribute>& attributes) {
    ++depth_;
    if (inline_depth_ > 0) {
      append_inline("<" + std::string(name) + ">");
      return;
    }
    const Space where = space_of(space);
    if (item_depth_ == 0 && where == Space::own && is_item(name)) {
      item_ = FeedItem();
      item_depth_ = depth_;
      return;
    }
    field_ = nullptr;
    if (item_depth_ > 0) {
      begin_in_item(where, name, attributes);
    } else {
      begin_in_feed(where, name, attributes);
    }
  }

  void begin_in_item(Space where, std::string_view name,
                     const std::vector<XmlAttribute>& attributes) {
    const bool author_name = name == "name" && author_depth_ > 0 && depth_ == author_depth_ + 1;
    if (author_name) return start(item_.author);
    if (depth_ != item_depth_ + 1) return;
    if (where == Space::content && name == "encoded") return start(item_.content);
    if (where == Space::dublin_core) {
      if (name == "creator") start(item_.author);
      if (name == "date") start(item_.published);
      return;
    }
    if (where != Space::own) return;
    if (name == "title") start(item_.title);
    if (name == "link") begin_link(attributes);
    if (name == "guid" || name == "id") start(item_.guid);
    if (name == "description" || name == "summary") start_markup(item_.summary, attributes);
    if (name == "pubDate" || name == "published" || name == "issued") start(item_.published);
    if (name == "updated" || name == "modified") start(item_.updated);
    if (name == "author") {
      author_depth_ = depth_;
      start(item_.author);
    }
    if (name == "content") start_markup(item_.content, attributes);
  }

  // HTML as text that was escaped, or as elements that stand there themselves.
  void start_markup(std::string& field, const std::vector<XmlAttribute>& attributes) {
    start(field);
    inline_depth_ = depth_;
    escape_ = attribute(attributes, "type").find("xhtml") != std::string_view::npos;
  }

  // Atom's link is an attribute, and one among others; that of RSS is text.
  void begin_link(const std::vector<XmlAttribute>& attributes) {
    const std::string_view href = attribute(attributes, "href");
    const std::string_view relation = attribute(attributes, "rel");
    if (href.empty()) return start(item_.link);
    if (relation.empty() || relation == "alternate") item_.link = href;
  }

  void begin_in_feed(Space where, std::string_view name,
                     const std::vector<XmlAttribute>& attributes) {
    if (depth_ == 1) {
      language_ = attribute(attributes, "lang");
      root_is_rss_ = name == "rss";
    }
    // The channel's own title, not that of its picture.
    const bool direct = parent_is_channel();
    if (name == "channel" && where == Space::own) channel_depth_ = depth_;
    if (!direct || depth_ > 3) return;
    if (where == Space::own && name == "title") start(publisher_);
    if (name == "language") start(language_);
  }
  [[nodiscard]] bool parent_is_channel() const {
    return channel_depth_ > 0 ? depth_ == channel_depth_ + 1 : depth_ == 2;
  }

  void end(std::string_view name) {
    if (inline_depth_ > 0 && depth_ > inline_depth_) {
      append_inline("</" + std::string(name) + ">");
      --depth_;
      return;
    }
    if (depth_ == inline_depth_) inline_depth_ = 0;
    if (depth_ == author_depth_) author_depth_ = 0;
    if (depth_ == channel_depth_) channel_depth_ = 0;
    if (item_depth_ > 0 && depth_ == item_depth_) {
      ++number_;
      ready_.push_back(std::move(item_));
      item_depth_ = 0;
    }
    field_ = nullptr;
    --depth_;
  }

  void start(std::string& field) {
    field.clear();
    field_ = &field;
  }
  void add_text(std::string_view text) {
    if (field_ == nullptr) return;
    if (inline_depth_ > 0 && escape_) {
      append_bounded(*field_, escaped(text));
    } else {
      append_bounded(*field_, text);
    }
  }
  void append_inline(const std::string& html) {
    if (field_ != nullptr) append_bounded(*field_, html);
  }
  void append_bounded(std::string& field, std::string_view text) {
    item_.bytes += text.size();
    if (item_.bytes <= limits_.entry_bytes) field += text;
  }

  void restart() {
    item_depth_ = inline_depth_ = author_depth_ = 0;
    field_ = nullptr;
    item_ = FeedItem();
    depth_ = root_is_rss_ ? 2 : 1;  // below the root, or the channel in it
  }

  void deliver() {
    std::vector<FeedItem> items = std::exchange(ready_, {});
    std::size_t number = number_ - items.size();
    for (FeedItem& item : items) deliver(item, ++number);
  }

  void deliver(FeedItem& item, std::size_t number) {
    Payload payload;
    payload.where = input_.here();
    payload.entry = trimmed(!trimmed(item.guid).empty() ? item.guid : item.link);
    if (payload.entry.empty()) payload.entry = std::to_string(number);
    if (item.bytes > limits_.entry_bytes) {
      if (handlers_.error) {
        handlers_.error(Error(ErrorKind::too_large,
                              "item '" + payload.entry.substr(0, 200) + "' is larger than " +
                                  std::to_string(limits_.entry_bytes) + " bytes",
                              payload.where));
      }
      return;
    }
    Origin& origin = payload.origin;
    origin.title = text_of_fragment(item.title);
    origin.url = trimmed(item.link);
    if (origin.url.empty() && trimmed(item.guid).starts_with("http")) {
      origin.url = trimmed(item.guid);
    }
    origin.publisher = text_of_fragment(publisher_);
    origin.author = author_of(item.author);
    origin.published = day_of(item.published);
    if (origin.published.empty()) origin.published = day_of(item.updated);
    origin.language = lower_ascii(trimmed(language_).substr(0, 2));
    const std::string& content =
        trimmed(item.content).size() >= trimmed(item.summary).size() ? item.content : item.summary;
    payload.alternative = origin.title;
    payload.charset = "utf-8";
    payload.media_type = "text/html";
    payload.bytes = page_around(content, origin);
    if (!trimmed(content).empty() || !origin.title.empty()) handlers_.payload(std::move(payload));
  }

  Window& input_;
  const ContainerLimits& limits_;
  const ContainerHandlers& handlers_;
  std::string publisher_, language_;
  FeedItem item_;
  std::vector<FeedItem> ready_;
  std::string* field_ = nullptr;  // what text goes to
  std::size_t depth_ = 0;
  // Depths of the elements that are open, 0 for none.
  std::size_t item_depth_ = 0, author_depth_ = 0, inline_depth_ = 0, channel_depth_ = 0;
  std::size_t number_ = 0;
  bool escape_ = false, root_is_rss_ = false;
};

}  // namespace

void read_feed(Window& input, const ContainerLimits& limits, const ContainerHandlers& handlers) {
  FeedReader(input, limits, handlers).run();
}

}  // namespace entente

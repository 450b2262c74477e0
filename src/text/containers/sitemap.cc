// Entries of a sitemap, told by local names: the news extension's prefix varies.
#include "text/containers/sitemap.h"

#include <utility>
#include <vector>

#include "text/containers/header_fields.h"
#include "text/containers/text_time.h"
#include "text/containers/xml_stream.h"

namespace entente {
namespace {

struct SitemapEntry {
  std::string address, title, publisher, language, published;
};

class SitemapReader {
 public:
  SitemapReader(Window& input, const ContainerLimits& limits, const ContainerHandlers& handlers)
      : input_(input), limits_(limits), handlers_(handlers) {}

  void run() {
    XmlHandlers xml;
    xml.begin = [this](std::string_view space, std::string_view name,
                       const std::vector<XmlAttribute>&) { begin(space, name); };
    xml.end = [this](std::string_view, std::string_view name) {
      field_ = nullptr;
      if (name == "url") ready_.push_back(std::exchange(entry_, {}));
    };
    xml.text = [this](std::string_view text) {
      if (field_ != nullptr && field_->size() < longest_field) field_->append(text);
    };
    xml.pause = [this] { deliver(); };
    xml.restart = [this] {
      entry_ = {};
      field_ = nullptr;
    };
    xml.error = handlers_.error;
    const std::uint64_t begin_byte = input_.position();
    read_xml(input_, {{"url"}, "", ""}, xml);
    if (found_ > 0 || !handlers_.error) return;
    handlers_.error(Error(ErrorKind::malformed,
                          is_index_ ? "is an index of sitemaps and holds no news itself"
                                    : "is a sitemap without headlines of news",
                          {input_.name(), 0, begin_byte}));
  }

 private:
  static constexpr std::size_t longest_field = 64 << 10;

  void begin(std::string_view space, std::string_view name) {
    field_ = nullptr;
    if (name == "sitemapindex") is_index_ = true;
    if (name == "url") entry_ = {};
    const bool news = space.find("news") != std::string_view::npos;
    if (name == "loc" && space.find("image") == std::string_view::npos) field_ = &entry_.address;
    if (!news) return;
    if (name == "title") field_ = &entry_.title;
    if (name == "name") field_ = &entry_.publisher;
    if (name == "language") field_ = &entry_.language;
    if (name == "publication_date") field_ = &entry_.published;
  }

  void deliver() {
    for (SitemapEntry& entry : std::exchange(ready_, {})) {
      Payload payload;
      payload.where = input_.here();
      payload.bytes = trimmed(entry.title);
      if (payload.bytes.empty()) continue;
      ++found_;
      payload.entry = trimmed(entry.address);
      if (payload.entry.empty()) payload.entry = std::to_string(found_);
      payload.media_type = "text/plain";
      payload.charset = "utf-8";
      payload.origin.title = payload.bytes;
      payload.origin.url = trimmed(entry.address);
      payload.origin.publisher = trimmed(entry.publisher);
      payload.origin.published = day_of(entry.published);
      payload.origin.language = lower_ascii(trimmed(entry.language).substr(0, 2));
      if (payload.bytes.size() <= limits_.entry_bytes) handlers_.payload(std::move(payload));
    }
  }

  Window& input_;
  const ContainerLimits& limits_;
  const ContainerHandlers& handlers_;
  SitemapEntry entry_;
  std::vector<SitemapEntry> ready_;
  std::string* field_ = nullptr;
  std::size_t found_ = 0;
  bool is_index_ = false;
};

}  // namespace

void read_sitemap(Window& input, const ContainerLimits& limits, const ContainerHandlers& handlers) {
  SitemapReader(input, limits, handlers).run();
}

}  // namespace entente

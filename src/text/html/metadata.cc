// What a page says of itself outside of its text.
#include "text/html/metadata.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "text/html/page_dates.h"
#include "text/html/prose.h"
#include "text/html/tag_scan.h"

namespace entente {
namespace {

using Field = PageLexicon::Field;

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = is_html_space(c);
    if (!space || (!line.empty() && line.back() != ' ')) line += space ? ' ' : c;
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

bool is_address(std::string_view text) {
  return text.find("://") != std::string_view::npos || text.starts_with("www.");
}

// The best value of each field of metadata that a page states more than once.
class Fields {
 public:
  Fields(const Tree& tree, const PageLexicon& lexicon) : tree_(tree), lexicon_(lexicon) {
    for (std::size_t i = 0; i < tree.size(); ++i) {
      const Node& node = tree.node(i);
      if (node.is_text() || node.attribute_count == 0) continue;
      if (node.name == "meta") {
        for (const std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
          offer(tree.attribute(i, key), tree.attribute(i, "content"));
        }
      } else if (tree.has_attribute(i, "itemprop")) {
        offer_item(i);
      }
    }
  }
  [[nodiscard]] const std::string& value(Field field) const {
    return values_.at(static_cast<std::size_t>(field)).value;
  }

 private:
  struct Best {
    std::string value;
    std::size_t rank = 0;
  };
  void offer(std::string_view name, std::string_view value) {
    if (name.empty() || value.empty()) return;
    for (std::size_t i = 0; i < values_.size(); ++i) {
      const auto field = static_cast<Field>(i);
      const std::size_t rank = lexicon_.rank(name, field);
      Best& best = values_[i];
      if (rank == 0 || (best.rank > 0 && best.rank <= rank)) continue;
      const bool is_date = field == Field::published || field == Field::updated;
      if (is_date && !stated_date(value, lexicon_)) continue;
      if (!is_date && is_address(value)) continue;
      best = {one_line(value), rank};
    }
  }
  // Microdata: <time itemprop="datePublished" datetime="...">, <span itemprop="...">.
  void offer_item(std::size_t i) {
    const std::string_view name = tree_.attribute(i, "itemprop");
    const bool is_date =
        lexicon_.rank(name, Field::published) > 0 || lexicon_.rank(name, Field::updated) > 0;
    if (!is_date) return;
    for (const std::string_view key : {"datetime", "content"}) {
      const std::string_view value = tree_.attribute(i, key);
      if (!value.empty()) return offer(name, value);
    }
    offer(name, tree_.text_of(i, 100));
  }

  const Tree& tree_;
  const PageLexicon& lexicon_;
  std::array<Best, 6> values_;
};

// The article's entry: the one with a body or a date before those without.
const LinkedArticle* main_entry(const std::vector<LinkedArticle>& linked) {
  const LinkedArticle* best = nullptr;
  const auto worth = [](const LinkedArticle& article) {
    return (article.published.empty() ? 0 : 2) + (article.headline.empty() ? 0 : 1) +
           (article.body.empty() ? 0 : 1);
  };
  for (const LinkedArticle& article : linked) {
    if (best == nullptr || worth(article) > worth(*best)) best = &article;
  }
  return best;
}

void set_date(Date& date, bool* greenwich, std::string_view value, const PageLexicon& lexicon) {
  if (date.known() || value.empty()) return;
  const std::optional<Date> stated = stated_date(value, lexicon);
  if (!stated) return;
  date = *stated;
  const bool has_time = value.find(':') != std::string_view::npos;
  if (greenwich != nullptr) {
    *greenwich = has_time && (value.ends_with('Z') || value.ends_with("+00:00") ||
                              value.ends_with("+0000") || value.ends_with("GMT"));
  }
}

void add_title(std::vector<std::string>& titles, std::string title) {
  if (!title.empty() && std::ranges::find(titles, title) == titles.end()) {
    titles.push_back(std::move(title));
  }
}

std::string canonical_of(const Tree& tree, const std::string& url) {
  std::string found;
  for (std::size_t i = 0; i < tree.size(); ++i) {
    const Node& node = tree.node(i);
    if (node.name == "link" && equals_ignoring_case(tree.attribute(i, "rel"), "canonical")) {
      std::string address = resolved_url(tree.attribute(i, "href"), url);
      if (!address.empty()) return address;
    }
    if (node.name == "meta" && found.empty() && tree.attribute(i, "property") == "og:url") {
      found = resolved_url(tree.attribute(i, "content"), url);
    }
  }
  return found;
}

std::string title_element(const Tree& tree) {
  for (std::size_t i = 0; i < tree.size(); ++i) {
    if (tree.node(i).name == "title") return tree.text_of(i);
  }
  return "";
}

}  // namespace

Metadata metadata_of(const Tree& tree, const SlimPage& page, const std::string& url,
                     const PageLexicon& lexicon) {
  Metadata result;
  result.linked = linked_articles(page.linked_data);
  const LinkedArticle* entry = main_entry(result.linked);
  const Fields fields(tree, lexicon);
  if (entry != nullptr) {
    set_date(result.published, &result.greenwich, entry->published, lexicon);
    set_date(result.updated, nullptr, entry->updated, lexicon);
    add_title(result.titles, entry->headline);
    for (const std::string& author : entry->authors) {
      if (!is_address(author)) result.authors.push_back(author);
    }
    result.publisher = entry->publisher;
  }
  set_date(result.published, &result.greenwich, fields.value(Field::published), lexicon);
  set_date(result.updated, nullptr, fields.value(Field::updated), lexicon);
  add_title(result.titles, fields.value(Field::title));
  add_title(result.titles, title_element(tree));
  if (result.authors.empty() && !fields.value(Field::author).empty()) {
    result.authors.push_back(fields.value(Field::author));
  }
  const std::string& site = fields.value(Field::publisher);
  if (!site.empty()) result.publisher = site;
  result.canonical = canonical_of(tree, url);
  if (result.publisher.empty() || is_address(result.publisher)) {
    result.publisher = host_of(url.empty() ? result.canonical : url);
  }
  for (const std::string_view tag :
       {tree.size() > 0 ? tree.attribute(0, "lang") : std::string_view{},
        std::string_view(fields.value(Field::language)),
        entry != nullptr ? std::string_view(entry->language) : std::string_view{}}) {
    if (result.language.empty()) result.language = language_code(tag);
  }
  return result;
}

std::string language_code(std::string_view tag) {
  const std::size_t end = std::min(tag.find_first_of("-_,; "), tag.size());
  if (end != 2 || !is_ascii_letter(tag[0]) || !is_ascii_letter(tag[1])) return "";
  return lower(tag.substr(0, 2));
}

std::string resolved_url(std::string_view address, std::string_view base) {
  std::string plain = one_line(address);
  if (plain.starts_with("http://") || plain.starts_with("https://")) return plain;
  const std::size_t scheme = base.find("://");
  if (scheme == std::string_view::npos || plain.empty()) return "";
  if (plain.starts_with("//")) return std::string(base.substr(0, scheme + 1)) + plain;
  if (plain[0] != '/') return "";
  const std::size_t path = std::min(base.find('/', scheme + 3), base.size());
  return std::string(base.substr(0, path)) + plain;
}

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return "";
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#:"));
  if (url.starts_with("www.")) url.remove_prefix(4);
  return lower(url);
}

}  // namespace entente

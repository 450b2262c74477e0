// Inputs one after the other, whatever they are and however deep they lie in each other.
#include "text/reader.h"

#include <optional>
#include <string_view>
#include <utility>

#include "base/files.h"
#include "base/utf8.h"
#include "text/containers/budget.h"
#include "text/containers/bundle.h"
#include "text/containers/feed.h"
#include "text/containers/kind.h"
#include "text/containers/mail.h"
#include "text/containers/sitemap.h"
#include "text/containers/warc.h"
#include "text/containers/window.h"
#include "text/delivery.h"
#include "text/encoding.h"
#include "text/html/page.h"
#include "text/json_line.h"

namespace entente {
namespace {

// Containers within containers beyond this are there to do harm.
constexpr int most_nesting = 4;
// Of one container; the others are counted.
constexpr std::uint64_t most_faults_told = 20;

// Where bytes come from, and what is known about them before they are read.
struct Place {
  std::string id;    // of the document, where the bytes are one
  std::string base;  // of the ids of what lies in them
  std::string name;  // that the kind may be told by
  std::string media_type, charset;
  Origin origin;
  std::string alternative;  // text that says the same, where a page turns out to have none
  std::uint32_t replaced_bytes = 0;
  bool blank_is_fault = true;
  int nesting = 0;
  Location where;
};

std::string stripped(std::string name, std::initializer_list<std::string_view> endings) {
  for (const std::string_view ending : endings) {
    if (name.size() > ending.size() && name.ends_with(ending)) {
      name.resize(name.size() - ending.size());
    }
  }
  return name;
}

// Of a file: its name without folders and packing names what is in it, without its ending too
// itself.
Place place_of(const std::string& path) {
  Place place;
  place.name = path == "-" ? "stdin" : path.substr(path.find_last_of('/') + 1);
  place.base = stripped(place.name, {".gz", ".zst"});
  place.id = stripped(place.base, {".txt", ".html", ".htm", ".xhtml", ".eml"});
  place.where = {path};
  return place;
}

// A source that belongs to somebody else.
class Borrowed : public ByteSource {
 public:
  explicit Borrowed(ByteSource& source) : source_(source) {}
  std::size_t read(char* data, std::size_t size) override { return source_.read(data, size); }
  [[nodiscard]] const std::string& name() const override { return source_.name(); }

 private:
  ByteSource& source_;
};

class Reader {
 public:
  Reader(const ReadOptions& options, const ReadHandlers& handlers) : delivery_(options, handlers) {}

  void read_input(const std::string& input) {
    std::vector<Error> errors;
    const std::vector<std::string> paths = walk(input, errors);
    for (const Error& error : errors) delivery_.report(error);
    for (const std::string& path : paths) read_path(path);
  }
  [[nodiscard]] Delivery& delivery() { return delivery_; }

 private:
  void read_path(const std::string& path) {
    ExpansionBudget budget(delivery_.options().free_expansion, delivery_.options().max_expansion);
    budget_ = &budget;
    attempt([&] {
      auto raw =
          std::make_unique<BudgetedSource>(open_raw(path), budget, BudgetedSource::Way::earns);
      read_packed(std::move(raw), place_of(path));
    });
    bytes_before_ += budget.earned();
    budget_ = nullptr;
  }

  void read_packed(std::unique_ptr<ByteSource> packed, const Place& place) {
    BudgetedSource source(unpacked(std::move(packed)), *budget_, BudgetedSource::Way::spends);
    read_stream(source, place);
  }

  void read_stream(ByteSource& source, const Place& place) {
    Window window(source);
    // Lines are told by their first bytes, lest one waits for more where they come one by one.
    Kind kind = kind_of(window.look(1).substr(0, kind_bytes), place.name, place.media_type);
    if (kind.kind != InputKind::json_lines) {
      kind = kind_of(window.look(kind_bytes).substr(0, kind_bytes), place.name, place.media_type);
    }
    switch (kind.kind) {
      case InputKind::plain:
        return read_plain(read_whole(window, place), place);
      case InputKind::html:
        return read_html(read_whole(window, place), place);
      case InputKind::json_lines:
        return read_lines(window, place);
      case InputKind::unreadable:
        throw Error(ErrorKind::unreadable, "holds " + kind.what, place.where);
      case InputKind::bundle:
        return read_entries(window, nested(place));
      default:
        return read_container(kind.kind, window, nested(place));
    }
  }

  // The same place one level further in.
  static Place nested(Place place) {
    if (++place.nesting > most_nesting) {
      throw Error(ErrorKind::too_large,
                  "lies more than " + std::to_string(most_nesting) + " containers deep",
                  place.where);
    }
    return place;
  }

  void read_entries(Window& window, const Place& outer) {
    read_bundle(window, [&](const std::string& entry, ByteSource& content) {
      Place place = outer;
      place.name = entry;
      place.base = place.id = outer.base + "/" + stripped(entry, {".gz", ".zst"});
      place.where = {content.name()};
      attempt([&] { read_packed(std::make_unique<Borrowed>(content), place); });
    });
  }

  void read_container(InputKind kind, Window& window, const Place& place) {
    ContainerHandlers handlers;
    handlers.payload = [&](Payload&& payload) {
      attempt([&] { read_payload(std::move(payload), place, kind); });
    };
    std::uint64_t faults = 0;
    handlers.error = [&](const Error& error) {
      if (++faults <= most_faults_told) delivery_.report(error);
    };
    read_payloads(kind, window, place, handlers);
    if (faults > most_faults_told) {
      delivery_.report({ErrorKind::malformed,
                        std::to_string(faults - most_faults_told) + " further faults in it",
                        place.where});
    }
  }

  void read_payloads(InputKind kind, Window& window, const Place& place,
                     const ContainerHandlers& handlers) {
    const ContainerLimits limits{delivery_.limit()};
    if (kind == InputKind::warc) return read_warc(window, limits, handlers);
    if (kind == InputKind::mailbox) return read_mailbox(window, limits, handlers);
    if (kind == InputKind::mail) return read_mail_file(window, limits, handlers);
    Utf8Source utf8(window, {place.charset, true});
    Window text(utf8);
    if (kind == InputKind::feed) return read_feed(text, limits, handlers);
    read_sitemap(text, limits, handlers);
  }

  void read_payload(Payload&& payload, const Place& outer, InputKind container) {
    Place place = outer;
    // A file that is one mail is one document, named as other files are.
    const bool whole = container == InputKind::mail && payload.entry.find('/') == std::string::npos;
    if (!whole) place.id = place.base = outer.base + "/" + clean_entry(payload.entry);
    place.name.clear();
    place.media_type = std::move(payload.media_type);
    place.charset = std::move(payload.charset);
    place.origin = std::move(payload.origin);
    place.alternative = std::move(payload.alternative);
    place.replaced_bytes = payload.replaced_bytes;
    place.where = payload.where;
    place.blank_is_fault = container != InputKind::warc;
    const bool made = container == InputKind::feed || container == InputKind::sitemap ||
                      container == InputKind::mail || container == InputKind::mailbox;
    if (made) {  // what these hand out is what they say, whatever it looks like
      const bool html = place.media_type == "text/html";
      return html ? read_html(std::move(payload.bytes), place)
                  : read_plain(std::move(payload.bytes), place);
    }
    read_packed(source_of(std::move(payload.bytes), place.where.file), place);
  }

  // An entry's name may be an address; only what would break lines and terminals is changed.
  static std::string clean_entry(std::string entry) {
    for (char& c : entry) {
      if (static_cast<unsigned char>(c) <= ' ' || c == '\x7F') c = '_';
    }
    if (entry.size() > 1000) entry.resize(1000);
    repair(entry);
    return entry;
  }

  std::string read_whole(Window& source, const Place& place) const {
    std::string bytes;
    std::string chunk(1 << 16, '\0');
    while (const std::size_t got = source.read(chunk.data(), chunk.size())) {
      if (bytes.size() + got > delivery_.limit()) delivery_.refuse_size(place.where);
      bytes.append(chunk, 0, got);
    }
    return bytes;
  }

  void read_plain(std::string&& bytes, const Place& place) {
    Utf8Text text = to_utf8(std::move(bytes), EncodingHints{place.charset, false});
    Document document;
    document.id = place.id;
    document.text = std::move(text.text);
    document.replaced_bytes = text.replaced_bytes + place.replaced_bytes;
    fill_in(document, place.origin);
    deliver(std::move(document), place);
  }

  void read_html(std::string&& bytes, const Place& place) {
    Utf8Text text = to_utf8(std::move(bytes), EncodingHints{place.charset, true});
    std::vector<Document> documents = pages_of(text.text, place);
    text.text = std::string();  // its memory is wanted for the documents
    if (documents.size() == 1 && is_blank(documents[0].text) && !is_blank(place.alternative)) {
      return read_plain(std::string(place.alternative), place);
    }
    fill_in(documents[0], place.origin);
    for (Document& document : documents) {
      document.replaced_bytes = text.replaced_bytes;
      deliver(std::move(document), place);
    }
  }

  [[nodiscard]] std::vector<Document> pages_of(std::string_view html, const Place& place) const {
    PageOptions options;
    options.id = place.id;
    options.url = place.origin.url;
    options.published = place.origin.published;
    options.language = language_of(place.origin);
    options.max_bytes = delivery_.limit();
    options.lexicon = delivery_.options().pages;
    options.furniture = delivery_.options().furniture;
    const std::string_view mark = "\xEF\xBB\xBF";
    if (html.starts_with(mark)) html.remove_prefix(mark.size());
    std::vector<Document> documents = read_page(html, options, place.where);
    if (documents.empty()) documents.emplace_back().id = place.id;
    for (Document& document : documents) {
      if (document.publisher.empty()) document.publisher = place.origin.publisher;
    }
    return documents;
  }

  static std::string language_of(const Origin& origin) {
    const auto is_letter_of = [](char c) { return c >= 'a' && c <= 'z'; };
    const std::string& name = origin.language;
    return name.size() == 2 && is_letter_of(name[0]) && is_letter_of(name[1]) ? name : "";
  }

  // What the container says, where the document says nothing.
  static void fill_in(Document& document, const Origin& origin) {
    const auto fill = [](std::string& field, const std::string& value) {
      if (!field.empty()) return;
      field = value;
      repair(field);
    };
    fill(document.url, origin.url);
    fill(document.title, origin.title);
    fill(document.publisher, origin.publisher);
    fill(document.author, origin.author);
    fill(document.published, origin.published);
    fill(document.language, language_of(origin));
  }

  void read_lines(Window& window, const Place& place) {
    Utf8Source* wide = nullptr;
    std::optional<Utf8Source> converted;
    const std::string_view head = window.look(2);
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") ||
        head.find('\0') != std::string_view::npos) {
      wide = &converted.emplace(window, EncodingHints{});
    }
    ByteSource& source = wide != nullptr ? static_cast<ByteSource&>(*wide) : window;
    LineReader lines(source, delivery_.limit());
    std::string line;
    while (true) {
      bool more = false;
      try {
        more = lines.next(line);
      } catch (const Error& error) {
        // Past a long line reading goes on; a damaged source has nothing more to give.
        if (error.kind() != ErrorKind::too_large || error.where().line == 0) throw;
        delivery_.report(error);
        continue;
      }
      if (!more) return;
      if (is_blank(line)) continue;
      attempt([&] { read_line(line, {source.name(), lines.line_number(), lines.byte()}, place); });
    }
  }

  void read_line(std::string& line, const Location& where, const Place& place) {
    if (where.byte == 0 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    JsonLine parsed = parse_json_line(line, where);
    if (!parsed.published.empty()) {
      delivery_.report(
          {ErrorKind::malformed, "\"published\" is not a date: " + parsed.published, where});
    }
    line = std::string();  // its memory is wanted for the document
    Document& document = parsed.document;
    if (document.id.empty()) document.id = place.id + ":" + std::to_string(where.line);
    Place here = place;
    here.where = where;
    if (parsed.is_html) return read_html_line(std::move(document), here);
    deliver(std::move(document), here);
  }

  // What stands beside the page in its line was put there by whoever knows: it wins.
  void read_html_line(Document&& given, Place& place) {
    place.id = given.id;
    place.origin = {given.url, "", given.publisher, "", given.published, given.language};
    const std::string html = std::move(given.text);
    std::vector<Document> documents = pages_of(html, place);
    Document& first = documents[0];
    const auto prefer = [](std::string& field, std::string& value) {
      if (!value.empty()) field = std::move(value);
    };
    prefer(first.title, given.title);
    prefer(first.author, given.author);
    prefer(first.publisher, given.publisher);
    prefer(first.published, given.published);
    prefer(first.language, given.language);
    for (Document& document : documents) {
      document.replaced_bytes = given.replaced_bytes;
      deliver(std::move(document), place);
    }
  }

  void deliver(Document&& document, const Place& place) {
    delivery_.progress(bytes_before_ + budget_->earned());
    if (!place.blank_is_fault && is_blank(document.text)) return;
    delivery_.deliver(std::move(document), place.where);
  }

  // Runs `step`; an Error in it is reported and that is all.
  template <typename Step>
  void attempt(const Step& step) {
    try {
      step();
    } catch (const Error& error) {
      delivery_.report(error);
    }
  }

  Delivery delivery_;
  ExpansionBudget* budget_ = nullptr;  // of the input that is being read
  std::uint64_t bytes_before_ = 0;     // of the inputs that were read to their end
};

}  // namespace

std::uint64_t read_documents(const std::vector<std::string>& inputs, const ReadOptions& options,
                             const ReadHandlers& handlers) {
  Reader reader(options, handlers);
  try {
    for (const std::string& input : inputs) reader.read_input(input);
  } catch (const HandlerThrew&) {
    reader.delivery().rethrow();
  }
  return reader.delivery().documents();
}

}  // namespace entente

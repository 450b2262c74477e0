// Expat, held on a short leash.
#include "text/containers/xml_stream.h"

#include <expat.h>

#include <algorithm>
#include <exception>
#include <utility>

#include "text/containers/header_fields.h"

namespace entente {
namespace {

constexpr std::size_t chunk_bytes = 32 << 10;
constexpr std::size_t most_depth = 4096;
// Expat looks through a token anew with every chunk until it has its end.
constexpr std::uint64_t most_token_bytes = 1 << 20;
constexpr std::size_t most_root_bytes = 16 << 10;
// A parser is set up anew after every fault: rubbish that is nothing but faults is not gone
// through.
constexpr std::uint64_t free_faults = 100;
constexpr std::uint64_t bytes_per_fault = 512;
constexpr XML_Char separator = '\x1f';

// One run of the parser, from the begin of the document or from a later element.
class Run {
 public:
  explicit Run(const XmlHandlers& handlers)
      : handlers_(handlers), parser_(XML_ParserCreateNS("UTF-8", separator), &XML_ParserFree) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), &Run::on_begin, &Run::on_end);
    XML_SetCharacterDataHandler(parser_.get(), &Run::on_text);
    XML_SetSkippedEntityHandler(parser_.get(), &Run::on_skipped);
    // Entities of a document type elsewhere (&nbsp;) are passed on instead of being faults.
    XML_UseForeignDTD(parser_.get(), XML_TRUE);
    XML_SetParamEntityParsing(parser_.get(), XML_PARAM_ENTITY_PARSING_NEVER);
  }

  // False when the document is not well formed; see fault(). Rethrows what a handler threw.
  bool parse(std::string_view bytes, bool last) {
    const XML_Status status =
        XML_Parse(parser_.get(), bytes.data(), static_cast<int>(bytes.size()), last ? 1 : 0);
    if (thrown_) std::rethrow_exception(thrown_);
    if (XML_GetErrorCode(parser_.get()) == XML_ERROR_AMPLIFICATION_LIMIT_BREACH) {
      refusal_ = "its entities grow beyond all bounds";
    }
    fed_ += bytes.size();
    too_long_ = fed_ - std::min(fed_, byte()) > most_token_bytes;
    return status == XML_STATUS_OK && !too_long_;
  }
  // Elements are told to nobody, and do not count as depth of the document's own.
  void set_silent(bool silent) { silent_ = silent; }

  [[nodiscard]] std::string fault() const {
    if (!refusal_.empty()) return refusal_;
    return too_long_ ? "a tag or comment that does not end"
                     : XML_ErrorString(XML_GetErrorCode(parser_.get()));
  }
  [[nodiscard]] bool refused() const { return !refusal_.empty(); }
  [[nodiscard]] std::uint64_t byte() const {
    return static_cast<std::uint64_t>(
        std::max<XML_Index>(0, XML_GetCurrentByteIndex(parser_.get())));
  }

 private:
  // Nothing may be thrown through expat: it is kept until expat has returned.
  template <typename Step>
  static void guarded(void* data, const Step& step) {
    Run& run = *static_cast<Run*>(data);
    if (run.thrown_ || run.refused()) return;
    try {
      step(run);
    } catch (...) {
      run.thrown_ = std::current_exception();
      XML_StopParser(run.parser_.get(), XML_FALSE);
    }
  }
  void refuse(const std::string& why) {
    refusal_ = why;
    XML_StopParser(parser_.get(), XML_FALSE);
  }
  static std::pair<std::string_view, std::string_view> split(const XML_Char* name) {
    const std::string_view whole = name;
    const std::size_t at = whole.find(separator);
    if (at == std::string_view::npos) return {{}, whole};
    return {whole.substr(0, at), whole.substr(at + 1)};
  }
  static void XMLCALL on_begin(void* data, const XML_Char* name, const XML_Char** attributes) {
    guarded(data, [&](Run& run) {
      if (++run.depth_ > most_depth) return run.refuse("elements are nested too deep");
      if (run.silent_) return;
      std::vector<XmlAttribute> list;
      for (; *attributes != nullptr; attributes += 2) {
        list.push_back({split(attributes[0]).second, attributes[1]});
      }
      const auto [space, local] = split(name);
      run.handlers_.begin(space, local, list);
    });
  }
  static void XMLCALL on_end(void* data, const XML_Char* name) {
    guarded(data, [&](Run& run) {
      --run.depth_;
      const auto [space, local] = split(name);
      if (!run.silent_) run.handlers_.end(space, local);
    });
  }
  static void XMLCALL on_text(void* data, const XML_Char* text, int size) {
    guarded(data, [&](Run& run) {
      if (!run.silent_) run.handlers_.text({text, static_cast<std::size_t>(size)});
    });
  }
  static void XMLCALL on_skipped(void* data, const XML_Char* name, int is_parameter) {
    guarded(data, [&](Run& run) {
      if (is_parameter != 0 || run.silent_) return;
      run.handlers_.text("&" + std::string(name) + ";");
    });
  }
  const XmlHandlers& handlers_;
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser_;
  std::exception_ptr thrown_;
  std::string refusal_;
  std::size_t depth_ = 0;
  std::uint64_t fed_ = 0;
  bool silent_ = false, too_long_ = false;
};

bool ends_name(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '>' || c == '/';
}

// Characters that XML forbids and feeds hold all the same.
std::string without_controls(std::string_view text) {
  std::string clean(text);
  for (char& c : clean) {
    if (static_cast<unsigned char>(c) < ' ' && c != '\t' && c != '\n' && c != '\r') c = ' ';
  }
  return clean;
}

class Reading {
 public:
  Reading(Window& input, const XmlResume& resume, const XmlHandlers& handlers)
      : input_(input), resume_(resume), handlers_(handlers) {}

  void run() {
    skip_to_markup();
    root_ = root_tag();
    auto parser = std::make_unique<Run>(handlers_);
    begin_ = base_ = input_.position();
    while (true) {
      // Small steps, so that after a fault what lies behind it can still be looked at.
      const std::string_view ready = input_.look(1).substr(0, chunk_bytes);
      const bool good = parser->parse(without_controls(ready), ready.empty());
      handlers_.pause();
      if (good && ready.empty()) return;
      if (good) {
        input_.take(ready.size());
        continue;
      }
      if (!report(*parser) || !go_on(*parser)) return;
      parser = std::make_unique<Run>(handlers_);
      parser->set_silent(true);
      (void)parser->parse(root_, false);
      parser->set_silent(false);
      begin_ = input_.position();
      base_ = begin_ - root_.size();
    }
  }

 private:
  // White space and rubbish before the first tag are no fault worth losing a feed for.
  void skip_to_markup() {
    while (true) {
      const std::string_view ready = input_.look(chunk_bytes);
      if (ready.empty()) return;
      const std::size_t at = ready.find('<');
      input_.take(std::min(at, ready.size()));
      if (at != std::string_view::npos) return;
    }
  }

  // The root's start tag, with the namespaces it declares; what reading goes on under.
  std::string root_tag() {
    const std::string_view head = input_.look(most_root_bytes).substr(0, most_root_bytes);
    for (std::size_t at = head.find('<'); at != std::string_view::npos; at = head.find('<', at)) {
      const std::size_t end = head.find('>', at);
      if (end == std::string_view::npos) break;
      const char next = head[at + 1];
      if (next != '?' && next != '!' && head[end - 1] != '/') {
        const std::string tag(head.substr(at, end - at + 1));
        const bool inner = names(tag, resume_.root);
        return inner ? tag + "<" + resume_.parent + ">" : tag;
      }
      at = end;
    }
    return "<feed>";
  }

  // False when too much is broken to go on.
  bool report(const Run& parser) {
    ++faults_;
    const std::uint64_t byte = base_ + parser.byte();
    const bool hopeless =
        faults_ > free_faults && input_.position() < (faults_ - free_faults) * bytes_per_fault;
    if (handlers_.error) {
      handlers_.error(Error(ErrorKind::malformed,
                            "is not well-formed XML: " + parser.fault() +
                                (hopeless ? ", as much else; given up here" : ""),
                            {input_.name(), 0, byte}));
    }
    return !parser.refused() && !hopeless;
  }

  // Goes to the next element behind the fault that reading can begin again at.
  bool go_on(const Run& parser) {
    handlers_.restart();
    const std::uint64_t fault = base_ + parser.byte();
    const std::size_t ready_bytes = input_.look(1).size();
    if (fault > input_.position()) {
      input_.take(std::min(static_cast<std::size_t>(fault - input_.position()), ready_bytes));
    } else if (input_.position() == begin_ && ready_bytes > 0) {
      input_.take(1);  // lest the same element is begun again
    }
    while (true) {
      const std::string_view ready = input_.look(chunk_bytes);
      if (ready.empty()) return false;
      const std::size_t at = ready.find('<');
      input_.take(std::min(at, ready.size()));
      if (at == std::string_view::npos) continue;
      if (begins_element(input_.look(64))) return true;
      input_.take(1);
    }
  }

  static bool names(std::string_view tag, const std::string& name) {
    return tag.substr(1).starts_with(name) && tag.size() > name.size() + 1 &&
           ends_name(tag[name.size() + 1]);
  }
  bool begins_element(std::string_view ahead) const {
    return std::any_of(resume_.elements.begin(), resume_.elements.end(),
                       [&](const std::string& name) { return names(ahead, name); });
  }

  Window& input_;
  const XmlResume& resume_;
  const XmlHandlers& handlers_;
  std::string root_;
  std::uint64_t begin_ = 0;  // where in the input this run of the parser began
  std::uint64_t base_ = 0;   // and where its byte 0 would be
  std::uint64_t faults_ = 0;
};

}  // namespace

void read_xml(Window& input, const XmlResume& resume, const XmlHandlers& handlers) {
  Reading(input, resume, handlers).run();
}

}  // namespace entente

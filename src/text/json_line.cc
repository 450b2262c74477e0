// Reads the fields of a document's JSON object by events: no tree is built, so that a line of a
// million brackets costs no more than its bytes.
#include "text/json_line.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "entente/date.h"

namespace entente {
namespace {

struct Fields {
  std::optional<std::string> id, text, html, title, url, publisher, author, published, language;

  // The place of a key's value; null for a key that is none of ours.
  std::optional<std::string>* find(const std::string& key) {
    if (key == "id") return &id;
    if (key == "text") return &text;
    if (key == "html") return &html;
    if (key == "title") return &title;
    if (key == "url") return &url;
    if (key == "publisher") return &publisher;
    if (key == "author") return &author;
    if (key == "published") return &published;
    if (key == "language") return &language;
    return nullptr;
  }
};

class Handler : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit Handler(Fields& fields) : fields_(fields) {}
  [[nodiscard]] const std::string& problem() const { return problem_; }

  bool null() override { return leave(); }
  bool boolean(bool) override { return no_string(); }
  bool number_integer(number_integer_t number) override { return number_as_id(number); }
  bool number_unsigned(number_unsigned_t number) override { return number_as_id(number); }
  bool number_float(number_float_t, const string_t&) override { return no_string(); }
  bool binary(binary_t&) override { return no_string(); }
  bool string(string_t& value) override {
    if (depth_ == 0) return no_string();
    if (field_ != nullptr) *field_ = std::move(value);
    return leave();
  }
  bool key(string_t& name) override {
    if (depth_ != 1) return true;
    field_ = fields_.find(name);
    name_ = name;
    return true;
  }
  bool start_object(std::size_t) override {
    if (field_ != nullptr) return no_string();
    ++depth_;
    return true;
  }
  bool end_object() override {
    --depth_;
    return true;
  }
  bool start_array(std::size_t) override {
    if (depth_ == 0) return fail("is not a JSON object");
    return start_object(0);
  }
  bool end_array() override { return end_object(); }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    std::string what = error.what();
    // What follows the last "; " or ": " names the fault; before it stand the library's own marks.
    const std::size_t cut = what.find("while parsing");
    if (cut != std::string::npos) what = what.substr(cut);
    return fail("is not JSON at column " + std::to_string(position) + " (" + what.substr(0, 200) +
                ")");
  }

 private:
  bool leave() {
    if (depth_ == 0) return fail("is not a JSON object");
    field_ = nullptr;
    return true;
  }
  bool no_string() {
    if (depth_ == 0) return fail("is not a JSON object");
    if (field_ != nullptr) return fail("\"" + name_ + "\" is not a string");
    return true;
  }
  template <typename Number>
  bool number_as_id(Number number) {
    if (field_ != &fields_.id) return no_string();
    fields_.id = std::to_string(number);
    return leave();
  }
  bool fail(const std::string& why) {
    if (problem_.empty()) problem_ = why;
    return false;
  }

  Fields& fields_;
  std::optional<std::string>* field_ = nullptr;  // whose value comes next
  std::string name_;
  std::size_t depth_ = 0;
  std::string problem_;
};

std::string taken(std::optional<std::string>& field) {
  std::string value = std::move(field).value_or("");
  repair(value);  // an escape may have written NUL
  return value;
}

}  // namespace

JsonLine parse_json_line(std::string& line, const Location& where) {
  JsonLine result;
  Document& document = result.document;
  document.replaced_bytes = repair(line);
  Fields fields;
  Handler handler(fields);
  if (!nlohmann::json::sax_parse(line, &handler)) {
    throw Error(ErrorKind::malformed, handler.problem(), where);
  }
  if (!fields.text && fields.html) {
    result.is_html = true;
    fields.text = std::move(fields.html);
  }
  if (!fields.text) throw Error(ErrorKind::malformed, "has neither \"text\" nor \"html\"", where);

  document.text = std::move(*fields.text);
  document.replaced_bytes += repair(document.text);
  document.id = taken(fields.id);
  document.title = taken(fields.title);
  document.url = taken(fields.url);
  document.publisher = taken(fields.publisher);
  document.author = taken(fields.author);
  document.language = taken(fields.language);
  const std::string published = taken(fields.published);
  const std::optional<Date> date = parse_date(published);
  document.published = date ? to_string(*date) : "";
  if (!date) result.published = published;
  return result;
}

}  // namespace entente

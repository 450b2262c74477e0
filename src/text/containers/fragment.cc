// Small HTML through gumbo.
#include "text/containers/fragment.h"

#include <gumbo.h>

#include <memory>
#include <vector>

#include "base/utf8.h"
#include "text/html/references.h"

namespace entente {
namespace {

constexpr std::size_t longest_fragment = 4096;

void append_blank_trimmed(std::string& out, std::string_view text) {
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
    if (!blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
}

}  // namespace

std::string text_of_fragment(std::string_view html) {
  std::string cut(html.substr(0, longest_fragment));
  repair(cut);
  blunt_references(cut);
  std::string text;
  if (cut.find_first_of("<&") == std::string::npos) {
    append_blank_trimmed(text, cut);
  } else {
    // The output holds pointers into `cut`.
    GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, cut.data(), cut.size());
    const auto destroy = [](GumboOutput* tree) {
      gumbo_destroy_output(&kGumboDefaultOptions, tree);
    };
    const std::unique_ptr<GumboOutput, decltype(destroy)> guard(output, destroy);
    std::vector<const GumboNode*> waiting = {output->root};
    while (!waiting.empty()) {
      const GumboNode* node = waiting.back();
      waiting.pop_back();
      if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
          node->type == GUMBO_NODE_CDATA) {
        append_blank_trimmed(text, node->v.text.text);
      } else if (node->type == GUMBO_NODE_ELEMENT) {
        const GumboVector& children = node->v.element.children;
        for (unsigned i = children.length; i > 0; --i) {
          waiting.push_back(static_cast<const GumboNode*>(children.data[i - 1]));
        }
      }
    }
  }
  if (text.ends_with(' ')) text.pop_back();
  return text;
}

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

std::string page_around(std::string_view content, const Origin& origin) {
  std::string page = "<!DOCTYPE html><html";
  if (!origin.language.empty()) page += " lang=\"" + escaped(origin.language) + "\"";
  page += "><head><meta charset=\"utf-8\"><title>" + escaped(origin.title) + "</title>";
  const auto meta = [&](const char* name, const std::string& value) {
    if (value.empty()) return;
    page += std::string("<meta ") + name + " content=\"" + escaped(value) + "\">";
  };
  meta("property=\"og:site_name\"", origin.publisher);
  meta("name=\"author\"", origin.author);
  page += "</head><body><article>";
  if (!origin.title.empty()) page += "<h1>" + escaped(origin.title) + "</h1>\n";
  return page.append("<div>").append(content).append("</div></article></body></html>");
}

}  // namespace entente

// The page's pieces with the store's content between them.
#include "serve/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "serve/embed.h"
#include "serve/page.h"
#include "serve/picture.h"
#include "serve/report_data.h"

namespace entente {
namespace {

/// "Yemen, Eritrea and Saudi Arabia in the news": the states and organisations with most acts.
std::string title_of(const Picture& picture, const ReportWorld& world) {
  std::map<std::string, std::size_t> acts;
  for (const Act& act : picture.acts) {
    for (const auto* side : {&act.actor, &act.recipient}) {
      for (const std::string& code : *side) ++acts[code.substr(0, code.find(':'))];
    }
  }
  acts.erase("?");
  std::vector<std::pair<std::size_t, std::string>> sorted;
  for (const auto& [code, count] : acts) sorted.emplace_back(count, code);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, sorted.size()); ++i) {
    names.push_back(world.name_of(sorted[i].second));
  }
  if (names.empty()) return "A report from the news";
  const std::string last = names.back();
  names.pop_back();
  return names.empty() ? last + " in the news"
                       : fmt::format("{} and {} in the news", fmt::join(names, ", "), last);
}

}  // namespace

void write_report(Store& store, const ReportOptions& options, const ReportWorld& world,
                  const std::function<void(std::string_view)>& write) {
  const Picture picture = read_picture(store, options);
  const std::string title = options.title.empty() ? title_of(picture, world) : options.title;
  for (const PagePiece& piece : page_pieces()) {
    if (piece.slot == "title") {
      write(html_text(title));
    } else if (piece.slot == "program") {
      write(html_text(world.program));
    } else if (piece.slot == "data") {
      write(embedded_json(report_data(picture, options, world, title)));
    } else if (piece.slot == "texts") {
      for (std::size_t i = 0; i < picture.chunks.size(); ++i) {
        write(fmt::format("<script type=\"text/plain\" id=\"text-{}\">{}</script>\n", i,
                          picture.chunks[i]));
      }
    } else {
      write(piece.text);
    }
  }
}

}  // namespace entente

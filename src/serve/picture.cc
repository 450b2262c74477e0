// Reads a store for the report.
#include "serve/picture.h"

#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "serve/text_chunks.h"

namespace entente {
namespace {

/// A document's id and whose coding it is.
using DocumentName = std::pair<std::string, std::string>;

class Reader {
 public:
  Reader(Store& store, const ReportOptions& options) : store_(store), options_(options) {
    query_.as_of = options.as_of;
    query_.from = options.from;
    query_.until = options.until;
  }

  Picture read() {
    picture_.acts = read_acts(store_, query_);
    for (std::uint32_t act = 0; act < picture_.acts.size(); ++act) add_reports(act);
    add_disputes();
    add_documents();
    add_copies();
    return std::move(picture_);
  }

 private:
  void add_reports(std::uint32_t act) {
    act_at_.emplace(picture_.acts[act].id, act);
    for (ActReport& found : read_reports(store_, picture_.acts[act].id, options_.as_of)) {
      const std::uint32_t document = document_of(found);
      report_at_.emplace(found.row, picture_.reports.size());
      picture_.documents[document].reports.push_back(
          static_cast<std::uint32_t>(picture_.reports.size()));
      picture_.reports.push_back({found.row, act, document, -1, std::move(found.item.said_by),
                                  std::move(found.item.denied_by), found.copy, found.item.span,
                                  found.item.sentence_span, std::move(found.item.spans),
                                  std::move(found.item.sentence)});
    }
  }

  std::uint32_t document_of(const ActReport& report) {
    const auto [at, is_new] = document_at_.emplace(
        DocumentName{report.item.doc, report.origin.source}, picture_.documents.size());
    if (is_new) {
      const ItemOrigin& origin = report.origin;
      picture_.documents.push_back({report.item.doc,
                                    origin.source,
                                    origin.title,
                                    origin.published,
                                    origin.publisher,
                                    origin.url,
                                    -1,
                                    -1,
                                    {}});
    }
    return static_cast<std::uint32_t>(at->second);
  }

  /// Disputes by rows become disputes by indexes; what the options leave out is left out.
  void add_disputes() {
    for (Dispute& dispute : read_disputes(store_, query_)) {
      std::vector<std::int64_t> acts;
      for (const std::int64_t id : dispute.acts) {
        if (const auto at = act_at_.find(id); at != act_at_.end()) acts.push_back(at->second);
      }
      if (acts.empty()) continue;
      dispute.acts = std::move(acts);
      dispute.act = dispute.acts.front();
      for (DisputeSide& side : dispute.sides) {
        std::vector<std::int64_t> reports;
        for (const std::int64_t row : side.items) {
          const auto at = report_at_.find(row);
          if (at == report_at_.end()) continue;
          reports.push_back(static_cast<std::int64_t>(at->second));
          quoted_.insert(at->second);
        }
        side.items = std::move(reports);
      }
      picture_.disputes.push_back(std::move(dispute));
    }
  }

  /// The texts, and the documents in which nothing was found.
  void add_documents() {
    TextChunks chunks(picture_);
    store_.each_document([&](const Document& document) {
      const auto at = document_at_.find({document.id, ""});
      if (at != document_at_.end()) return chunks.add(at->second, document);
      if (!is_wanted(document)) return;
      picture_.documents.push_back({document.id,
                                    "",
                                    document.title,
                                    document.published,
                                    document.publisher,
                                    document.url,
                                    -1,
                                    -1,
                                    {}});
      document_at_.emplace(DocumentName{document.id, ""}, picture_.documents.size() - 1);
      chunks.add(picture_.documents.size() - 1, document);
    });
    chunks.finish();
    // What stands in a text need not stand in the data too, unless the page begins with it.
    for (std::size_t i = 0; i < picture_.reports.size(); ++i) {
      if (picture_.reports[i].item >= 0 && !quoted_.contains(i)) picture_.reports[i].quote.clear();
    }
  }

  [[nodiscard]] bool is_wanted(const Document& document) const {
    if (options_.from || options_.until) return false;
    if (!options_.as_of) return true;
    const Day day = day_of(document.published);
    return day != no_day && day <= *options_.as_of;
  }

  void add_copies() {
    Statement rows = store_.database().prepare(
        "SELECT later.name, first.name FROM appearance "
        "JOIN document later ON later.id = appearance.document "
        "JOIN document first ON first.id = appearance.first WHERE later.source = ''");
    while (rows.step()) {
      const auto later = document_at_.find({rows.text(0), ""});
      const auto first = document_at_.find({rows.text(1), ""});
      if (later == document_at_.end() || first == document_at_.end()) continue;
      picture_.documents[later->second].copy_of = static_cast<int>(first->second);
    }
  }

  Store& store_;
  const ReportOptions& options_;
  ActQuery query_;
  Picture picture_;
  std::unordered_map<std::int64_t, std::uint32_t> act_at_;
  std::unordered_map<std::int64_t, std::size_t> report_at_;
  std::map<DocumentName, std::size_t> document_at_;
  std::set<std::size_t> quoted_;
};

}  // namespace

Picture read_picture(Store& store, const ReportOptions& options) {
  return Reader(store, options).read();
}

}  // namespace entente

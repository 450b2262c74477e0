// Items as rows of event data in CAMEO codes.
#include "record/cameo_tsv.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace entente {
namespace {

/// A field of a row: what would break the row into several becomes a space.
std::string field(std::string_view text) {
  std::string result(text);
  std::ranges::replace_if(
      result, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return result;
}

bool happened(const Item& item) {
  return item.status == Status::actual ||
         (item.status == Status::future && item.type == ItemType::agree);
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

Pairs pairs_of(const Item& item) {
  Pairs pairs;
  if (item.recipient.empty() && is_mutual(item.type) && item.actor.size() > 1) {
    for (const std::string& source : item.actor) {
      for (const std::string& target : item.actor) {
        if (source != target) pairs.emplace_back(source, target);
      }
    }
    return pairs;
  }
  const std::vector<std::string> nobody = {""};
  if (item.actor.empty() && item.recipient.empty()) return pairs;
  for (const std::string& source : item.actor.empty() ? nobody : item.actor) {
    for (const std::string& target : item.recipient.empty() ? nobody : item.recipient) {
      pairs.emplace_back(source, target);
    }
  }
  return pairs;
}

}  // namespace

void append_cameo_header(std::string& out) {
  out += "date\tsource\ttarget\tcameo\tquad\tgoldstein\tdoc\tsent\tsentence\n";
}

void append_cameo_tsv(std::string& out, const Item& item, const Ontology& ontology,
                      std::string_view published) {
  if (item.kind != ItemKind::event || !happened(item)) return;
  const std::string& code =
      item.cameo.empty() ? ontology.default_cameo(item.type, item.mode) : item.cameo;
  const CameoCode* entry = ontology.nearest(code);
  const std::string quad = entry ? std::to_string(entry->quad) : "";
  const std::string goldstein = entry ? fmt::format("{:.1f}", entry->goldstein) : "";
  const std::string date = field(item.when.empty() ? published : item.when);
  for (const auto& [source, target] : pairs_of(item)) {
    fmt::format_to(std::back_inserter(out), "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", date,
                   field(source), field(target), field(code), quad, goldstein, field(item.doc),
                   item.sentence_number, field(item.sentence));
  }
}

}  // namespace entente

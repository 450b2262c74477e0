// The report: a store as one page that needs nothing else, with the sentences behind every number.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "record/kinship.h"
#include "record/ontology.h"
#include "store/acts.h"
#include "store/store.h"

namespace entente {

struct ReportOptions {
  std::string title;               ///< empty: the parties that are told of most
  std::optional<Day> as_of;        ///< only what documents published by then told
  std::optional<Day> from, until;  ///< only acts whose days overlap these
};

/// What the page needs to know of the world.
struct ReportWorld {
  const Ontology& ontology;
  const Kinship& kinship;
  std::function<std::string(std::string_view code)> name_of;
  std::string program;  ///< name and version of what writes the page
};

/// Writes the page piece by piece.
void write_report(Store& store, const ReportOptions& options, const ReportWorld& world,
                  const std::function<void(std::string_view)>& write);

}  // namespace entente

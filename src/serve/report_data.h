// The report's data as JSON; docs/formats.md has what each part is.
#pragma once

#include <string>

#include "serve/picture.h"
#include "serve/report.h"

namespace entente {

[[nodiscard]] std::string report_data(const Picture& picture, const ReportOptions& options,
                                      const ReportWorld& world, const std::string& title);

/// PLOVER's quad class of an act by its CAMEO code, 0 of a relation.
[[nodiscard]] int quad_class_of(const Act& act, const Ontology& ontology);

}  // namespace entente

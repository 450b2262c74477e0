// The part of the report's data that tells how parties stand: curves of pairs, the network of
// blocs.
#pragma once

#include <string>

#include "record/json_text.h"
#include "serve/columns.h"
#include "serve/picture.h"
#include "serve/report.h"

namespace entente {

/// Appends the members `dyads` and `blocs` to `all`, which writes to `out`.
void append_relations(JsonObject& all, std::string& out, const Picture& picture,
                      const ReportWorld& world, NameList& actors);

}  // namespace entente

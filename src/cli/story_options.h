// Options of the commands that show acts and disputes, and how both are written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/store_options.h"
#include "store/acts.h"
#include "world/code_names.h"

namespace entente::cli {

struct StoryOptions : StoreOptions {
  std::vector<std::string> parties;
  std::string type, from, until, as_of;
  std::size_t limit = 0;  ///< 0: all
};

void add_story_options(CLI::App& command, StoryOptions& options);
/// --from, --until and --as-of alone.
void add_period_options(CLI::App& command, StoryOptions& options);
/// What the options ask for.
[[nodiscard]] ActQuery query_of(const StoryOptions& options);
/// Tells on standard error that documents wait to be linked.
void warn_of_unlinked(Store& store);

/// "2013-03-04", "2013-03", "2013" or "2013-03-04..2013-03-08".
[[nodiscard]] std::string period_text(Period period);
/// Reports as a member "reports" of JSON.
void append_reports(std::string& out, const std::vector<ActReport>& reports);
/// Codes as people read them: "Yemen: armed forces, Eritrea"; what is no code (a publisher, a
/// count) stands as it is.
[[nodiscard]] std::string named(const std::vector<std::string>& codes, const CodeNames& names,
                                std::string_view between = ", ");
/// The same of a claim, which may be "yes", "14 dead", codes or "not" and codes.
[[nodiscard]] std::string named_claim(const std::string& claim, const CodeNames& names);
/// A sentence on one line.
[[nodiscard]] std::string on_one_line(const std::string& sentence);

}  // namespace entente::cli

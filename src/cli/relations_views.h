// The views of `entente relations`: all pairs, those of one actor, one pair, the blocs.
#pragma once

#include <string>

#include "cli/relations_desk.h"

namespace entente::cli {

/// Each appends what it shows, as a table or as JSON Lines.
void show_all_pairs(std::string& out, Desk& desk, const RelationsOptions& options);
void show_pairs_of(std::string& out, Desk& desk, const RelationsOptions& options,
                   const Subject& subject);
void show_pair(std::string& out, Desk& desk, const RelationsOptions& options, const Subject& a,
               const Subject& b);
void show_blocs(std::string& out, Desk& desk, const RelationsOptions& options);

/// The pairs that `subject` is part of, in tables or records: used by `entente actor` too.
void show_partners(std::string& out, Desk& desk, const RelationsOptions& options,
                   const Subject& subject, std::span<const Act> acts, std::size_t most);

}  // namespace entente::cli

// How dyads, standing relations and acts are written: as rows of tables and as JSON.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/relations_desk.h"
#include "cli/text_table.h"
#include "record/json_text.h"
#include "relations/standing.h"

namespace entente::cli {

void append_member(JsonObject& object, std::string& out, const char* name,
                   const relations::Intensity& intensity);

/// "·" for nothing, else with as many decimals as are of use.
[[nodiscard]] std::string amount(double value);
[[nodiscard]] std::string count_cell(std::uint64_t count);
/// "2013-03", or "2013-03 – 2014-01".
[[nodiscard]] std::string span_text(Day first, Day last);

/// Ordered pairs, one a row.
[[nodiscard]] TextTable pair_table();
void add_pair(TextTable& table, const relations::Dyad& dyad, const relations::Deeds& deeds,
              const CodeNames& names);
void append_dyad_json(std::string& out, const relations::Dyad& dyad, const relations::Deeds& deeds,
                      const CodeNames& names);

/// Relations among acts and kinship that have one of `codes`, or a sector of it, on either side;
/// with `others` not empty only those that have one of these on the other side.
[[nodiscard]] std::vector<relations::StandingRelation> standing_of(
    const Desk& desk, std::span<const Act> acts, const std::vector<std::string>& codes,
    const std::vector<std::string>& others);
/// With a heading in tables; nothing where there are none.
void append_standing(std::string& out, const Desk& desk,
                     std::span<const relations::StandingRelation> relations);

/// The weightiest of these acts, at most `most`, in the order of their days: most reported first,
/// then the later.
[[nodiscard]] std::vector<const Act*> weightiest(std::span<const Act* const> acts,
                                                 std::size_t most);
/// An act on a line, then its first sentence.
[[nodiscard]] std::string act_text(Desk& desk, const Act& act, std::size_t indent);
/// What a report says and where, wrapped.
[[nodiscard]] std::string sentence_text(const Item& item, const ItemOrigin& origin,
                                        std::size_t indent);
/// On one line where it fits, else wrapped.
[[nodiscard]] std::string line_or_lines(const std::string& text, std::size_t indent);
void append_act_json(std::string& out, Desk& desk, const Act& act);

}  // namespace entente::cli

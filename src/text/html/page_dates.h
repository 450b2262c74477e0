// Dates as pages write them: in attributes, in lines for readers, in addresses.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "entente/date.h"
#include "text/html/page_lexicon.h"

namespace entente {

/// A date found in text and where it stands. A day in figures that may be read both ways
/// (3/4/2031) has `other`, the reading with the month first.
struct FoundDate {
  Date date;
  std::size_t begin = 0, end = 0;
  Date other;
};

/// Full dates in a text, in order: figures, or the name of a month. Where `reference` is known,
/// also such without a year that lie within two days of it.
[[nodiscard]] std::vector<FoundDate> dates_in(std::string_view text, const PageLexicon& lexicon,
                                              Date reference = {});
/// The value of an attribute or of metadata: ISO, figures alone, or as for readers.
[[nodiscard]] std::optional<Date> stated_date(std::string_view value, const PageLexicon& lexicon);
/// /2031/04/03/, /2031-04-03-, /20310403 in an address; a month alone is not enough.
[[nodiscard]] std::optional<Date> date_of_url(std::string_view url);

}  // namespace entente

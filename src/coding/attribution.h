// Who says what: cues of reporting with their source and the stretch of text that they report.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "coding/parties.h"
#include "coding/quotes.h"
#include "coding/reading.h"

namespace entente {

/// Somebody through whom a report came.
struct Voice {
  std::vector<std::string> codes;
  Span span;
};

struct Attribution {
  std::uint32_t sentence = 0;
  std::uint16_t cue_word = 0;
  Span cue;
  std::int32_t source_word = -1;
  Span source;                     ///< empty where nobody is named
  std::vector<Span> content;       ///< in order; may reach over several sentences
  std::vector<Span> referred;      ///< what "this charge" or "it" of a denial refers to
  std::vector<std::string> codes;  ///< of the source
  std::vector<Voice> cited;        ///< whom the source passes on: nearer to what is said
  std::vector<Voice> outlets;      ///< to or through whom the source spoke: farther from it
  std::vector<Span> asides;        ///< within the content, but told by whoever reports the source
  std::vector<Span> quoted;        ///< quotations that the content holds
  bool outer = false;  ///< "according to X": X tells of the whole, reports within it included
  bool denies = false;
  bool nested = false;  ///< told within what another source says
  bool reports = true;  ///< it makes what it covers a report: said_by

  [[nodiscard]] bool covers(Span span) const;
  [[nodiscard]] std::uint32_t size() const;  ///< bytes of content, to tell inner from outer
  [[nodiscard]] Span cover() const;          ///< from the first to the last byte of content
};

/// All attributions of a document, in order of their cues. Fills in "we" and "our" of what is
/// quoted in `parties`.
[[nodiscard]] std::vector<Attribution> attributions(const Reading& reading, const Lexicon& lexicon,
                                                    Parties& parties);
/// The same where the quotes of the document are known already.
[[nodiscard]] std::vector<Attribution> attributions(const Reading& reading, const Lexicon& lexicon,
                                                    Parties& parties,
                                                    const std::vector<Quote>& quoted);

/// Speakers of a trigger, nearest first, and those who deny it.
struct Voices {
  std::vector<std::string> said_by, denied_by;
  std::vector<Span> said_spans, denied_spans;
  std::vector<const Attribution*> heard;  ///< what they were taken from, nearest first
};
[[nodiscard]] Voices voices(const std::vector<Attribution>& all, Span trigger);

}  // namespace entente

// Who says what: cues of reporting with their source and the stretch of text that they report.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "coding/parties.h"
#include "coding/reading.h"

namespace entente {

struct Attribution {
  std::uint32_t sentence = 0;
  std::uint16_t cue_word = 0;
  Span cue;
  std::int32_t source_word = -1;
  Span source;                     ///< empty where nobody is named
  std::vector<Span> content;       ///< in order; may reach over several sentences
  std::vector<Span> referred;      ///< what "this charge" or "it" refers to, of a denial
  std::vector<std::string> codes;  ///< of the source
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

/// Speakers of a trigger, nearest first, and those who deny it.
struct Voices {
  std::vector<std::string> said_by, denied_by;
  std::vector<Span> said_spans, denied_spans;
};
[[nodiscard]] Voices voices(const std::vector<Attribution>& all, Span trigger);

}  // namespace entente

// What a cue reports: the clause, the phrase or the quotation that it stands for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "coding/attribution.h"
#include "coding/quotes.h"

namespace entente {

/// What a word may do as a cue, from its classes.
struct CueKind {
  bool says = false, tells = false, denies = false, thinks = false, asks = false;
  bool appraises = false, accuses = false, utters = false, holds = false, stands = false;
  bool labels = false;

  [[nodiscard]] bool any() const;
  /// It makes what it covers a report; the others are for the layer of attributions alone.
  [[nodiscard]] bool reports() const { return says || denies || thinks || accuses || utters; }
};
[[nodiscard]] CueKind cue_kind(const SentenceReading& sentence, std::size_t word);

class ContentFinder {
 public:
  ContentFinder(const Reading& reading, const Lexicon& lexicon, const std::vector<Quote>& quotes)
      : reading_(reading), lexicon_(lexicon), quotes_(quotes) {}

  /// Fills the content of a verb's attribution; it stays empty where the verb reports nothing.
  void fill(const CueKind& kind, Attribution& a) const;
  /// All of the clause above the phrase at `w` but the phrase: what "according to X" covers.
  void host_content(std::size_t w, Attribution& a) const;
  void add(std::size_t head, Attribution& a) const;
  /// Bytes of words first..last without punctuation and space at the ends, quotes kept.
  [[nodiscard]] Span trimmed(std::uint32_t s, std::size_t first, std::size_t last) const;
  [[nodiscard]] bool is_quoted(Span span) const;

 private:
  bool clause(const CueKind& kind, Attribution& a) const;
  bool may_be_clause(const SentenceReading& r, const CueKind& kind, std::size_t cue,
                     std::size_t child) const;
  bool aside(Attribution& a) const;
  bool has_object_gap(std::uint32_t s, std::size_t w) const;
  void around(std::uint32_t s, std::size_t inner, std::size_t host, Attribution& a) const;
  void prepositional(Attribution& a) const;
  static std::size_t object_of(const SentenceReading& r, std::size_t w);
  void object(const CueKind& kind, Attribution& a) const;
  void quotation(const CueKind& kind, Attribution& a) const;
  void before_final_cue(Attribution& a) const;

  const Reading& reading_;
  const Lexicon& lexicon_;
  const std::vector<Quote>& quotes_;
};

}  // namespace entente

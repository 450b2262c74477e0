// Candidates come from an index of sampled runs; how much they share is told by sketches.
#include "text/copies/copies.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "text/copies/common_sentences.h"
#include "text/copies/sample_index.h"
#include "text/copies/sketch.h"

namespace entente {
namespace {

// A text with fewer runs of words is only told by all its words.
constexpr std::size_t fewest_runs = 20;
constexpr double even = 0.5;
// With less of it known before, a copy is an update.
constexpr double enough_known = 2.0 / 3;
// A copy that is shorter than this part of the other was cut.
constexpr double cut_below = 0.7;
// A copy of which less was known may have what it shares from standing sentences.
constexpr double beyond_doubt = 0.8;

constexpr std::size_t head_samples = 2;
constexpr std::size_t whole_samples = most_samples - head_samples;
constexpr std::size_t update_samples = 3;
// A run that stands in more texts than this leads nowhere.
constexpr std::size_t most_texts_of_run = 16;
constexpr std::size_t most_candidates = 32;

// What is kept of a document: 28 bytes, and six for each of its samples in the index.
struct Kept {
  Sketch sketch;
  std::uint16_t text = 0;  // part of the hash of all its words
  std::uint32_t group = 0;
};
static_assert(sizeof(Kept) == 28);

// Grows without ever moving or doubling.
class KeptList {
 public:
  void add(const Kept& kept) {
    if (size_ % block_size == 0) blocks_.push_back(std::make_unique<Block>());
    (*blocks_.back())[size_++ % block_size] = kept;
  }
  [[nodiscard]] const Kept& operator[](std::size_t i) const {
    return (*blocks_[i / block_size])[i % block_size];
  }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(size_); }

 private:
  static constexpr std::size_t block_size = 8192;
  using Block = std::array<Kept, block_size>;
  std::vector<std::unique_ptr<Block>> blocks_;
  std::size_t size_ = 0;
};

// A document while it is compared.
struct Asked {
  std::vector<std::uint32_t> runs;  // without those of standing sentences
  Sketch sketch;
  std::uint64_t text = 0;
  [[nodiscard]] bool is_short() const { return runs.size() < fewest_runs; }
  [[nodiscard]] std::uint16_t text_part() const { return static_cast<std::uint16_t>(text >> 32); }
  [[nodiscard]] std::uint32_t text_key() const { return static_cast<std::uint32_t>(text); }
};

struct Match {
  std::uint32_t kept = 0;
  bool exact = false;
  Overlap overlap;  // of the new document, then of the kept one
  [[nodiscard]] bool is_better(const Match& other) const {
    if (exact != other.exact) return exact;
    return overlap.of_first + overlap.of_second > other.overlap.of_first + other.overlap.of_second;
  }
  [[nodiscard]] double share() const { return std::max(overlap.of_first, overlap.of_second); }
};

struct Candidate {
  std::uint32_t kept = 0;
  std::size_t samples = 0;  // in common
};

}  // namespace

struct CopyFinder::Impl {
  KeptList kept;
  SampleIndex index;
  CommonSentences common;
  std::uint32_t groups = 0;
  std::vector<std::uint32_t> hits;  // kept so that its memory is

  [[nodiscard]] Asked ask(const Shingles& shingles) const;
  [[nodiscard]] std::vector<Candidate> candidates(const Asked& asked);
  [[nodiscard]] std::optional<Match> compare_with(const Asked& asked, Candidate candidate) const;
  [[nodiscard]] std::optional<Match> best_match(const Asked& asked);
  void keep(const Asked& asked, std::uint32_t group, bool update);
  std::size_t add_samples(std::span<const std::uint32_t> runs, std::size_t wanted,
                          std::vector<std::uint32_t>& taken);
};

/// Standing sentences are left out, but from a text that is made of them.
Asked CopyFinder::Impl::ask(const Shingles& shingles) const {
  constexpr std::size_t one_in = 20;
  Asked asked;
  asked.text = shingles.text;
  asked.runs.reserve(shingles.runs.size());
  std::vector<bool> is_common(shingles.sentences.size());
  for (std::size_t i = 0; i < is_common.size(); ++i) {
    is_common[i] = common.contains(shingles.sentences[i]);
  }
  for (const auto& run : shingles.runs) {
    if (run.sentence < is_common.size() && is_common[run.sentence]) continue;
    asked.runs.push_back(run.hash);
  }
  if (asked.runs.size() * one_in < shingles.runs.size()) {
    asked.runs.clear();
    for (const auto& run : shingles.runs) asked.runs.push_back(run.hash);
  }
  asked.sketch = sketch_of(asked.runs);
  return asked;
}

/// Those with the most samples in common, in the order of the input.
std::vector<Candidate> CopyFinder::Impl::candidates(const Asked& asked) {
  hits.clear();
  const auto note = [&](std::uint32_t found) { hits.push_back(found); };
  index.find(asked.text_key(), note);
  if (!asked.is_short()) {
    // Each once: a text may say the same thing a million times.
    std::vector<std::uint32_t> runs = asked.runs;
    std::sort(runs.begin(), runs.end());
    runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
    for (const std::uint32_t run : runs) index.find(run, note);
  }
  std::sort(hits.begin(), hits.end());
  std::vector<Candidate> found;
  for (const std::uint32_t hit : hits) {
    if (found.empty() || found.back().kept != hit) found.push_back({hit, 0});
    ++found.back().samples;
  }
  if (found.size() > most_candidates) {
    std::stable_sort(found.begin(), found.end(),
                     [](const Candidate& a, const Candidate& b) { return a.samples > b.samples; });
    found.resize(most_candidates);
  }
  return found;
}

std::optional<Match> CopyFinder::Impl::compare_with(const Asked& asked, Candidate candidate) const {
  const Kept& other = kept[candidate.kept];
  Match match{candidate.kept, false, {}};
  const bool short_texts = asked.is_short() || other.sketch.runs < fewest_runs;
  if (!short_texts) match.overlap = compare(asked.sketch, other.sketch, candidate.samples);
  const bool is_copy = match.overlap.chance >= even;
  // Standing sentences that became known in between may have changed the sketch.
  const bool same_text = other.text == asked.text_part();
  match.exact = same_text && (other.sketch == asked.sketch || is_copy);
  if (match.exact) match.overlap = {1, 1, 1};
  if (!match.exact && !is_copy) return std::nullopt;
  return match;
}

std::optional<Match> CopyFinder::Impl::best_match(const Asked& asked) {
  std::optional<Match> best;
  for (const Candidate candidate : candidates(asked)) {
    const std::optional<Match> match = compare_with(asked, candidate);
    if (match && (!best || match->is_better(*best))) best = match;
  }
  return best;
}

/// Puts the first `wanted` of `runs` that lead somewhere into the index.
std::size_t CopyFinder::Impl::add_samples(std::span<const std::uint32_t> runs, std::size_t wanted,
                                          std::vector<std::uint32_t>& taken) {
  std::size_t added = 0;
  for (const std::uint32_t run : runs) {
    if (added == wanted) break;
    if (std::find(taken.begin(), taken.end(), run) != taken.end()) continue;
    if (index.count(run) >= most_texts_of_run) continue;
    index.add(run, kept.size());
    taken.push_back(run);
    ++added;
  }
  return added;
}

/// Samples are the runs with the smallest hashes: of the beginning, which is what is left of a text
/// that was cut, and of all of it.
void CopyFinder::Impl::keep(const Asked& asked, std::uint32_t group, bool update) {
  std::vector<std::uint32_t> taken;
  if (asked.is_short()) {
    index.add(asked.text_key(), kept.size());
  } else {
    std::vector<std::uint32_t> runs = asked.runs;
    const auto head =
        runs.begin() + static_cast<std::ptrdiff_t>(std::min(runs.size(), Sketch::head_runs));
    std::sort(runs.begin(), head);
    std::size_t wanted = update ? update_samples : head_samples + whole_samples;
    wanted -= add_samples({runs.begin(), head}, update ? 1 : head_samples, taken);
    constexpr std::size_t looked_at = 256;  // of which most lead nowhere in a text of lists
    const auto end = runs.begin() + static_cast<std::ptrdiff_t>(std::min(runs.size(), looked_at));
    std::partial_sort(runs.begin(), end, runs.end());
    add_samples({runs.begin(), end}, wanted, taken);
  }
  kept.add({asked.sketch, asked.text_part(), group});
}

namespace {

CopyKind kind_of(const Match& match, const Sketch& sketch, const Sketch& other) {
  if (match.exact) return CopyKind::exact;
  const double length = static_cast<double>(sketch.runs) / static_cast<double>(other.runs);
  if (match.overlap.of_first < enough_known) return CopyKind::update;
  return length < cut_below ? CopyKind::cut : CopyKind::copy;
}

}  // namespace

CopyFinder::CopyFinder() : impl_(std::make_unique<Impl>()) {}
CopyFinder::~CopyFinder() = default;
CopyFinder::CopyFinder(CopyFinder&&) noexcept = default;

Appearance CopyFinder::add(const Shingles& shingles) {
  Impl& impl = *impl_;
  const Asked asked = impl.ask(shingles);
  const std::optional<Match> match = impl.best_match(asked);
  if (!match) {
    impl.keep(asked, impl.groups, false);
    impl.common.add(shingles.sentences);
    return {CopyKind::first, impl.groups++, 0};
  }
  const Kept& other = impl.kept[match->kept];
  const Appearance found{kind_of(*match, asked.sketch, other.sketch), other.group,
                         match->overlap.of_first};
  if (match->share() < beyond_doubt) impl.common.add(shingles.sentences);
  if (found.kind == CopyKind::update) impl.keep(asked, found.group, true);
  return found;
}

const char* name_of(CopyKind kind) {
  constexpr std::array<const char*, 5> names = {"first", "exact", "copy", "cut", "update"};
  return names.at(static_cast<std::size_t>(kind));
}

}  // namespace entente

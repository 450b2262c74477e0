// What the stretches of a plain text are: its headline, its body, and what the site put around it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entente/document.h"

namespace entente {

/// Phrases by which subscription notices, menus, share buttons and cookie texts are known.
/// Read from data/<language>/segmentation/furniture.txt, whose head describes its lines.
class FurnitureLexicon {
 public:
  /// Adds the lines of a file; `name` stands for it in messages. Throws Error malformed.
  void add(std::string_view lines, const std::string& name);
  /// Adds <folder>/<language>/segmentation/furniture.txt of each folder that has one.
  static FurnitureLexicon load(std::span<const std::string> data_dirs, const std::string& language);

  /// True when a line of text, however written, is one of the phrases or holds one.
  [[nodiscard]] bool matches(std::string_view line) const;
  [[nodiscard]] std::size_t size() const { return phrases_; }

 private:
  enum class Place : std::uint8_t { anywhere, begin, whole };
  struct Phrase {
    std::vector<std::string> words;
    Place place;
  };
  std::unordered_map<std::string, std::vector<Phrase>> by_first_word_;
  std::size_t phrases_ = 0;
};

/// Divides `text` into segments that cover all of it but the white space between them. `title` is
/// what the source says the headline is; where it is empty or does not stand in the text, the first
/// line that looks like one is taken. Without a lexicon nothing is furniture.
[[nodiscard]] std::vector<Segment> mark_segments(std::string_view text, std::string_view title,
                                                 const FurnitureLexicon* furniture);

}  // namespace entente

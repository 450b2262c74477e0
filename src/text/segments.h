// What the stretches of a plain text are: its headline, its body, what the site put around it, and
// the comments and further articles below it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entente/document.h"
#include "text/plain/captions.h"
#include "text/plain/heads.h"

namespace entente {

class PageLexicon;

/// Phrases by which subscription notices, menus, share buttons and cookie texts are known, read
/// from data/<language>/segmentation/furniture.txt, and beside them what captions (captions.txt)
/// and heads of comments (threads.txt) are known by. The heads of the files describe their lines.
class FurnitureLexicon {
 public:
  /// Adds the lines of a file; `name` stands for it in messages. Throws Error malformed.
  void add(std::string_view lines, const std::string& name);
  /// Adds <folder>/<language>/segmentation/ of each folder that has it, and the words of bylines
  /// and dates as PageLexicon has them.
  static FurnitureLexicon load(std::span<const std::string> data_dirs, const std::string& language);

  /// True when a line of text, however written, is one of the phrases or holds one.
  [[nodiscard]] bool matches(std::string_view line) const;
  [[nodiscard]] std::size_t size() const { return phrases_; }
  [[nodiscard]] const CaptionMarks& captions() const { return captions_; }
  [[nodiscard]] const CommentHeads& heads() const { return heads_; }
  /// Null where none was loaded: then no dates are read.
  [[nodiscard]] const PageLexicon* pages() const { return pages_.get(); }

 private:
  enum class Place : std::uint8_t { anywhere, begin, whole };
  struct Phrase {
    std::vector<std::string> words;
    Place place;
  };
  std::unordered_map<std::string, std::vector<Phrase>> by_first_word_;
  std::size_t phrases_ = 0;
  CaptionMarks captions_;
  CommentHeads heads_;
  std::shared_ptr<const PageLexicon> pages_;
};

/// Divides `text` into segments that cover all of it but the white space between them. `title` is
/// what the source says the headline is; where it is empty or does not stand in the text, the first
/// line that looks like one is taken. Without a lexicon nothing is furniture, and there are no
/// captions, comments or further articles. Those keep their place in the text and get numbers; how
/// they are told is in docs/decisions/articles-in-plain-text.md.
[[nodiscard]] std::vector<Segment> mark_segments(std::string_view text, std::string_view title,
                                                 const FurnitureLexicon* furniture);

}  // namespace entente

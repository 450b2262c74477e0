// Lines that tell who wrote what follows, and when: bylines and the heads of comments.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

class PageLexicon;

/// What the head of a comment says.
struct CommentHead {
  std::size_t pattern = 0;  ///< which of the patterns; a thread keeps to one
  std::string author;
  std::string published;  ///< ISO date where the line has one
};

/// Patterns of words and the places for a name and a time, read from
/// data/<language>/segmentation/threads.txt, whose head describes them.
class CommentHeads {
 public:
  /// Adds the lines of a file; `name` stands for it in messages. Throws Error malformed.
  void add(std::string_view lines, const std::string& name);
  /// What a line says as the head of a comment. `dates` may be null: then no date is read.
  [[nodiscard]] std::optional<CommentHead> read(std::string_view line,
                                                const PageLexicon* dates) const;

 private:
  struct Part {
    enum class Kind : unsigned char { word, name, date, time, time_or_nothing } kind;
    std::string word;
  };
  using Pattern = std::vector<Part>;
  struct Asked;
  void note_begin(const Pattern& pattern);
  [[nodiscard]] bool may_begin(std::string_view line) const;
  [[nodiscard]] static std::optional<CommentHead> match(const Pattern& pattern, const Asked& line);
  [[nodiscard]] static std::size_t end_of_name(const Asked& line, std::size_t at,
                                               const std::string& next);
  std::vector<Pattern> patterns_;
  bool names_first_ = false;  // a pattern begins with a name and needs no figures
  std::set<std::string> first_words_;
  std::set<std::string> words_;  // of all patterns: nobody goes by one of them
};

/// The first full date in a line, ISO; empty where there is none.
[[nodiscard]] std::string date_in(std::string_view line, const PageLexicon* dates);

}  // namespace entente

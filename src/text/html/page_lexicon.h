// What the words that pages name their parts with say: class, id, role and itemprop words, the
// words of bylines and datelines. All of them are data.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

/// What a part of a page is called, as bits of a mask.
enum class PartName : std::uint16_t {
  body = 1,
  comment = 2,
  comment_text = 4,
  caption = 8,
  byline = 16,
  date = 32,
  updated = 64,
  title = 128,
  summary = 256,
  repeated = 512,
  quote = 1024,
  furniture = 2048,
  hidden = 4096
};
using PartNames = std::uint16_t;
[[nodiscard]] constexpr bool has(PartNames names, PartName name) {
  return (names & static_cast<PartNames>(name)) != 0;
}

/// Read from data/common/pages/ and data/<language>/pages/, whose heads describe their lines.
class PageLexicon {
 public:
  /// Adds the lines of a file; `name` stands for it in messages. Throws Error malformed.
  void add(std::string_view lines, const std::string& name);
  /// Adds <folder>/common/pages/*.txt and <folder>/<language>/pages/*.txt of each folder that has
  /// them, and the months and weekdays of calendar/words.txt beside pages/. Throws Error malformed.
  static PageLexicon load(std::span<const std::string> data_dirs, const std::string& language);

  /// What the names in an attribute like class say, all together.
  [[nodiscard]] PartNames parts(std::string_view names) const;
  /// 1..12, or 0 where `word`, in lower case without a full stop, names no month.
  [[nodiscard]] int month(std::string_view word) const;
  [[nodiscard]] bool is_weekday(std::string_view word) const;  ///< written likewise

  /// Fields of a page's metadata, and the place of `name` among the names of each, the first at 1;
  /// 0 where the field does not go by it.
  enum class Field : std::uint8_t { published, updated, title, author, publisher, language };
  [[nodiscard]] std::size_t rank(std::string_view name, Field field) const;

  enum class Phrase : std::uint8_t { published, updated, by, joint, says, on };
  /// The bytes of the longest phrase of a kind that `line`, in lower case, begins with; 0 for none.
  [[nodiscard]] std::size_t begins_with(std::string_view line, Phrase kind) const;
  /// The line, in any case, without a phrase of that kind at its end.
  [[nodiscard]] std::string_view without_end(std::string_view line, Phrase kind) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  using NameMap = std::unordered_map<std::string, PartNames, Hash, std::equal_to<>>;
  void add_calendar(std::string_view lines);
  [[nodiscard]] PartNames parts_of_name(std::string_view name) const;

  NameMap words_;  // names without what parts their words
  NameMap whole_;  // those that must stand alone
  std::unordered_map<std::string, int, Hash, std::equal_to<>> months_, weekdays_;
  std::array<std::vector<std::string>, 6> phrases_;
  std::array<std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>>, 6> fields_;
};

}  // namespace entente

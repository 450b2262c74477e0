// Captions and credits of pictures among the lines of a plain text.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "text/plain/lines.h"

namespace entente {

/// The words that name a picture, and those who sell pictures. Read from
/// data/<language>/segmentation/captions.txt, whose head describes its lines.
class CaptionMarks {
 public:
  /// Adds the lines of a file; `name` stands for it in messages. Throws Error malformed.
  void add(std::string_view lines, const std::string& name);
  /// "Photo: …", "[Image …", "… (Photo by …)".
  [[nodiscard]] bool names_picture(std::string_view line) const;
  /// "… — Name/AGENCY", "AGENCY": ends with who made or sold a picture.
  [[nodiscard]] bool ends_with_credit(std::string_view line) const;

 private:
  std::unordered_set<std::string> pictures_;
  std::unordered_set<std::string> sources_;
};

namespace plain {

/// Lines after the headline that name a picture or its source, that stand right above a credit, or
/// that stand there twice, as the text in place of a picture and as what stands below it.
void mark_captions(std::string_view text, std::vector<Line>& lines, const CaptionMarks& marks);

}  // namespace plain
}  // namespace entente

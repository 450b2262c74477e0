// Where in a plain text another article begins, and where the comments do.
#pragma once

#include <string_view>
#include <vector>

#include "text/plain/heads.h"
#include "text/plain/lines.h"

namespace entente::plain {

/// Numbers the comments below the text: their lines become comments with author and day, their
/// titles titles, their heads furniture. The headline of the text must be marked already.
void mark_comments(std::string_view text, std::vector<Line>& lines, const CommentHeads& heads,
                   const PageLexicon* dates);

/// Finds further articles below the first: a headline that is followed by a byline, a day or a
/// dateline as the head of an article is. They are numbered before the comments.
void mark_articles(std::string_view text, std::vector<Line>& lines, const PageLexicon* words);

/// The lines below a headline that tell who wrote the article and when.
[[nodiscard]] std::vector<std::size_t> lines_of_head(std::string_view text,
                                                     const std::vector<Line>& lines,
                                                     std::size_t headline,
                                                     const PageLexicon* words);

}  // namespace entente::plain

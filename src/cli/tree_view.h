// A dependency tree drawn with lines, for people.
#pragma once

#include <string>

#include "entente/sentence.h"

namespace entente::cli {

/// Appends a line per word, each below its head: form, part of speech, relation.
void append_tree(std::string& out, const Sentence& sentence);

}  // namespace entente::cli

// Character references that name no character at all.
#pragma once

#include <string>

namespace entente {

/// Takes the "&" from numeric references of more digits than a character can have: the parser
/// counts them without end and makes broken UTF-8 of what overflows. Their text stays, with "?"
/// before it.
void blunt_references(std::string& html);

}  // namespace entente

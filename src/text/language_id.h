// Which language a text is in.
#pragma once

#include <string>

#include "entente/document.h"

namespace entente {

/// The ISO 639 code of the language that most of the document's prose is in, "fr"; empty where
/// there is too little of it, or where that is not certain. Titles count only where there is
/// little else, notices of the site never. May be called from many threads.
[[nodiscard]] std::string identify_language(const Document& document);

/// The code of a language by its English name, "english", or of what is a code already; empty for
/// what is neither.
[[nodiscard]] std::string language_code(const std::string& name);
/// The name of a language by its code, "French"; the code where it has none.
[[nodiscard]] std::string language_name(const std::string& code);

}  // namespace entente

// CLD2 over the beginning of the prose.
#include "text/language_id.h"

// clang-format off
#include <cstdio>  // which the next does not include
#include <cld2/public/compact_lang_det.h>
// clang-format on

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "base/utf8.h"

namespace entente {
namespace {

// What follows hardly changes the answer.
constexpr std::size_t looked_at = 16384;
// Names and numbers in a shorter text outweigh its words.
constexpr std::size_t fewest_bytes = 100;
// A text of two languages is in the first of them from this share on.
constexpr int least_percent = 65;

void append_part(std::string& out, std::string_view part) {
  std::size_t size = std::min(part.size(), looked_at - std::min(out.size(), looked_at));
  while (!is_boundary(part, size)) --size;
  out.append(part.substr(0, size)) += '\n';
}

std::string prose_of(const Document& document, bool with_titles) {
  std::string prose;
  for (const Segment& segment : document.segments) {
    if (prose.size() >= looked_at) break;
    const bool is_title = segment.kind == SegmentKind::title;
    if (segment.kind == SegmentKind::furniture || (is_title && !with_titles)) continue;
    append_part(prose,
                std::string_view(document.text).substr(segment.span.begin, segment.span.size()));
  }
  if (document.segments.empty()) append_part(prose, document.text);
  return prose;
}

// As ISO 639 has it today, without script or region: "zh" of "zh-Hant".
std::string short_code(CLD2::Language language) {
  if (language == CLD2::HEBREW) return "he";
  if (language == CLD2::JAVANESE) return "jv";
  const std::string code = CLD2::LanguageCode(language);
  return code.substr(0, code.find('-'));
}

bool is_known(CLD2::Language language) {
  return language != CLD2::UNKNOWN_LANGUAGE && language != CLD2::TG_UNKNOWN_LANGUAGE;
}

}  // namespace

std::string identify_language(const Document& document) {
  std::string prose = prose_of(document, false);
  // Of a short text the headline may be the better half.
  if (prose.size() < 2 * fewest_bytes) prose = prose_of(document, true);
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  int text_bytes = 0;
  bool is_reliable = false;
  CLD2::ExtDetectLanguageSummary(prose.data(), static_cast<int>(prose.size()), true,
                                 languages.data(), percents.data(), &text_bytes, &is_reliable);
  const bool enough = text_bytes >= static_cast<int>(fewest_bytes) && percents[0] >= least_percent;
  if (!is_reliable || !enough || !is_known(languages[0])) return "";
  return short_code(languages[0]);
}

std::string language_code(const std::string& name) {
  std::string upper = name;
  std::transform(upper.begin(), upper.end(), upper.begin(), [](unsigned char c) {
    return c == ' ' || c == '-' ? '_' : static_cast<char>(std::toupper(c));
  });
  CLD2::Language language = CLD2::GetLanguageFromName(upper.c_str());
  if (!is_known(language)) language = CLD2::GetLanguageFromName(name.c_str());
  return is_known(language) ? short_code(language) : "";
}

std::string language_name(const std::string& code) {
  const CLD2::Language language = CLD2::GetLanguageFromName(code.c_str());
  if (!is_known(language)) return code;
  std::string name = lower(CLD2::LanguageName(language));
  std::replace(name.begin(), name.end(), '_', ' ');
  if (!name.empty()) name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
  return name;
}

}  // namespace entente

// What encodings are called on the web and in mail, and what each name means there: the labels of
// the WHATWG's Encoding Standard that still occur, with what they mean in practice.
#include <array>
#include <utility>

#include "text/encoding.h"

namespace entente {
namespace {

using Label = std::pair<std::string_view, std::string_view>;

// Compared in lower case without '-', '_', ' ' and ':'.
constexpr std::array labels = {
    Label{"utf8", "UTF-8"},
    Label{"unicode11utf8", "UTF-8"},
    Label{"utf8mb4", "UTF-8"},
    Label{"ascii", "CP1252"},
    Label{"usascii", "CP1252"},
    Label{"ansix341968", "CP1252"},
    Label{"latin1", "CP1252"},
    Label{"l1", "CP1252"},
    Label{"iso88591", "CP1252"},
    Label{"iso885911987", "CP1252"},
    Label{"cp1252", "CP1252"},
    Label{"windows1252", "CP1252"},
    Label{"xcp1252", "CP1252"},
    Label{"cp819", "CP1252"},
    Label{"iso88592", "ISO-8859-2"},
    Label{"latin2", "ISO-8859-2"},
    Label{"iso88593", "ISO-8859-3"},
    Label{"iso88594", "ISO-8859-4"},
    Label{"iso88595", "ISO-8859-5"},
    Label{"cyrillic", "ISO-8859-5"},
    Label{"iso88596", "ISO-8859-6"},
    Label{"arabic", "ISO-8859-6"},
    Label{"iso88597", "ISO-8859-7"},
    Label{"greek", "ISO-8859-7"},
    Label{"iso88598", "ISO-8859-8"},
    Label{"iso88598i", "ISO-8859-8"},
    Label{"hebrew", "ISO-8859-8"},
    Label{"iso88599", "CP1254"},
    Label{"latin5", "CP1254"},
    Label{"iso885910", "ISO-8859-10"},
    Label{"iso885911", "CP874"},
    Label{"tis620", "CP874"},
    Label{"windows874", "CP874"},
    Label{"cp874", "CP874"},
    Label{"iso885913", "ISO-8859-13"},
    Label{"iso885914", "ISO-8859-14"},
    Label{"iso885915", "ISO-8859-15"},
    Label{"latin9", "ISO-8859-15"},
    Label{"iso885916", "ISO-8859-16"},
    Label{"windows1250", "CP1250"},
    Label{"cp1250", "CP1250"},
    Label{"windows1251", "CP1251"},
    Label{"cp1251", "CP1251"},
    Label{"windows1253", "CP1253"},
    Label{"cp1253", "CP1253"},
    Label{"windows1254", "CP1254"},
    Label{"cp1254", "CP1254"},
    Label{"windows1255", "CP1255"},
    Label{"cp1255", "CP1255"},
    Label{"windows1256", "CP1256"},
    Label{"cp1256", "CP1256"},
    Label{"windows1257", "CP1257"},
    Label{"cp1257", "CP1257"},
    Label{"windows1258", "CP1258"},
    Label{"cp1258", "CP1258"},
    Label{"koi8r", "KOI8-R"},
    Label{"koi8", "KOI8-R"},
    Label{"koi8u", "KOI8-U"},
    Label{"koi8ru", "KOI8-U"},
    Label{"ibm866", "IBM866"},
    Label{"cp866", "IBM866"},
    Label{"ibm855", "IBM855"},
    Label{"ibm852", "IBM852"},
    Label{"macintosh", "MACINTOSH"},
    Label{"mac", "MACINTOSH"},
    Label{"maccyrillic", "MAC-CYRILLIC"},
    Label{"xmaccyrillic", "MAC-CYRILLIC"},
    Label{"viscii", "VISCII"},
    Label{"gb2312", "GB18030"},
    Label{"gbk", "GB18030"},
    Label{"xgbk", "GB18030"},
    Label{"gb18030", "GB18030"},
    Label{"chinese", "GB18030"},
    Label{"cp936", "GB18030"},
    Label{"euccn", "GB18030"},
    Label{"big5", "BIG5-HKSCS"},
    Label{"big5hkscs", "BIG5-HKSCS"},
    Label{"cnbig5", "BIG5-HKSCS"},
    Label{"xxbig5", "BIG5-HKSCS"},
    Label{"euctw", "EUC-TW"},
    Label{"eucjp", "EUC-JP"},
    Label{"xeucjp", "EUC-JP"},
    Label{"iso2022jp", "ISO-2022-JP"},
    Label{"csiso2022jp", "ISO-2022-JP"},
    Label{"shiftjis", "CP932"},
    Label{"sjis", "CP932"},
    Label{"xsjis", "CP932"},
    Label{"mskanji", "CP932"},
    Label{"windows31j", "CP932"},
    Label{"cp932", "CP932"},
    Label{"euckr", "CP949"},
    Label{"cp949", "CP949"},
    Label{"uhc", "CP949"},
    Label{"korean", "CP949"},
    Label{"ksc5601", "CP949"},
    Label{"ksc56011987", "CP949"},
    Label{"windows949", "CP949"},
    Label{"johab", "JOHAB"},
    Label{"utf16", "UTF-16LE"},
    Label{"utf16le", "UTF-16LE"},
    Label{"unicode", "UTF-16LE"},
    Label{"ucs2", "UTF-16LE"},
    Label{"utf16be", "UTF-16BE"},
    Label{"utf32", "UTF-32LE"},
    Label{"utf32le", "UTF-32LE"},
    Label{"utf32be", "UTF-32BE"},
};

}  // namespace

std::string encoding_of_label(std::string_view label) {
  std::string key;
  for (const char c : label) {
    if (c >= 'A' && c <= 'Z') {
      key += static_cast<char>(c - 'A' + 'a');
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      key += c;
    }
  }
  for (const auto& [name, encoding] : labels) {
    if (key == name) return std::string(encoding);
  }
  return "";
}

}  // namespace entente

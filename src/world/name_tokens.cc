// Cutting of words and names into folded pieces.
#include "world/name_tokens.h"

#include <algorithm>

#include "base/utf8.h"

namespace entente {
namespace {

enum class Sign { other, hyphen, apostrophe, dot, comma, quote };

Sign sign_of(char32_t code) {
  switch (code) {
    case U'-':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case U'/':
      return Sign::hyphen;
    case U'\'':
    case U'`':
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x02BB:
    case 0x02BF:
    case 0x02BE:
      return Sign::apostrophe;
    case U'.':
      return Sign::dot;
    case U',':
    case U'(':
    case U')':
      return Sign::comma;
    case U'"':
    case 0x201C:
    case 0x201D:
      return Sign::quote;
    default:
      return Sign::other;
  }
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// One piece in the making.
class Piece {
 public:
  explicit Piece(const Naming& naming) : naming_(naming) {}

  void add(std::string_view bytes, char32_t code) {
    if (text_.empty()) capital_ = is_upper(code);
    if (is_letter(code)) {
      ++letters_;
      if (is_upper(code)) ++capitals_;
    }
    text_ += bytes;
  }

  void finish(std::uint32_t word, bool glued, std::vector<NameToken>& out) {
    if (text_.empty()) return;
    std::string folded = fold_quickly(text_);
    if (folded == "&") folded = "and";
    NameToken token;
    token.article =
        naming_.articles.contains(folded) || (glued && naming_.joined_articles.contains(folded));
    token.hash = token_hash(token.article ? std::string_view("al") : std::string_view(folded));
    token.word = word;
    token.letters = static_cast<std::uint8_t>(std::min<std::size_t>(letters_, 255));
    token.capital = capital_;
    token.all_capitals = letters_ > 1 && capitals_ == letters_;
    token.ordinary = naming_.ordinary.contains(folded);
    out.push_back(token);
    text_.clear();
    letters_ = capitals_ = 0;
    capital_ = false;
  }

 private:
  const Naming& naming_;
  std::string text_;
  std::size_t letters_ = 0, capitals_ = 0;
  bool capital_ = false;
};

// A word of plain letters and digits, as most are: one piece, told without decoding. False, and
// nothing done, for any other.
bool append_plain(std::string_view form, std::uint32_t word, bool glued, const Naming& naming,
                  std::vector<NameToken>& out) {
  constexpr std::size_t longest = 32;
  char folded[longest];
  if (form.empty() || form.size() > longest) return false;
  std::size_t letters = 0, capitals = 0;
  for (std::size_t at = 0; at < form.size(); ++at) {
    const char c = form[at];
    const bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z';
    if (!upper && !lower && (c < '0' || c > '9')) return false;
    letters += upper || lower ? 1 : 0;
    capitals += upper ? 1 : 0;
    folded[at] = upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  const std::string_view text(folded, form.size());
  NameToken token;
  token.article =
      naming.articles.contains(text) || (glued && naming.joined_articles.contains(text));
  token.hash = token_hash(token.article ? std::string_view("al") : text);
  token.word = word;
  token.letters = static_cast<std::uint8_t>(letters);
  token.capital = form.front() >= 'A' && form.front() <= 'Z';
  token.all_capitals = letters > 1 && capitals == letters;
  token.ordinary = naming.ordinary.contains(text);
  out.push_back(token);
  return true;
}

bool is_possessive_rest(std::string_view rest) { return rest == "s" || rest == "S"; }

bool is_quote(std::string_view form) {
  if (form.empty()) return false;
  const Decoded sign = decode(form, 0);
  const bool single = sign_of(sign.code) == Sign::apostrophe;
  if (sign.size == form.size()) return single || sign_of(sign.code) == Sign::quote;
  return form == "''" || form == "``";
}

bool has_capital(const Word& word) {
  return !word.form.empty() && is_upper(decode(word.form, 0).code);
}

// The apostrophe of "Workers' Party", cut off as a word.
bool is_lone_possessive(const Sentence& sentence, std::size_t word) {
  const std::string_view form = sentence.words[word].form;
  if (word == 0 || form.empty()) return false;
  const Decoded sign = decode(form, 0);
  const Word& before = sentence.words[word - 1];
  return sign.size == form.size() && sign_of(sign.code) == Sign::apostrophe &&
         !before.space_after && !before.form.empty() &&
         (before.form.back() == 's' || before.form.back() == 'S');
}

// The quote that closes the nickname which one at `word` opens, as in John "Jack" Smith; `word`
// itself where it opens none.
std::size_t nickname_end(const Sentence& sentence, std::size_t word) {
  constexpr std::size_t longest = 3;
  const std::vector<Word>& words = sentence.words;
  if (word == 0 || !is_quote(words[word].form) || !has_capital(words[word - 1])) return word;
  for (std::size_t at = word + 1; at + 1 < words.size() && at <= word + longest + 1; ++at) {
    if (is_quote(words[at].form)) {
      return at > word + 1 && has_capital(words[at + 1]) ? at : word;
    }
    if (!has_capital(words[at])) return word;
  }
  return word;
}

}  // namespace

std::uint64_t token_hash(std::string_view folded) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : folded) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  }
  return hash ^ (hash >> 29);
}

std::string fold_quickly(std::string_view text) {
  if (!is_ascii(text)) return fold(text);
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

void append_tokens(std::string_view form, std::uint32_t word, bool glued, const Naming& naming,
                   std::vector<NameToken>& out) {
  if (append_plain(form, word, glued, naming, out)) return;
  Piece piece(naming);
  for (std::size_t at = 0; at < form.size();) {
    const Decoded next = decode(form, at);
    const std::string_view rest = form.substr(at + next.size);
    switch (sign_of(next.code)) {
      case Sign::hyphen:
        piece.finish(word, true, out);
        break;
      case Sign::apostrophe:  // of a possessive: "People's" is people + s
        if (is_possessive_rest(rest)) piece.finish(word, false, out);
        break;
      case Sign::dot:
      case Sign::quote:
        break;
      case Sign::comma:  // a piece of its own: "Washington, D.C.", "Janata Dal (United)"
        piece.finish(word, false, out);
        piece.add(form.substr(at, next.size), next.code);
        piece.finish(word, false, out);
        break;
      case Sign::other:
        piece.add(form.substr(at, next.size), next.code);
    }
    at += next.size;
  }
  const std::size_t before = out.size();
  piece.finish(word, glued, out);
  if (out.size() > before) out.back().dotted = form.back() == '.';
}

std::vector<NameToken> tokens_of(std::string_view name, const Naming& naming) {
  std::vector<NameToken> tokens;
  for (const std::string_view part : split_list(name, ' ')) {
    const std::size_t before = tokens.size();
    append_tokens(part, 0, false, naming, tokens);
    if (tokens.size() == before) tokens.push_back({0, 0});  // a dash between blanks
  }
  return tokens;
}

bool is_joining_hyphen(const Sentence& sentence, std::size_t word) {
  const Word& hyphen = sentence.words[word];
  if (word == 0 || word + 1 == sentence.words.size() || hyphen.form.empty()) return false;
  const Decoded sign = decode(hyphen.form, 0);
  return sign.size == hyphen.form.size() && sign.code != U'/' &&
         sign_of(sign.code) == Sign::hyphen && !hyphen.space_after &&
         !sentence.words[word - 1].space_after;
}

std::vector<NameToken> tokens_of(const Sentence& sentence, const Naming& naming) {
  std::vector<NameToken> tokens;
  tokens.reserve(sentence.words.size() + 4);
  std::size_t closing = sentence.words.size();  // quote behind a nickname
  for (std::size_t word = 0; word < sentence.words.size(); ++word) {
    if (is_joining_hyphen(sentence, word)) continue;
    if (word == closing || is_lone_possessive(sentence, word)) continue;
    if (const std::size_t end = nickname_end(sentence, word); end > word) {
      closing = end;
      continue;
    }
    const std::size_t before = tokens.size();
    const bool glued = word + 1 < sentence.words.size() && is_joining_hyphen(sentence, word + 1);
    append_tokens(sentence.words[word].form, static_cast<std::uint32_t>(word), glued, naming,
                  tokens);
    // A word of signs alone still parts its neighbours.
    if (tokens.size() == before) tokens.push_back({0, static_cast<std::uint32_t>(word)});
  }
  return tokens;
}

}  // namespace entente

// Reads the word classes and answers for a word.
#include "coding/lexicon.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>

#include "base/files.h"
#include "entente/error.h"

namespace entente {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(WordClass::count_)> class_names = {
    "negator",
    "negative_link",
    "undo",
    "intend",
    "possible",
    "future_modal",
    "possible_modal",
    "future_aspect",
    "condition",
    "future_link",
    "future_modifier",
    "possible_modifier",
    "negative_modifier",
    "occurrence",
    "reporting_modal",
    "say",
    "think",
    "tell",
    "deny",
    "accuse",
    "appraise",
    "ask",
    "source_link",
    "message",
    "utter",
    "hold",
    "stance",
    "label",
    "about",
    "transparent",
    "holder_link",
    "place_link",
    "counterpart",
    "two",
    "state_noun",
    "group_noun",
    "proxy",
    "sponsor",
    "partisan",
    "camp",
    "against",
    "inside_link",
    "means_link",
    "faction",
    "uprooted",
    "people_noun",
    "quantity",
    "place_noun",
    "report_link",
    "place_part",
    "legislature_context",
    "example_link",
    "installs",
    "heads",
    "enemy",
    "sport",
    "opposing_link",
    "possess",
    "aim",
    "party_word",
    "jointly",
    "launch",
    "carry",
    "owned",
    "between_link",
    "aircraft",
    "unmanned",
    "gun",
    "author_link",
    "answer",
    "cites",
    "told_in",
    "counter",
    "perfect",
    "time_bound",
    "weapon"};

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) {
    text.remove_suffix(1);
  }
  return text;
}

std::string_view without_comment(std::string_view line) {
  for (std::size_t at = line.find('#'); at != std::string_view::npos; at = line.find('#', at + 1)) {
    if (at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t') return line.substr(0, at);
  }
  return line;
}

char part_of_speech(Upos upos) {
  switch (upos) {
    case Upos::verb:
    case Upos::aux:
      return 'v';
    case Upos::noun:
    case Upos::propn:
      return 'n';
    case Upos::adj:
    case Upos::det:
      return 'a';
    default:
      return '-';
  }
}

}  // namespace

Lexicon::Lexicon(const std::vector<std::string>& data_dirs, const std::string& language) {
  for (const auto& dir : data_dirs) {
    for (const char* room : {"status", "attribution", "coding"}) {
      const auto folder = std::filesystem::path(dir) / language / room;
      if (!std::filesystem::is_directory(folder)) continue;
      std::vector<Error> errors;
      for (const auto& path : walk(folder.string(), errors)) {
        if (path.ends_with(".txt")) read(read_file(path), path);
      }
      if (!errors.empty()) throw errors.front();
    }
  }
}

Lexicon Lexicon::of_text(std::string_view text, const std::string& name) {
  Lexicon lexicon;
  lexicon.read(text, name);
  return lexicon;
}

void Lexicon::read(std::string_view text, const std::string& file) {
  std::uint64_t number = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = trim(without_comment(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (!line.empty()) read_line(line, file, number);
  }
}

void Lexicon::read_line(std::string_view line, const std::string& file, std::uint64_t number) {
  if (line.front() == '@') return read_weight(line, file, number);
  const auto equals = line.find('=');
  if (equals == std::string_view::npos) {
    throw Error(ErrorKind::malformed, "expected `class = words`", {file, number, 0});
  }
  const bool removes = equals > 0 && line[equals - 1] == '-';
  const auto name = trim(line.substr(0, removes ? equals - 1 : equals));
  const auto found = std::find(class_names.begin(), class_names.end(), name);
  if (found == class_names.end()) {
    throw Error(ErrorKind::malformed, "unknown word class " + std::string(name), {file, number, 0});
  }
  const auto mask = WordClasses{1} << static_cast<unsigned>(found - class_names.begin());
  auto words = line.substr(equals + 1);
  while (!(words = trim(words)).empty()) {
    const auto end = std::min(words.find_first_of(" \t|"), words.size());
    const std::string word(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
    if (word.empty()) continue;
    auto& classes = words_[word];
    classes = removes ? classes & ~mask : classes | mask;
  }
}

void Lexicon::read_weight(std::string_view line, const std::string& file, std::uint64_t number) {
  constexpr std::string_view directive = "@weight ";
  const auto equals = line.find('=');
  if (!line.starts_with(directive) || equals == std::string_view::npos) {
    throw Error(ErrorKind::malformed, "expected `@weight name = number`", {file, number, 0});
  }
  const auto name = trim(line.substr(directive.size(), equals - directive.size()));
  const auto text = trim(line.substr(equals + 1));
  double value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc() || end != text.data() + text.size()) {
    throw Error(ErrorKind::malformed, "not a number: " + std::string(text), {file, number, 0});
  }
  weights_[std::string(name)] = value;
}

double Lexicon::weight(std::string_view name) const {
  const auto found = weights_.find(name);
  return found == weights_.end() ? 0.0 : found->second;
}

WordClasses Lexicon::classes(std::string_view lemma) const {
  const auto found = words_.find(lemma);
  return found == words_.end() ? 0 : found->second;
}

WordClasses Lexicon::classes(const Word& word) const {
  std::array<char, 64> buffer;
  if (word.lemma.size() + 2 > buffer.size()) return classes(word.lemma);
  auto end = std::copy(word.lemma.begin(), word.lemma.end(), buffer.begin());
  *end++ = '/';
  *end++ = part_of_speech(word.upos);
  const auto size = static_cast<std::size_t>(end - buffer.begin());
  return classes(word.lemma) | classes(std::string_view(buffer.data(), size));
}

}  // namespace entente

// Lines of a dictionary: directives, classes, entries and their examples.
#include "coding/dictionary_reader.h"

#include <algorithm>
#include <filesystem>

#include "base/files.h"
#include "base/utf8.h"
#include "coding/dictionary_pattern.h"
#include "record/ontology.h"

namespace entente {
namespace {

constexpr std::uint64_t largest_file = 64u << 20u;

bool is_code(std::string_view text) {
  return text.size() >= 2 && text.size() <= 4 &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_mode(std::string_view text) {
  return !text.empty() &&
         std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

bool is_comment(std::string_view line) { return trimmed(without_comment(line)).empty(); }

}  // namespace

DictionaryReader::DictionaryReader(const Ontology* ontology) : ontology_(ontology) {
  const auto party = [](std::string_view text) { return parse_constraint(text, {}); };
  frame('v') = {{party("subj:A"), party("obj:R")}, {party("subj:A")}};
  frame('n') = {{party("poss:A"), party("mod:A")}, {party("poss:A"), party("mod:A")}};
  frame('a') = {{party("subj:A")}, {party("subj:A")}};
}

DictionaryReader::Frame& DictionaryReader::frame(char pos) {
  return frames_[pos == 'v' ? 0 : pos == 'n' ? 1 : 2];
}

const DictionaryReader::Frame& DictionaryReader::frame(char pos) const {
  return frames_[pos == 'v' ? 0 : pos == 'n' ? 1 : 2];
}

void DictionaryReader::fail(const std::string& message) const {
  throw Error(ErrorKind::malformed, message, {file_, line_, 0});
}

void DictionaryReader::read_folder(const std::string& dir, const std::string& language) {
  const auto root = std::filesystem::path(dir) / language;
  for (const char* part : {"grammar.txt", "events", "relations"}) {
    const auto path = root / part;
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) read_path(path.string());
  }
  ++folder_;
}

void DictionaryReader::read_path(const std::string& path) {
  std::error_code ignored;
  const bool one_file = !std::filesystem::is_directory(path, ignored);
  for (const auto& file : walk(path, errors_)) {
    if (!one_file && !file.ends_with(".txt")) continue;
    try {
      read_text(read_file(file, largest_file), file);
    } catch (const Error& error) {
      errors_.push_back(error);
    }
  }
}

void DictionaryReader::read_text(std::string_view text, const std::string& name) {
  file_ = name;
  line_ = 0;
  type_.reset();
  mode_.clear();
  cameo_.clear();
  example_entry_.reset();
  after_mistake_ = false;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (const auto line : split(text, '\n')) {
    ++line_;
    if (is_comment(line)) continue;
    const bool example = line.front() == ' ' || line.front() == '\t';
    try {
      if (!is_valid(line)) fail("the line is not UTF-8");
      read_line(line);
    } catch (const Error& error) {
      const bool placed = !error.where().file.empty();
      errors_.push_back(placed ? error
                               : Error(ErrorKind::malformed, error.what(), {file_, line_, 0}));
      if (!example && line.front() != '@' && line.front() != '$') {
        example_entry_.reset();
        after_mistake_ = true;
      }
    }
  }
}

void DictionaryReader::read_line(std::string_view line) {
  const auto body = trimmed(line);
  const char first = body.front();
  if (first == '+' || first == '-') {
    read_example(body);
  } else if (first == '@') {
    read_directive(trimmed(without_comment(body)));
  } else if (first == '$') {
    read_class(trimmed(without_comment(body)));
  } else {
    read_entry(trimmed(without_comment(body)));
  }
}

void DictionaryReader::read_directive(std::string_view line) {
  auto words = words_of(line);
  const auto name = words.front().substr(1);
  words.erase(words.begin());
  Grammar& grammar = dictionary_.grammar_;
  const auto value = words.empty() ? std::string() : std::string(words.front());
  const bool single = name == "type" || name == "mode" || name == "cameo";
  if (single && words.size() > 1) fail("@" + std::string(name) + " takes one word");
  WordSet* set = name == "prepositions"    ? &grammar.prepositions
                 : name == "agent"         ? &grammar.agent
                 : name == "origin"        ? &grammar.origin
                 : name == "phrase"        ? &grammar.phrase
                 : name == "predicative"   ? &grammar.predicative
                 : name == "transparent"   ? &grammar.transparent
                 : name == "plans"         ? &grammar.plans
                 : name == "handing-marks" ? &grammar.handing_marks
                 : name == "reaching"      ? &grammar.reaching
                                           : nullptr;
  if (name == "type") {
    type_ = item_type(value);
    if (!type_) fail("unknown type \"" + value + "\"");
  } else if (name == "mode") {
    if (!value.empty() && !is_mode(value)) fail("bad mode \"" + value + "\"");
    mode_ = value;
  } else if (name == "cameo") {
    if (!value.empty() && !is_code(value)) fail("bad CAMEO code \"" + value + "\"");
    if (ontology_ != nullptr && !value.empty() && ontology_->cameo(value) == nullptr) {
      fail("CAMEO has no code " + value);
    }
    cameo_ = value;
  } else if (name == "frame" || name == "implied") {
    read_frame(name, words);
  } else if (name == "control") {
    read_control(words);
  } else if (name == "endings") {
    read_endings(words);
  } else if (set != nullptr) {
    for (const auto word : words) set->insert(lower(word));
  } else {
    fail("unknown directive @" + std::string(name));
  }
}

/// `@frame n poss:A by:A of:R`, `@implied n poss:A`.
void DictionaryReader::read_frame(std::string_view name,
                                  const std::vector<std::string_view>& words) {
  if (words.empty() || (words[0] != "v" && words[0] != "n" && words[0] != "a")) {
    fail("@" + std::string(name) + " is followed by v, n or a");
  }
  std::vector<Constraint> constraints;
  for (std::size_t at = 1; at < words.size(); ++at) {
    constraints.push_back(parse_constraint(words[at], dictionary_.grammar_.prepositions));
    const Role role = constraints.back().role;
    if (role == Role::none || role == Role::event || constraints.back().required) {
      fail("a frame only gives roles, not " + std::string(words[at]));
    }
  }
  Frame& of = frame(words[0].front());
  (name == "frame" ? of.whole : of.implied) = std::move(constraints);
}

/// `@control subject promise threaten`, `@control on call`.
void DictionaryReader::read_control(const std::vector<std::string_view>& words) {
  if (words.size() < 2) fail("@control is followed by subject or a preposition, then by verbs");
  for (std::size_t at = 1; at < words.size(); ++at) {
    if (words[0] == "subject") {
      dictionary_.grammar_.subject_control.insert(lower(words[at]));
    } else {
      dictionary_.grammar_.oblique_control[lower(words[at])] = words[0];
    }
  }
}

/// `@endings ied/y ed/ ed/e`.
void DictionaryReader::read_endings(const std::vector<std::string_view>& words) {
  auto& endings = dictionary_.grammar_.endings;
  for (const auto word : words) {
    const auto parts = split(word, '/');
    if (parts.size() != 2 || parts[0].empty() || parts[0] == "=") {
      fail("an ending is written ending/replacement, not " + std::string(word));
    }
    endings.emplace_back(parts[0], parts[1]);
  }
  std::stable_sort(endings.begin(), endings.end(),
                   [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
}

/// `$name = words`; `$name += words` adds to what is known of it.
void DictionaryReader::read_class(std::string_view line) {
  const auto words = words_of(line);
  if (words.size() < 2 || (words[1] != "=" && words[1] != "+=")) {
    fail("a class is written $name = word word");
  }
  const std::string name(words[0].substr(1));
  if (name.empty()) fail("a class needs a name after $");
  std::vector<std::string> members;
  for (std::size_t at = 2; at < words.size(); ++at) {
    const bool reference = is_class_name(words[at]);
    members.push_back(reference ? std::string(words[at]) : lower(words[at]));
    if (words[at].find_first_of("|,:=!") != std::string_view::npos) {
      fail("bad word \"" + std::string(words[at]) + "\" in a class");
    }
  }
  const auto known = classes_.find(name);
  if (words[1] == "+=") {
    auto& all = classes_[name];
    all.words.insert(all.words.end(), members.begin(), members.end());
    if (all.file.empty()) all.file = file_, all.line = line_, all.folder = folder_;
    return;
  }
  if (known != classes_.end() && known->second.folder == folder_) {
    fail("class $" + name + " is already defined at " + known->second.file + ":" +
         std::to_string(known->second.line));
  }
  classes_[name] = {std::move(members), file_, line_, folder_};
}

void DictionaryReader::read_entry(std::string_view line) {
  const auto words = words_of(line);
  const auto equals = std::ranges::find(words, "=");
  if (equals == words.end())
    fail("coding missing: a pattern is followed by = and what it codes to");
  Pattern pattern = parse_pattern({words.begin(), equals}, dictionary_.grammar_.prepositions);
  Entry entry;
  entry.coding = parse_coding({equals + 1, words.end()});
  entry.constraints = std::move(pattern.constraints);
  entry.text = line;
  entry.file = file_;
  entry.line = line_;
  entry.folder = folder_;
  const bool passes_on = entry.coding.effect == Coding::Effect::event;
  const bool has_event = std::ranges::any_of(
      entry.constraints, [](const Constraint& c) { return c.role == Role::event; });
  if (passes_on && !has_event) fail("the coding event needs a slot that is E");
  after_mistake_ = false;
  bool first = true;
  for (const char pos : {'v', 'n', 'a'}) {
    std::vector<Head> heads;
    for (const auto& head : pattern.heads) {
      if (head.pos == pos) heads.push_back(head);
    }
    if (heads.empty()) continue;
    add_entry(entry, std::move(heads), first);
    first = false;
  }
}

void DictionaryReader::add_entry(const Entry& entry, std::vector<Head> heads, bool first) {
  auto& entries = dictionary_.entries_;
  entries.push_back(entry);
  entries.back().heads = std::move(heads);
  entries.back().order = static_cast<std::uint32_t>(entries.size() - 1);
  if (first) example_entry_ = entries.size() - 1;
}

Coding DictionaryReader::parse_coding(const std::vector<std::string_view>& words) const {
  Coding coding;
  std::optional<ItemType> type;
  std::optional<std::string> mode;
  std::optional<std::string> cameo;
  for (const auto word : words) {
    const std::string text(word);
    if (text == "none") {
      coding.effect = Coding::Effect::none;
    } else if (text == "event") {
      coding.effect = Coding::Effect::event;
    } else if (text == "mutual") {
      coding.mutual = true;
    } else if (const auto named = item_type(text)) {
      if (type) fail("two types in one coding: \"" + text + "\"");
      type = named;
    } else if (const auto status = item_status(text)) {
      coding.status = status;
    } else if (is_code(text)) {
      if (cameo) fail("two CAMEO codes in one coding: \"" + text + "\"");
      cameo = text;
    } else if (is_mode(text)) {
      if (mode) fail("two modes in one coding: \"" + text + "\"");
      mode = text;
    } else {
      fail("unknown word \"" + text + "\" in the coding");
    }
  }
  const bool needs_type = coding.effect == Coding::Effect::code;
  if (!type && !type_ && needs_type) fail("coding missing: no type, and no @type above");
  const bool inherits = !type || type == type_;
  coding.type = type ? *type : type_.value_or(ItemType::agree);
  coding.mode = mode.value_or(inherits ? mode_ : "");
  coding.cameo = cameo.value_or(inherits ? cameo_ : "");
  if (needs_type) check_coding(coding, true);
  return coding;
}

void DictionaryReader::check_coding(const Coding& coding, bool with_cameo) const {
  if (ontology_ == nullptr) return;
  if (!coding.mode.empty() && !ontology_->has_mode(coding.type, coding.mode)) {
    fail("unknown mode \"" + coding.mode + "\" of " + name_of(coding.type));
  }
  if (with_cameo && !coding.cameo.empty() && ontology_->cameo(coding.cameo) == nullptr) {
    fail("CAMEO has no code " + coding.cameo);
  }
}

void DictionaryReader::read_example(std::string_view line) {
  if (!example_entry_) {
    if (after_mistake_) return;
    fail("an example stands under an entry");
  }
  Example example;
  example.positive = line.front() == '+';
  example.file = file_;
  example.line = line_;
  const auto arrow = line.rfind("->");
  if (example.positive && arrow == std::string_view::npos) {
    fail("a + example gives its coding after ->");
  }
  if (!example.positive && arrow != std::string_view::npos) fail("a - example has no coding");
  const auto sentence = line.substr(1, arrow == std::string_view::npos ? arrow : arrow - 1);
  example.sentence = trimmed(example.positive ? sentence : without_comment(sentence));
  if (example.sentence.empty()) fail("an example without a sentence");
  if (example.positive) read_outcome(trimmed(without_comment(line.substr(arrow + 2))), example);
  dictionary_.entries_[*example_entry_].examples.push_back(std::move(example));
}

/// "RUS, IRN > TUR future CONSULT visit".
void DictionaryReader::read_outcome(std::string_view text, Example& example) const {
  std::vector<std::string>* parties = &example.actor;
  bool open = true;  // a party may come next
  std::string spaced;
  for (const char c : text)
    spaced += c == ',' || c == '>' ? std::string{' ', c, ' '} : std::string{c};
  for (const auto word : words_of(spaced)) {
    const std::string item(word);
    if (item == ">") {
      if (parties == &example.recipient) fail("two > in one example");
      parties = &example.recipient;
      open = true;
    } else if (item == ",") {
      open = true;
    } else if (const auto status = item_status(item)) {
      example.status = *status;
      open = false;
    } else if (const auto type = item_type(item)) {
      example.type = type;
      open = false;
    } else if (open) {
      parties->push_back(item);
      open = false;
    } else if (is_mode(item) && example.mode.empty()) {
      example.mode = item;
    } else {
      fail("cannot read \"" + item + "\" in the example's coding");
    }
  }
  if (example.actor.empty() && example.recipient.empty()) fail("an example without parties");
}

}  // namespace entente

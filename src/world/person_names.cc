// Rules for classes of spellings of persons' names.
#include "world/person_names.h"

#include <algorithm>

namespace entente {
namespace {

/// A blank-free part of a name: "bin", "al-Assad", "Jong-un".
struct Part {
  std::string folded;
  std::vector<NameToken> tokens;
  bool initial = false, particle = false;
};

bool is_roman(std::string_view text) {
  return !text.empty() && text.find_first_not_of("IVX") == std::string_view::npos;
}

std::vector<Part> parts_of(std::string_view name, const Naming& naming) {
  std::vector<Part> parts;
  for (const std::string_view text : split_list(name, ' ')) {
    Part part;
    part.folded = fold_quickly(text);
    append_tokens(text, 0, false, naming, part.tokens);
    if (part.tokens.empty()) continue;
    part.initial = part.tokens.size() == 1 && part.tokens.front().letters <= 1;
    part.particle = naming.particles.contains(part.folded) ||
                    (part.tokens.size() == 1 && part.tokens.front().article);
    parts.push_back(std::move(part));
  }
  return parts;
}

bool has_title_or_number(std::string_view name, const Naming& naming) {
  const std::vector<std::string_view> words = split_list(name, ' ');
  std::string first = fold_quickly(words.front());
  if (!first.empty() && first.back() == '.') first.pop_back();
  return naming.titles.contains(first) || is_roman(words.back());
}

void append(std::vector<NameToken>& out, const Part& part) {
  out.insert(out.end(), part.tokens.begin(), part.tokens.end());
}

std::vector<NameToken> joined(const std::vector<Part>& parts, std::size_t begin, std::size_t end) {
  std::vector<NameToken> out;
  for (std::size_t at = begin; at < end; ++at) append(out, parts[at]);
  return out;
}

std::vector<NameToken> without_articles(const std::vector<NameToken>& tokens) {
  std::vector<NameToken> out;
  std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(out),
               [](const NameToken& token) { return !token.article; });
  return out;
}

bool same(const std::vector<NameToken>& a, const std::vector<NameToken>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const NameToken& x, const NameToken& y) { return x.hash == y.hash; });
}

class Forms {
 public:
  explicit Forms(std::vector<NameToken> full) : full_(std::move(full)) {}

  // Adds a form, and its twin without al-, unless it is there already.
  void add(std::vector<NameToken> tokens, bool surname) {
    const bool article = std::any_of(tokens.begin(), tokens.end(),
                                     [](const NameToken& token) { return token.article; });
    std::vector<NameToken> bare = article ? without_articles(tokens) : std::vector<NameToken>();
    add_one(std::move(tokens), surname);
    if (article) add_one(std::move(bare), surname);
  }

  std::vector<NameForm> take() { return std::move(forms_); }

 private:
  void add_one(std::vector<NameToken> tokens, bool surname) {
    std::size_t letters = 0;
    for (const NameToken& token : tokens) letters += token.letters;
    if (letters < 2 || same(tokens, full_)) return;
    for (const NameForm& form : forms_) {
      if (same(form.tokens, tokens)) return;
    }
    forms_.push_back({std::move(tokens), surname});
  }

  std::vector<NameToken> full_;
  std::vector<NameForm> forms_;
};

}  // namespace

std::vector<NameForm> person_forms(std::string_view name, bool family_first, const Naming& naming) {
  std::vector<Part> parts = parts_of(name, naming);
  Forms forms(joined(parts, 0, parts.size()));
  while (parts.size() > 1 && naming.suffixes.contains(parts.back().folded)) parts.pop_back();
  if (parts.size() < 2) {
    forms.add(tokens_of(name, naming), false);
    return forms.take();
  }
  if (has_title_or_number(name, naming)) return {};
  forms.add(joined(parts, 0, parts.size()), false);
  if (family_first) {
    forms.add(parts.front().tokens, true);
    return forms.take();
  }
  std::size_t surname = parts.size() - 1;  // with the particles before it
  while (surname > 1 && parts[surname - 1].particle) --surname;
  std::vector<NameToken> plain;  // without initials
  for (const Part& part : parts) {
    if (!part.initial) append(plain, part);
  }
  if (!parts.front().initial) forms.add(std::move(plain), false);
  std::vector<NameToken> ends = parts.front().tokens;  // first and last name
  const std::vector<NameToken> last = joined(parts, surname, parts.size());
  ends.insert(ends.end(), last.begin(), last.end());
  if (!parts.front().initial && !parts.front().particle) forms.add(std::move(ends), false);
  forms.add(last, true);
  const bool middle = surname > 1 && !parts[surname - 1].initial;
  if (middle && surname + 1 == parts.size()) {  // two surnames, as in Spanish
    forms.add(joined(parts, surname - 1, parts.size()), true);
  }
  return forms.take();
}

}  // namespace entente

// Edit scripts between forms and lemmas.
#include "language/lemma.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/utf8.h"
#include "entente/error.h"

namespace entente {
namespace {

/// Characters of a text as views.
std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = decode(text, at).size;
    out.push_back(text.substr(at, size));
    at += size;
  }
  return out;
}

std::string joined(const std::vector<std::string_view>& parts, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) out += parts[i];
  return out;
}

struct Common {
  std::size_t in_form = 0, in_lemma = 0, size = 0;
};

/// The longest run of characters that both hold, the first of equals.
Common longest_common(const std::vector<std::string_view>& form,
                      const std::vector<std::string_view>& lemma) {
  Common best;
  std::vector<std::size_t> run(lemma.size() + 1, 0);
  for (std::size_t i = 0; i < form.size(); ++i) {
    for (std::size_t j = lemma.size(); j-- > 0;) {
      run[j + 1] = form[i] == lemma[j] ? run[j] + 1 : 0;
      if (run[j + 1] > best.size) best = {i + 1 - run[j + 1], j + 1 - run[j + 1], run[j + 1]};
    }
  }
  return best;
}

/// "2+xy" as a cut and an addition.
void read_side(std::string_view text, std::uint32_t& cut, std::string& add) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), cut);
  if (error != std::errc{} || end == text.data() + text.size() || *end != '+') {
    throw Error(ErrorKind::malformed, "not a lemma script: '" + std::string(text) + "'");
  }
  add = std::string(text.substr(static_cast<std::size_t>(end - text.data()) + 1));
}

}  // namespace

EditScript::EditScript(std::string_view described) {
  if (described.starts_with('=')) {
    casing_ = Casing::whole;
    back_ = std::string(described.substr(1));
    return;
  }
  const std::size_t semicolon = described.find(';', 2);
  const bool known =
      described.starts_with("L;") || described.starts_with("K;") || described.starts_with("C;");
  if (!known || semicolon == std::string_view::npos) {
    throw Error(ErrorKind::malformed, "not a lemma script: '" + std::string(described) + "'");
  }
  casing_ = static_cast<Casing>(described[0]);
  read_side(described.substr(2, semicolon - 2), cut_front_, front_);
  read_side(described.substr(semicolon + 1), cut_back_, back_);
}

std::string EditScript::describe() const {
  std::string out(1, static_cast<char>(casing_));
  if (casing_ == Casing::whole) return out + back_;
  out += ';' + std::to_string(cut_front_) + '+' + front_ + ';';
  return out + std::to_string(cut_back_) + '+' + back_;
}

std::string EditScript::cased(std::string_view form, Casing casing) {
  if (casing == Casing::keep || form.empty()) return std::string(form);
  if (casing == Casing::lower) return lower(form);
  const std::size_t first = decode(form, 0).size;
  return std::string(form.substr(0, first)) + lower(form.substr(first));
}

EditScript EditScript::affixes(std::string_view form, std::string_view lemma, Casing casing,
                               std::size_t& cost) {
  const std::string base = cased(form, casing);
  const auto from = characters(base);
  const auto to = characters(lemma);
  const Common common = longest_common(from, to);
  EditScript script;
  if (common.size == 0) {
    script.casing_ = Casing::whole;
    script.back_ = std::string(lemma);
    cost = from.size() + to.size() + 1;
    return script;
  }
  script.casing_ = casing;
  script.cut_front_ = static_cast<std::uint32_t>(common.in_form);
  script.cut_back_ = static_cast<std::uint32_t>(from.size() - common.in_form - common.size);
  script.front_ = joined(to, 0, common.in_lemma);
  script.back_ = joined(to, common.in_lemma + common.size, to.size());
  cost = from.size() + to.size() - 2 * common.size;
  return script;
}

EditScript EditScript::between(std::string_view form, std::string_view lemma) {
  // A lemma with capitals keeps the form's where it can, one without is lower-cased first.
  const bool capitals = lower(lemma) != lemma;
  EditScript best;
  std::size_t best_cost = static_cast<std::size_t>(-1);
  const auto attempt = [&](Casing casing) {
    std::size_t cost = 0;
    EditScript script = affixes(form, lemma, casing, cost);
    if (cost < best_cost) {
      best_cost = cost;
      best = std::move(script);
    }
  };
  attempt(capitals ? Casing::keep : Casing::lower);
  attempt(Casing::capital);
  attempt(capitals ? Casing::lower : Casing::keep);
  return best;
}

void EditScript::apply(std::string_view form, std::string& out) const {
  if (casing_ == Casing::whole) {
    out = back_;
    return;
  }
  const std::string base = cased(form, casing_);
  std::size_t begin = 0, end = base.size();
  for (std::uint32_t i = 0; i < cut_front_ && begin < end; ++i) begin += decode(base, begin).size;
  for (std::uint32_t i = 0; i < cut_back_ && end > begin; ++i) {
    do --end;
    while (end > begin && !is_boundary(base, end));
  }
  if (begin >= end) {
    out = base;
    return;
  }
  out = front_;
  out.append(base, begin, end - begin);
  out += back_;
}

}  // namespace entente

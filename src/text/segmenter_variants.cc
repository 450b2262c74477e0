// Rewriting of sentences.
#include "text/segmenter_variants.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::size_t one_name_in = 20, one_end_in = 100;

using Tokens = std::vector<SegmentedText::Token>;

std::string_view form_of(const SegmentedText& text, const SegmentedText::Token& token) {
  return std::string_view(text.text).substr(token.span.begin, token.span.size());
}

/// One word that begins with a capital and goes on in small letters.
bool is_name(const SegmentedText& text, const SegmentedText::Token& token) {
  const std::string_view form = form_of(text, token);
  if (token.words.size() != 1) return false;
  const Decoded first = decode(form, 0);
  if (!is_upper(first.code) || first.size == form.size()) return false;
  for (std::size_t at = first.size; at < form.size(); at += decode(form, at).size) {
    const char32_t code = decode(form, at).code;
    if (!is_letter(code) || is_upper(code)) return false;
  }
  return true;
}

bool is_word(std::string_view form) { return is_letter(decode(form, 0).code); }

/// Tokens [from, to) give way to the tokens of `by`, parted by blanks.
struct Edit {
  std::size_t from = 0, to = 0;
  std::vector<std::string> by;
};

class Rewriter {
 public:
  explicit Rewriter(const SegmentedText& text) : text_(text) {
    std::size_t token = 0;
    for (const Span sentence : text.sentences) {
      begins_.push_back(token);
      while (token < text.tokens.size() && text.tokens[token].span.begin < sentence.end) ++token;
    }
    begins_.push_back(token);
  }

  [[nodiscard]] std::size_t begin(std::size_t sentence) const { return begins_[sentence]; }
  [[nodiscard]] std::size_t end(std::size_t sentence) const { return begins_[sentence + 1]; }

  /// A sentence with its neighbours and one edit in it.
  [[nodiscard]] SegmentedText with(std::size_t sentence, const Edit& edit) const {
    SegmentedText out;
    const std::size_t first = sentence == 0 ? 0 : sentence - 1;
    const std::size_t last = std::min(sentence + 2, text_.sentences.size());
    for (std::size_t s = first; s < last; ++s) {
      const std::size_t from = begin(s);
      for (std::size_t token = from; token < end(s); ++token) {
        if (token == edit.from) add_all(edit.by, token, out);
        if (token >= edit.from && token < edit.to) continue;
        add(form_of(text_, text_.tokens[token]), text_.tokens[token].words, gap(token), out);
      }
      close_sentence(out);
    }
    return out;
  }

 private:
  [[nodiscard]] std::string_view gap(std::size_t token) const {
    if (token == 0) return {};
    const std::uint32_t before = text_.tokens[token - 1].span.end;
    const std::uint32_t after = text_.tokens[token].span.begin;
    return std::string_view(text_.text).substr(before, std::max(after, before) - before);
  }
  void add_all(const std::vector<std::string>& forms, std::size_t token, SegmentedText& out) const {
    for (std::size_t i = 0; i < forms.size(); ++i) {
      add(forms[i], {forms[i]}, i == 0 ? gap(token) : " ", out);
    }
  }
  static void add(std::string_view form, const std::vector<std::string>& words,
                  std::string_view gap, SegmentedText& out) {
    if (!out.text.empty()) out.text += gap;
    SegmentedText::Token token;
    token.span.begin = static_cast<std::uint32_t>(out.text.size());
    out.text += form;
    token.span.end = static_cast<std::uint32_t>(out.text.size());
    token.words = words;
    out.tokens.push_back(std::move(token));
  }
  static void close_sentence(SegmentedText& out) {
    if (out.tokens.empty()) return;
    const std::uint32_t before = out.sentences.empty() ? 0 : out.sentences.back().end;
    const auto next = std::find_if(out.tokens.begin(), out.tokens.end(),
                                   [&](const auto& token) { return token.span.begin >= before; });
    if (next == out.tokens.end()) return;
    out.sentences.push_back({next->span.begin, out.tokens.back().span.end});
  }

  const SegmentedText& text_;
  std::vector<std::size_t> begins_;  ///< the first token of each sentence, and the end
};

class Shortener {
 public:
  explicit Shortener(std::span<const Abbreviation> abbreviations) {
    for (const Abbreviation& some : abbreviations) {
      if (some.kind == 3 || some.kind == 4 || some.kind == 6) abbreviations_.push_back(some.form);
    }
  }

  void add(const SegmentedText& text, std::vector<SegmentedText>& out) {
    const Rewriter rewriter(text);
    for (std::size_t s = 0; s < text.sentences.size(); ++s) {
      const std::size_t begin = rewriter.begin(s), end = rewriter.end(s);
      for (std::size_t token = begin; token + 1 < end; ++token) {
        if (!is_name(text, text.tokens[token]) || !is_name(text, text.tokens[token + 1])) continue;
        if (++names_ % one_name_in == 0) out.push_back(rewriter.with(s, initials(text, token)));
      }
      if (end < begin + 2 || abbreviations_.empty()) continue;
      const bool stop = form_of(text, text.tokens[end - 1]) == "." &&
                        is_word(form_of(text, text.tokens[end - 2]));
      if (!stop || ++ends_ % one_end_in != 0) continue;
      const std::string& form = abbreviations_[ends_ / one_end_in % abbreviations_.size()];
      out.push_back(rewriter.with(s, {end - 2, end, {form}}));
    }
  }

 private:
  [[nodiscard]] Edit initials(const SegmentedText& text, std::size_t token) const {
    const std::string_view form = form_of(text, text.tokens[token]);
    const std::string initial = std::string(form.substr(0, decode(form, 0).size)) + ".";
    switch (names_ / one_name_in % 3) {
      case 0:
        return {token, token + 1, {initial}};
      case 1:
        return {token, token + 1, {initial, initial}};
      default:
        return {token, token + 1, {initial + initial}};
    }
  }

  std::vector<std::string> abbreviations_;
  std::size_t names_ = 0, ends_ = 0;
};

}  // namespace

std::vector<SegmentedText> shortened_variants(std::span<const SegmentedText> texts,
                                              std::span<const Abbreviation> abbreviations) {
  Shortener shortener(abbreviations);
  std::vector<SegmentedText> out;
  for (const SegmentedText& text : texts) shortener.add(text, out);
  return out;
}

}  // namespace entente

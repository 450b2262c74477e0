// The CoNLL-U reader and writer.
#include "language/conllu.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <memory>
#include <utility>

#include "base/utf8.h"
#include "entente/error.h"

namespace entente {
namespace {

constexpr std::uint64_t max_line = 1ULL << 24;
constexpr std::size_t columns = 10;
using Fields = std::array<std::string_view, columns>;

/// A surface token: its form and how many words it holds.
struct Token {
  std::string form;
  std::size_t first_word = 0;
  std::size_t words = 1;
  bool space_after = true;
  std::uint64_t line = 0;
};

/// What stands behind `key` and "=" in one of the "|"-separated items of MISC.
std::string_view misc_value(std::string_view misc, std::string_view key) {
  for (std::size_t at = 0; at <= misc.size();) {
    const std::size_t end = std::min(misc.find('|', at), misc.size());
    const std::string_view item = misc.substr(at, end - at);
    if (item.starts_with(key) && item.substr(key.size()).starts_with('=')) {
      return item.substr(key.size() + 1);
    }
    at = end + 1;
  }
  return {};
}

bool has_no_space(std::string_view misc) { return misc_value(misc, "SpaceAfter") == "No"; }

std::string_view none_if_underscore(std::string_view field) {
  return field == "_" ? std::string_view{} : field;
}

/// Builds the Conllu line by line.
class ConlluReader {
 public:
  explicit ConlluReader(ByteSource& source) : lines_(source, max_line), name_(source.name()) {
    result_.analysis.document = std::make_unique<Document>();
    result_.analysis.document->id = name_;
  }

  Conllu read() {
    std::string line;
    while (lines_.next(line)) {
      if (line.empty()) {
        finish_sentence();
      } else if (line[0] == '#' && sentence_.words.empty()) {
        add_comment(line);
      } else if (line[0] == '#') {
        fail("a comment between the words of a sentence");
      } else {
        add_row(split(line));
      }
    }
    finish_sentence();
    point_forms_into_text();
    return std::move(result_);
  }

 private:
  [[noreturn]] void fail(const std::string& message, std::uint64_t line = 0) const {
    throw Error(ErrorKind::malformed, message,
                {name_, line > 0 ? line : lines_.line_number(), lines_.byte()});
  }

  void add_comment(std::string_view line) {
    std::string_view comment = line.substr(1);
    if (!comment.empty() && comment[0] == ' ') comment.remove_prefix(1);
    constexpr std::string_view text_key = "text = ";
    if (comment.starts_with(text_key)) about_.text = comment.substr(text_key.size());
    const auto begins = [&](std::string_view key) {
      return comment == key || comment.starts_with(std::string(key) + " ");
    };
    about_.new_document |= begins("newdoc");
    about_.new_paragraph |= begins("newpar");
    about_.comments.emplace_back(comment);
  }

  Fields split(std::string_view line) const {
    Fields fields;
    std::size_t count = 0;
    for (std::size_t at = 0; at <= line.size(); ++count) {
      const std::size_t end = std::min(line.find('\t', at), line.size());
      if (count == columns) fail("more than ten columns");
      fields[count] = line.substr(at, end - at);
      if (fields[count].empty()) fail("column " + std::to_string(count + 1) + " is empty");
      at = end + 1;
    }
    if (count != columns) fail(std::to_string(count) + " columns instead of ten");
    return fields;
  }

  std::size_t number(std::string_view digits) const {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) {
      fail("'" + std::string(digits) + "' is not a number");
    }
    return value;
  }

  float share(std::string_view misc, std::string_view key) const {
    const std::string_view digits = misc_value(misc, key);
    if (digits.empty()) return 1.0F;
    float value = 0.0F;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool whole = error == std::errc{} && end == digits.data() + digits.size();
    if (!whole || !(value >= 0.0F && value <= 1.0F)) {
      fail(std::string(key) + "=" + std::string(digits) + " is not a number from 0 to 1");
    }
    return value;
  }

  void add_row(const Fields& fields) {
    const std::string_view id = fields[0];
    if (id.find('.') != std::string_view::npos) return;  // an empty node
    const std::size_t dash = id.find('-');
    if (dash != std::string_view::npos) {
      add_range(number(id.substr(0, dash)), number(id.substr(dash + 1)), fields);
    } else {
      add_word(number(id), fields);
    }
  }

  void add_range(std::size_t first, std::size_t last, const Fields& fields) {
    const std::size_t next = sentence_.words.size() + 1;
    if (first != next || last < first || next <= range_end_) {
      fail("the token " + std::string(fields[0]) + " is out of order");
    }
    if (last - first >= 255) fail("a token of more than 255 words");
    range_end_ = last;
    tokens_.push_back({std::string(fields[1]), first - 1, last - first + 1,
                       !has_no_space(fields[9]), lines_.line_number()});
  }

  void add_word(std::size_t id, const Fields& fields) {
    if (id != sentence_.words.size() + 1) {
      fail("word " + std::string(fields[0]) + " where " +
           std::to_string(sentence_.words.size() + 1) + " should stand");
    }
    StringArena& strings = result_.analysis.strings;
    Word word;
    word.form = strings.keep(fields[1]);
    if (fields[2] != "_" || fields[1] == "_") word.lemma = strings.keep(fields[2]);
    word.upos = upos_of(fields[3]);
    word.xpos = strings.keep(none_if_underscore(fields[4]));
    word.feats = strings.keep(none_if_underscore(fields[5]));
    if (fields[6] != "_") {
      const std::size_t head = number(fields[6]);
      if (head == id) fail("word " + std::string(fields[0]) + " is its own head");
      if (head > max_head) fail("the head " + std::string(fields[6]) + " is outside the sentence");
      word.head = static_cast<std::int32_t>(head) - 1;
    }
    heads_.push_back({word.head, lines_.line_number()});
    confidence_.push_back({share(fields[9], "Conf"), share(fields[9], "TagConf")});
    if (fields[7] != "_") set_deprel(word, strings.keep(fields[7]));
    if (id > range_end_) {
      tokens_.push_back(
          {std::string(fields[1]), id - 1, 1, !has_no_space(fields[9]), lines_.line_number()});
    }
    sentence_.words.push_back(word);
  }

  void finish_sentence() {
    if (sentence_.words.empty()) {
      if (!tokens_.empty()) fail("a token without its words");
      return;  // comments before a blank line belong to what follows
    }
    if (range_end_ > sentence_.words.size()) fail("the last token lacks words");
    for (const auto& [head, line] : heads_) {
      if (head >= static_cast<std::int32_t>(sentence_.words.size())) {
        fail("the head " + std::to_string(head + 1) + " is outside the sentence", line);
      }
    }
    if (about_.text.empty()) join_tokens();
    place_in_document();
    const auto sure = [](const Confidence& word) { return word == Confidence{}; };
    if (!std::all_of(confidence_.begin(), confidence_.end(), sure)) {
      about_.confidence = confidence_;
    }
    result_.analysis.sentences.push_back(std::move(sentence_));
    result_.sentences.push_back(std::move(about_));
    sentence_ = {};
    about_ = {};
    tokens_.clear();
    heads_.clear();
    confidence_.clear();
    range_end_ = 0;
  }

  void join_tokens() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      about_.text += tokens_[i].form;
      if (tokens_[i].space_after && i + 1 < tokens_.size()) about_.text += ' ';
    }
  }

  /// Appends the sentence's text to the document's and gives its words their spans.
  void place_in_document() {
    std::string& text = result_.analysis.document->text;
    const bool breaks = about_.new_document || about_.new_paragraph;
    if (!text.empty()) {
      text += breaks ? "\n\n" : " ";
      if (breaks) ++paragraph_;
    }
    if (text.size() + about_.text.size() > 0xFFFFFFF0U) fail("more than 4 GiB of text");
    const std::size_t begin = text.size();
    text += about_.text;
    std::size_t at = begin;
    for (const Token& token : tokens_) {
      while (at < text.size() && is_space(decode(text, at).code)) at += decode(text, at).size;
      if (text.compare(at, token.form.size(), token.form) != 0) {
        fail("the token '" + token.form + "' does not stand in the sentence's text", token.line);
      }
      place_words(token, at);
      at += token.form.size();
    }
    sentence_.span = {sentence_.words.front().span.begin, sentence_.words.back().span.end};
    sentence_.number = static_cast<std::uint32_t>(result_.sentences.size());
    sentence_.paragraph = paragraph_;
  }

  /// Words whose forms joined are the token's get their own parts of it, others share its span.
  void place_words(const Token& token, std::size_t at) {
    Word* words = &sentence_.words[token.first_word];
    std::string joined;
    for (std::size_t i = 0; i < token.words; ++i) joined += words[i].form;
    const bool exact = joined == token.form;
    std::size_t begin = at;
    for (std::size_t i = 0; i < token.words; ++i) {
      const std::size_t end = exact ? begin + words[i].form.size() : at + token.form.size();
      words[i].span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
      words[i].space_after = i + 1 == token.words && token.space_after;
      words[i].token_words = i == 0 ? static_cast<std::uint8_t>(token.words) : std::uint8_t{0};
      if (exact) begin = end;
    }
  }

  void point_forms_into_text() {
    const std::string_view text = result_.analysis.document->text;
    for (Sentence& sentence : result_.analysis.sentences) {
      for (Word& word : sentence.words) {
        const std::string_view here = text.substr(word.span.begin, word.span.size());
        if (here == word.form) word.form = here;
      }
    }
  }

  struct Head {
    std::int32_t head;
    std::uint64_t line;
  };
  static constexpr std::size_t max_head = 1U << 30;
  LineReader lines_;
  std::string name_;
  Conllu result_;
  ConlluSentence about_;
  Sentence sentence_;
  std::vector<Token> tokens_;
  std::vector<Head> heads_;
  std::vector<Confidence> confidence_;
  std::size_t range_end_ = 0;  ///< last word of the multiword token being read
  std::uint32_t paragraph_ = 0;
};

/// First and one past the last word of the token that begins at `at`.
std::size_t token_end(const Sentence& sentence, std::size_t at) {
  const std::size_t words = std::max<std::size_t>(sentence.words[at].token_words, 1);
  return std::min(at + words, sentence.words.size());
}

Span token_span(const Sentence& sentence, std::size_t first, std::size_t end) {
  Span span = sentence.words[first].span;
  for (std::size_t i = first; i < end; ++i) {
    span.begin = std::min(span.begin, sentence.words[i].span.begin);
    span.end = std::max(span.end, sentence.words[i].span.end);
  }
  return span;
}

std::string_view or_underscore(std::string_view field) { return field.empty() ? "_" : field; }

void append_misc(std::string& out, bool space_after, Span span, bool offsets) {
  const std::size_t begin = out.size();
  if (offsets) {
    out += "Begin=" + std::to_string(span.begin) + "|End=" + std::to_string(span.end);
  }
  if (!space_after) out += out.size() == begin ? "SpaceAfter=No" : "|SpaceAfter=No";
  if (out.size() == begin) out += '_';
  out += '\n';
}

/// "# text" is made of the tokens, so that it agrees with them whatever white space the text held.
void append_text(std::string& out, const Sentence& sentence, std::string_view text) {
  out += "# text = ";
  for (std::size_t at = 0; at < sentence.words.size();) {
    const std::size_t end = token_end(sentence, at);
    const Span span = token_span(sentence, at, end);
    out += text.substr(span.begin, span.size());
    if (sentence.words[end - 1].space_after && end < sentence.words.size()) out += ' ';
    at = end;
  }
  out += '\n';
}

void append_word(std::string& out, const Sentence& sentence, std::size_t index) {
  const Word& word = sentence.words[index];
  const auto column = [&](std::string_view field) {
    out += field;
    out += '\t';
  };
  column(std::to_string(index + 1));
  column(word.form);
  column(or_underscore(word.lemma));
  column(name_of(word.upos));
  column(or_underscore(word.xpos));
  column(or_underscore(word.feats));
  const bool parsed = !word.deprel.empty();
  column(parsed ? std::to_string(word.head + 1) : "_");
  column(or_underscore(word.deprel));
  column("_");
}

}  // namespace

Conllu read_conllu(ByteSource& source) { return ConlluReader(source).read(); }

void append_conllu(std::string& out, const Sentence& sentence, std::string_view text,
                   std::string_view sent_id, bool offsets) {
  if (sentence.words.empty()) return;
  out += "# sent_id = ";
  out += sent_id;
  out += '\n';
  append_text(out, sentence, text);
  for (std::size_t at = 0; at < sentence.words.size();) {
    const std::size_t end = token_end(sentence, at);
    const Span span = token_span(sentence, at, end);
    const bool space_after = sentence.words[end - 1].space_after || end == sentence.words.size();
    const bool several = end - at > 1;
    if (several) {
      out += std::to_string(at + 1) + '-' + std::to_string(end) + '\t';
      out += text.substr(span.begin, span.size());
      out += "\t_\t_\t_\t_\t_\t_\t_\t";
      append_misc(out, space_after, span, offsets);
    }
    for (; at < end; ++at) {
      append_word(out, sentence, at);
      append_misc(out, several || space_after, sentence.words[at].span, offsets);
    }
  }
  out += '\n';
}

}  // namespace entente

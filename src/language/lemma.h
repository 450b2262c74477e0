// Lemmas as edits of forms: what to cut from both ends of a form, what to put there, and what to do
// with its capitals.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// An edit that makes a lemma of a form. Written "L;2+;3+y": lower-case the form, cut two
/// characters before it and three behind it, add "y" there; "K" keeps the capitals, "C" keeps the
/// first only; "=ruritania" is a lemma that owes nothing to the form.
class EditScript {
 public:
  EditScript() = default;  ///< the form as it stands
  /// Throws Error malformed for a text that describe() did not write.
  explicit EditScript(std::string_view described);
  /// The shortest edit that makes `lemma` of `form`.
  static EditScript between(std::string_view form, std::string_view lemma);

  [[nodiscard]] std::string describe() const;
  /// Writes the lemma of `form` into `out`. A form too short for the cuts is left whole.
  void apply(std::string_view form, std::string& out) const;
  /// True when a lemma's first characters are the script's and not the form's.
  [[nodiscard]] bool makes_beginning() const { return casing_ == Casing::whole || !front_.empty(); }
  friend bool operator==(const EditScript&, const EditScript&) = default;

 private:
  enum class Casing : char { lower = 'L', keep = 'K', capital = 'C', whole = '=' };
  static std::string cased(std::string_view form, Casing casing);
  static EditScript affixes(std::string_view form, std::string_view lemma, Casing casing,
                            std::size_t& cost);
  Casing casing_ = Casing::keep;
  std::uint32_t cut_front_ = 0, cut_back_ = 0;  ///< characters
  std::string front_, back_;                    ///< what is added; back_ the whole lemma of '='
};

}  // namespace entente

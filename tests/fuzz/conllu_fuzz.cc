// Any bytes as CoNLL-U: what is read must have heads inside its sentence and be written again.
#include <cstdlib>

#include "language/conllu.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  try {
    const auto source =
        entente::source_of(std::string(reinterpret_cast<const char*>(data), size), "fuzz");
    const entente::Conllu read = entente::read_conllu(*source);
    std::string out;
    for (const entente::Sentence& sentence : read.analysis.sentences) {
      const auto words = static_cast<std::int32_t>(sentence.words.size());
      for (const entente::Word& word : sentence.words) {
        if (word.head < -1 || word.head >= words) std::abort();
        if (word.span.end > read.analysis.document->text.size()) std::abort();
      }
      entente::append_conllu(out, sentence, read.analysis.document->text, "1", true);
    }
  } catch (const entente::Error&) {
  }
  return 0;
}

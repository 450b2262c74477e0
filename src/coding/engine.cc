// The engine: loads model, data and world once and runs documents through them.
#include "entente/engine.h"

#include <filesystem>

#include "base/shared_files.h"
#include "coding/engine_impl.h"
#include "entente/error.h"

namespace entente {
namespace {

EngineOptions with_defaults(EngineOptions options) {
  if (options.data_dirs.empty()) options.data_dirs.push_back(find_shared("data"));
  if (options.model.empty()) options.model = find_shared("models/" + options.language + ".entente");
  if (options.geonames.empty()) {
    const std::string shipped = "/usr/share/libtimezonemap/ui/cities15000.txt";
    std::error_code ignored;
    if (std::filesystem::exists(shipped, ignored)) options.geonames = shipped;
  }
  return options;
}

}  // namespace

Engine::Impl::Impl(const EngineOptions& given)
    : options(with_defaults(given)),
      model(Archive::open(options.model)),
      segmenter(model),
      parser(model),
      world(options.data_dirs, options.language, options.geonames),
      dictionary(options.data_dirs, options.language),
      lexicon(options.data_dirs, options.language),
      coder(world, dictionary, lexicon) {}

Analysis Engine::Impl::analyse(const Document& document, Scratch& scratch) const {
  Analysis analysis;
  analysis.document = std::make_unique<Document>(document);
  segmenter.split(analysis);
  parser.parse(analysis.sentences, analysis.strings, *scratch.parser);
  return analysis;
}

Engine::Engine(const EngineOptions& options) : impl_(std::make_unique<Impl>(options)) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;

void Engine::ScratchDeleter::operator()(Scratch* scratch) const { delete scratch; }

Engine::ScratchPtr Engine::make_scratch() const {
  return ScratchPtr(new Scratch{impl_->parser.make_scratch()});
}

std::vector<Item> Engine::code(const Document& document, Scratch& scratch) const {
  return impl_->coder.code(impl_->analyse(document, scratch), impl_->options.unresolved);
}

}  // namespace entente

// The engine: loads model, data and world once and runs documents through them.
#include "entente/engine.h"

#include <array>
#include <cstdlib>
#include <filesystem>

#include "coding/engine_impl.h"
#include "entente/error.h"

#ifndef ENTENTE_INSTALLED_DIR
#define ENTENTE_INSTALLED_DIR "/usr/local/share/entente"
#endif
#ifndef ENTENTE_SOURCE_DIR
#define ENTENTE_SOURCE_DIR "."
#endif

namespace entente {

namespace {

namespace fs = std::filesystem;

/// Beside the program (an installation that was moved), where it was installed, in the sources.
std::string find_shared(const char* variable, const char* name) {
  if (const char* given = std::getenv(variable); given != nullptr && *given != '\0') return given;
  std::error_code ignored;
  const auto program = fs::read_symlink("/proc/self/exe", ignored);
  const std::array<fs::path, 3> tried = {
      program.parent_path() / ".." / "share" / "entente" / name,
      fs::path(ENTENTE_INSTALLED_DIR) / name,
      fs::path(ENTENTE_SOURCE_DIR) / name,
  };
  for (auto above = program.parent_path(); above.has_relative_path(); above = above.parent_path()) {
    if (fs::exists(above / "data" / "ontology", ignored) && fs::exists(above / name, ignored)) {
      return (above / name).string();
    }
  }
  std::string message = "cannot find " + std::string(name) + "; tried";
  for (const auto& path : tried) {
    if (fs::exists(path, ignored)) return path.lexically_normal().string();
    message += " " + path.lexically_normal().string();
  }
  throw Error(ErrorKind::not_found, message + "; set " + variable);
}

EngineOptions with_defaults(EngineOptions options) {
  if (options.data_dirs.empty()) options.data_dirs.push_back(default_data_dir());
  if (options.model.empty()) options.model = default_model();
  if (options.geonames.empty()) {
    const std::string shipped = "/usr/share/libtimezonemap/ui/cities15000.txt";
    std::error_code ignored;
    if (fs::exists(shipped, ignored)) options.geonames = shipped;
  }
  return options;
}

}  // namespace

std::string default_data_dir() { return find_shared("ENTENTE_DATA", "data"); }
std::string default_model() { return find_shared("ENTENTE_MODEL", "models/english.entente"); }

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

// From a document to its items: the one class a program needs.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "entente/document.h"
#include "entente/item.h"

namespace entente {

struct EngineOptions {
  std::vector<std::string> data_dirs;  ///< dictionaries, later ones win; empty: the installed ones
  std::string model;                   ///< model file; empty: the installed one
  std::string geonames;                ///< GeoNames file; empty: libtimezonemap's where present
  std::string language = "english";    ///< folder below the data folders
  bool unresolved = false;             ///< keep items whose parties have no code, coded "?"
};

/// Holds model, dictionaries and world; immutable once made. code() may be called from many
/// threads at once, each with a Scratch of its own.
class Engine {
 public:
  /// Throws Error when data or model cannot be read.
  explicit Engine(const EngineOptions& options);
  ~Engine();
  Engine(Engine&&) noexcept;

  struct Scratch;
  struct ScratchDeleter {
    void operator()(Scratch*) const;
  };
  using ScratchPtr = std::unique_ptr<Scratch, ScratchDeleter>;
  [[nodiscard]] ScratchPtr make_scratch() const;

  /// The items of a document, in order of their triggers. document.text must be valid UTF-8.
  [[nodiscard]] std::vector<Item> code(const Document& document, Scratch& scratch) const;

  struct Impl;  ///< for the rooms above: coding/engine_impl.h
  [[nodiscard]] const Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente

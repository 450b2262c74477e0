// Workers that share out numbered pieces of work; what a piece computes never depends on who does
// it.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace entente::forecast {

class Crew {
 public:
  /// Gets the number of the piece and of the worker that does it.
  using Piece = std::function<void(std::size_t piece, std::size_t worker)>;

  /// threads = 0 means as many as the machine has.
  explicit Crew(std::size_t threads);
  ~Crew();
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;
  [[nodiscard]] std::size_t size() const;
  /// Runs all pieces and returns when they are done; rethrows the exception of one that failed.
  void run(std::size_t pieces, const Piece& piece);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente::forecast

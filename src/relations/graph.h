// igraph behind owners: graphs, vectors, its errors as Errors, one caller at a time.
#pragma once

#include <igraph.h>

#include <cstdint>
#include <functional>
#include <mutex>
#include <span>
#include <vector>

#include "relations/network.h"

namespace entente::relations {

/// Held while igraph is called: its stack of what to free, its error handler and its generator of
/// chance are the process's own, and not for two threads at once. Seeds the generator.
class GraphSession {
 public:
  explicit GraphSession(std::uint32_t seed = 0);
  ~GraphSession();
  GraphSession(const GraphSession&) = delete;
  GraphSession& operator=(const GraphSession&) = delete;

 private:
  std::unique_lock<std::mutex> lock_;
  igraph_error_handler_t* before_;
};

/// Throws bad_alloc, or Error invalid_value, for a code that is no success.
void check_graph(igraph_error_t code);

/// A vector of numbers.
class Numbers {
 public:
  explicit Numbers(std::size_t size = 0);
  ~Numbers() { igraph_vector_destroy(&vector_); }
  Numbers(const Numbers&) = delete;
  Numbers& operator=(const Numbers&) = delete;
  [[nodiscard]] igraph_vector_t* get() { return &vector_; }
  void push(double value) { check_graph(igraph_vector_push_back(&vector_, value)); }
  [[nodiscard]] double operator[](std::size_t at) const {
    return VECTOR(vector_)[static_cast<igraph_integer_t>(at)];
  }

 private:
  igraph_vector_t vector_{};
};

/// A vector of whole numbers.
class Integers {
 public:
  explicit Integers(std::size_t size = 0);
  ~Integers() { igraph_vector_int_destroy(&vector_); }
  Integers(const Integers&) = delete;
  Integers& operator=(const Integers&) = delete;
  [[nodiscard]] igraph_vector_int_t* get() { return &vector_; }
  void push(std::size_t value) {
    check_graph(igraph_vector_int_push_back(&vector_, static_cast<igraph_integer_t>(value)));
  }
  [[nodiscard]] std::size_t size() const {
    return static_cast<std::size_t>(igraph_vector_int_size(&vector_));
  }
  [[nodiscard]] std::size_t operator[](std::size_t at) const {
    return static_cast<std::size_t>(VECTOR(vector_)[static_cast<igraph_integer_t>(at)]);
  }

 private:
  igraph_vector_int_t vector_{};
};

/// The ties of a network for which `keep` is true, undirected; edge i is tie ties()[i].
class Graph {
 public:
  Graph(const Network& network, const std::function<bool(const Tie&)>& keep);
  ~Graph() { igraph_destroy(&graph_); }
  Graph(const Graph&) = delete;
  Graph& operator=(const Graph&) = delete;
  [[nodiscard]] const igraph_t* get() const { return &graph_; }
  [[nodiscard]] std::span<const std::uint32_t> ties() const { return ties_; }

 private:
  igraph_t graph_{};
  std::vector<std::uint32_t> ties_;
};

}  // namespace entente::relations

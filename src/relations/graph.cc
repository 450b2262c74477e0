// The owners of what igraph allocates.
#include "relations/graph.h"

#include <new>
#include <string>

#include "entente/error.h"

namespace entente::relations {
namespace {

std::mutex& igraph_mutex() {
  static std::mutex mutex;
  return mutex;
}

}  // namespace

GraphSession::GraphSession(std::uint32_t seed)
    : lock_(igraph_mutex()), before_(igraph_set_error_handler(igraph_error_handler_ignore)) {
  igraph_rng_seed(igraph_rng_default(), seed);
}

GraphSession::~GraphSession() { igraph_set_error_handler(before_); }

void check_graph(igraph_error_t code) {
  if (code == IGRAPH_SUCCESS) return;
  if (code == IGRAPH_ENOMEM) throw std::bad_alloc();
  throw Error(ErrorKind::invalid_value, std::string("the graph: ") + igraph_strerror(code));
}

Numbers::Numbers(std::size_t size) {
  check_graph(igraph_vector_init(&vector_, static_cast<igraph_integer_t>(size)));
}

Integers::Integers(std::size_t size) {
  check_graph(igraph_vector_int_init(&vector_, static_cast<igraph_integer_t>(size)));
}

Graph::Graph(const Network& network, const std::function<bool(const Tie&)>& keep) {
  Integers edges;
  for (std::size_t i = 0; i < network.ties.size(); ++i) {
    const Tie& tie = network.ties[i];
    if (!keep(tie)) continue;
    edges.push(tie.a);
    edges.push(tie.b);
    ties_.push_back(static_cast<std::uint32_t>(i));
  }
  check_graph(igraph_create(&graph_, edges.get(),
                            static_cast<igraph_integer_t>(network.actors.size()),
                            IGRAPH_UNDIRECTED));
}

}  // namespace entente::relations

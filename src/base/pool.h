// Work on many documents at once, results in the order they came in.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace entente {

/// Runs jobs on a fixed number of threads and hands their results on in the order of submission,
/// so that output does not depend on the number of threads. At most a few jobs per thread wait at
/// any time: memory stays bounded on endless input.
class OrderedPool {
 public:
  /// A job gets the number of its worker (0 .. threads-1), to pick that worker's scratch.
  using Job = std::function<void(std::size_t worker)>;
  using Finish = std::function<void()>;

  /// threads = 0 means as many as the machine has; with 1 everything runs in the caller's thread.
  explicit OrderedPool(std::size_t threads);
  ~OrderedPool();
  OrderedPool(const OrderedPool&) = delete;
  OrderedPool& operator=(const OrderedPool&) = delete;

  [[nodiscard]] std::size_t threads() const;
  /// Queues `job`; blocks while too many wait. `finish` runs after it, in order of submission, one
  /// at a time. An exception of a job or finish is rethrown by the next submit() or by wait().
  void submit(Job job, Finish finish);
  void wait();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente

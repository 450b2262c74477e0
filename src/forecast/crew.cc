// One round of work at a time: workers take the next piece until none is left.
#include "forecast/crew.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace entente::forecast {

struct Crew::Impl {
  explicit Impl(std::size_t threads) {
    for (std::size_t i = 1; i < threads; ++i) workers.emplace_back([this, i] { serve(i); });
  }
  ~Impl() {
    {
      const std::lock_guard lock(mutex);
      stopping = true;
    }
    begun.notify_all();
    for (std::thread& worker : workers) worker.join();
  }

  void serve(std::size_t worker) {
    std::size_t seen = 0;
    for (;;) {
      {
        std::unique_lock lock(mutex);
        begun.wait(lock, [&] { return stopping || round != seen; });
        if (stopping) return;
        seen = round;
      }
      take_pieces(worker);
      const std::lock_guard lock(mutex);
      if (--busy == 0) done.notify_all();
    }
  }

  void take_pieces(std::size_t worker) {
    try {
      for (std::size_t i = next++; i < pieces; i = next++) (*piece)(i, worker);
    } catch (...) {
      const std::lock_guard lock(mutex);
      if (!failure) failure = std::current_exception();
      next = pieces;
    }
  }

  void start(std::size_t count, const Piece& work) {
    const std::lock_guard lock(mutex);
    piece = &work;
    pieces = count;
    next = 0;
    failure = nullptr;
    busy = workers.size();
    ++round;
  }

  void finish() {
    std::unique_lock lock(mutex);
    done.wait(lock, [&] { return busy == 0; });
    if (failure) std::rethrow_exception(failure);
  }

  std::mutex mutex;
  std::condition_variable begun, done;
  const Piece* piece = nullptr;
  std::size_t pieces = 0;
  std::atomic<std::size_t> next = 0;
  std::size_t round = 0;
  std::size_t busy = 0;
  bool stopping = false;
  std::exception_ptr failure;
  std::vector<std::thread> workers;
};

Crew::Crew(std::size_t threads) {
  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  impl_ = std::make_unique<Impl>(threads);
}

Crew::~Crew() = default;

std::size_t Crew::size() const { return impl_->workers.size() + 1; }

void Crew::run(std::size_t pieces, const Piece& piece) {
  if (size() == 1 || pieces < 2) {
    for (std::size_t i = 0; i < pieces; ++i) piece(i, 0);
    return;
  }
  impl_->start(pieces, piece);
  impl_->begun.notify_all();
  impl_->take_pieces(0);
  impl_->finish();
}

}  // namespace entente::forecast

// A window of tasks in order of submission: workers start them from the front, and whoever
// completes the frontmost one hands on the results that are ready.
#include "base/pool.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace entente {
namespace {

struct Task {
  OrderedPool::Job job;
  OrderedPool::Finish finish;
  std::exception_ptr failure;
  bool done = false;
};

constexpr std::size_t tasks_per_thread = 4;

}  // namespace

struct OrderedPool::Impl {
  explicit Impl(std::size_t threads);
  ~Impl();

  void run_here(const Job& job, const Finish& finish);
  void enqueue(Job job, Finish finish);
  void wait();
  void work(std::size_t worker);
  void hand_on(std::unique_lock<std::mutex>& lock);
  void fail(std::exception_ptr why);
  void rethrow();
  [[nodiscard]] bool idle() const { return running == 0 && !handing_on; }

  const std::size_t threads;
  std::mutex mutex;  // guards what follows, workers apart
  std::condition_variable job_ready;
  std::condition_variable changed;
  std::deque<std::shared_ptr<Task>> window;  // submitted, not yet handed on
  std::size_t started = 0;                   // tasks at the front of the window that were started
  std::size_t running = 0;
  std::exception_ptr failure;
  bool handing_on = false;
  bool stopping = false;
  std::vector<std::thread> workers;
};

OrderedPool::Impl::Impl(std::size_t count) : threads(count) {
  if (threads == 1) return;
  for (std::size_t i = 0; i < threads; ++i) workers.emplace_back([this, i] { work(i); });
}

OrderedPool::Impl::~Impl() {
  {
    const std::lock_guard lock(mutex);
    stopping = true;
  }
  job_ready.notify_all();
  for (std::thread& worker : workers) worker.join();
}

void OrderedPool::Impl::run_here(const Job& job, const Finish& finish) {
  rethrow();
  try {
    job(0);
    if (finish) finish();
  } catch (...) {
    failure = std::current_exception();
  }
}

void OrderedPool::Impl::rethrow() {
  if (failure) std::rethrow_exception(std::exchange(failure, nullptr));
}

void OrderedPool::Impl::enqueue(Job job, Finish finish) {
  std::unique_lock lock(mutex);
  // After a failure nobody may still run what the caller is about to take down.
  changed.wait(lock,
               [this] { return failure ? idle() : window.size() < threads * tasks_per_thread; });
  rethrow();
  auto task = std::make_shared<Task>();
  task->job = std::move(job);
  task->finish = std::move(finish);
  window.push_back(std::move(task));
  job_ready.notify_one();
}

void OrderedPool::Impl::wait() {
  std::unique_lock lock(mutex);
  changed.wait(lock, [this] { return window.empty() && idle(); });
  rethrow();
}

void OrderedPool::Impl::work(std::size_t worker) {
  std::unique_lock lock(mutex);
  while (true) {
    job_ready.wait(lock, [this] { return stopping || started < window.size(); });
    if (stopping) return;
    const std::shared_ptr<Task> task = window[started++];
    ++running;
    lock.unlock();
    try {
      task->job(worker);
    } catch (...) {
      task->failure = std::current_exception();
    }
    task->job = nullptr;  // let go of what it holds outside the lock
    lock.lock();
    task->done = true;
    --running;
    hand_on(lock);
  }
}

// Finishes the tasks at the front that are done; one thread at a time does so.
void OrderedPool::Impl::hand_on(std::unique_lock<std::mutex>& lock) {
  changed.notify_all();
  if (handing_on) return;
  handing_on = true;
  while (!window.empty() && window.front()->done) {
    std::shared_ptr<Task> task = std::move(window.front());
    window.pop_front();
    --started;
    lock.unlock();
    std::exception_ptr why = task->failure;
    try {
      if (!why && task->finish) task->finish();
    } catch (...) {
      why = std::current_exception();
    }
    task.reset();
    lock.lock();
    if (why) fail(why);
    changed.notify_all();
  }
  handing_on = false;
  changed.notify_all();
}

// Nothing submitted after a failed task is finished, as with one thread it would not have been
// submitted at all.
void OrderedPool::Impl::fail(std::exception_ptr why) {
  failure = std::move(why);
  window.clear();
  started = 0;
}

OrderedPool::OrderedPool(std::size_t threads) {
  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  impl_ = std::make_unique<Impl>(threads);
}

OrderedPool::~OrderedPool() = default;

std::size_t OrderedPool::threads() const { return impl_->threads; }

void OrderedPool::submit(Job job, Finish finish) {
  if (impl_->threads == 1) {
    impl_->run_here(job, finish);
  } else {
    impl_->enqueue(std::move(job), std::move(finish));
  }
}

void OrderedPool::wait() { impl_->wait(); }

}  // namespace entente

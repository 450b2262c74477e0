// A limit on what an input may unpack to, however deep the packing is nested.
#pragma once

#include <cstdint>
#include <memory>
#include <utility>

#include "base/files.h"

namespace entente {

/// Bytes of the input itself earn, bytes that come out of any unpacking inside it spend. News packs
/// to a tenth; what unpacks to hundreds of times its size is there to do harm.
class ExpansionBudget {
 public:
  ExpansionBudget(std::uint64_t free_bytes, std::uint64_t ratio)
      : free_bytes_(free_bytes), ratio_(ratio) {}
  void earn(std::uint64_t bytes) { earned_ += bytes; }
  /// Throws Error too_large at `name` when more was unpacked than earned.
  void spend(std::uint64_t bytes, const std::string& name);
  [[nodiscard]] std::uint64_t earned() const { return earned_; }

 private:
  std::uint64_t free_bytes_, ratio_;
  std::uint64_t earned_ = 0, spent_ = 0;
};

/// A source whose bytes earn, or spend.
class BudgetedSource : public ByteSource {
 public:
  enum class Way : std::uint8_t { earns, spends };
  BudgetedSource(std::unique_ptr<ByteSource> source, ExpansionBudget& budget, Way way)
      : source_(std::move(source)), budget_(budget), way_(way) {}
  std::size_t read(char* data, std::size_t size) override;
  [[nodiscard]] const std::string& name() const override { return source_->name(); }

 private:
  std::unique_ptr<ByteSource> source_;
  ExpansionBudget& budget_;
  Way way_;
};

}  // namespace entente

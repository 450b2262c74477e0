// Accounts of what was read and what came of it.
#include "text/containers/budget.h"

namespace entente {

void ExpansionBudget::spend(std::uint64_t bytes, const std::string& name) {
  spent_ += bytes;
  if (spent_ <= free_bytes_ || (spent_ - free_bytes_) / ratio_ <= earned_) return;
  throw Error(ErrorKind::too_large,
              "unpacks to more than " + std::to_string(ratio_) + " times its size; refused after " +
                  std::to_string(spent_) + " bytes",
              {name, 0, earned_});
}

std::size_t BudgetedSource::read(char* data, std::size_t size) {
  const std::size_t got = source_->read(data, size);
  if (way_ == Way::earns) {
    budget_.earn(got);
  } else {
    budget_.spend(got, name());
  }
  return got;
}

}  // namespace entente

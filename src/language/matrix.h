// Row-major matrices whose storage only grows, and the handles by which layers find their
// parameters.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace entente {

/// A matrix of floats. resize() keeps the memory it has, so that a matrix used again and again
/// stops allocating; what it holds afterwards is unspecified.
class Matrix {
 public:
  void resize(std::size_t rows, std::size_t cols) {
    rows_ = rows;
    cols_ = cols;
    if (data_.size() < rows * cols) data_.resize(rows * cols);
  }
  void zero();
  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] std::size_t cols() const { return cols_; }
  [[nodiscard]] std::size_t size() const { return rows_ * cols_; }
  [[nodiscard]] float* data() { return data_.data(); }
  [[nodiscard]] const float* data() const { return data_.data(); }
  [[nodiscard]] float* row(std::size_t index) { return data_.data() + index * cols_; }
  [[nodiscard]] const float* row(std::size_t index) const { return data_.data() + index * cols_; }

 private:
  std::size_t rows_ = 0, cols_ = 0;
  std::vector<float> data_;
};

/// Where a layer's parameter lies in the one array that holds them all (and in the like arrays of
/// gradients and of the optimiser's moments).
struct Tensor {
  std::size_t offset = 0, rows = 0, cols = 0;
  [[nodiscard]] std::size_t size() const { return rows * cols; }
  [[nodiscard]] float* in(float* all) const { return all + offset; }
  [[nodiscard]] const float* in(const float* all) const { return all + offset; }
};

/// Hands out places for parameters one after the other.
class Layout {
 public:
  Tensor add(std::size_t rows, std::size_t cols) {
    const Tensor tensor{size_, rows, cols};
    size_ += rows * cols;
    return tensor;
  }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  std::size_t size_ = 0;
};

}  // namespace entente

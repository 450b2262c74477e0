// Dropout: masks that are made, kept and applied again to gradients.
#pragma once

#include "base/random.h"
#include "language/layers.h"

namespace entente {

/// Drops each number with probability `rate`, scales the others up; keeps the mask.
void drop(Matrix& matrix, float rate, Random& random, Matrix& mask);
void apply_mask(const Matrix& mask, Matrix& matrix);  ///< element by element
/// One mask per sentence, the same for all its words (Gal and Ghahramani 2016).
void make_sentence_mask(std::size_t sentences, std::size_t cols, float rate, Random& random,
                        Matrix& mask);
void apply_sentence_mask(const Matrix& mask, const Offsets& offsets, Matrix& matrix);

}  // namespace entente

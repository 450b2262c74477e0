// The last step of reading: a document is given what it lacks and handed out.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "text/id_set.h"
#include "text/reader.h"

namespace entente {

/// What a handler of documents threw, on its way through readers that report errors and go on.
struct HandlerThrew {};

class Delivery {
 public:
  /// Throws Error invalid_value when options.published is no date.
  Delivery(const ReadOptions& options, const ReadHandlers& handlers);

  /// Gives a document segments, title, date and a unique id, and hands it out. One without text or
  /// beyond the limit is reported instead. Throws HandlerThrew.
  void deliver(Document&& document, const Location& where);
  void report(const Error& error);
  void progress(std::uint64_t bytes);

  /// What documents may have at most. Spans are of 32 bits, whatever limit was asked for.
  [[nodiscard]] std::uint64_t limit() const;
  [[noreturn]] void refuse_size(const Location& where) const;
  [[nodiscard]] const ReadOptions& options() const { return options_; }
  [[nodiscard]] const std::string& published() const { return published_; }
  [[nodiscard]] std::uint64_t documents() const { return documents_; }
  /// Throws again what a handler threw.
  void rethrow();

 private:
  void make_unique_id(Document& document, const Location& where);
  template <typename Call>
  void guarded(const Call& call);

  const ReadOptions& options_;
  const ReadHandlers& handlers_;
  std::string published_;
  IdSet ids_;
  std::map<std::string, std::uint32_t> repeats_;  // how often, of those that came more than once
  std::uint64_t documents_ = 0;
  std::exception_ptr thrown_;
};

/// True for text of nothing but white space.
[[nodiscard]] bool is_blank(std::string_view text);

}  // namespace entente

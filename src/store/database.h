// SQLite behind owners: a connection, prepared statements, transactions; its codes as Errors.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "entente/error.h"

struct sqlite3;
struct sqlite3_stmt;

namespace entente {

/// A statement while it runs: values are bound in order, rows stepped through. It is reset when it
/// goes out of scope. Throws Error with the file of its database.
class Statement {
 public:
  Statement(sqlite3_stmt* statement, const std::string& file);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  /// Binds the next parameter. Texts must live until the statement is done with.
  Statement& bind(std::string_view text);
  Statement& bind(std::int64_t number);
  Statement& bind(double number);
  Statement& bind_blob(std::string_view bytes);
  Statement& bind_null();

  /// True while there is a row.
  bool step();
  /// Steps to the end.
  void run();
  /// Runs and makes ready to bind anew.
  void run_again();

  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::string_view view(int column) const;  ///< until the next step
  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] bool is_null(int column) const;

 private:
  void check(int code) const;
  sqlite3_stmt* statement_;
  const std::string* file_;
  int next_ = 1;
};

/// What a connection is opened for. `write` makes the file where there is none.
enum class Access : std::uint8_t { read, write };

/// One connection. Not to be used from two threads at once.
class Database {
 public:
  /// `patience` is how long another writer is waited for.
  Database(const std::string& file, Access access, std::chrono::milliseconds patience);
  ~Database();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) = delete;

  /// A statement is prepared once and kept; `sql` must not be in use already.
  [[nodiscard]] Statement prepare(std::string_view sql);
  void run(const std::string& sql);  ///< one or more statements without parameters
  [[nodiscard]] std::int64_t number(std::string_view sql);  ///< first column of the first row, or 0
  [[nodiscard]] std::int64_t last_id() const;
  [[nodiscard]] std::int64_t changes() const;  ///< rows that the last statement changed
  [[nodiscard]] const std::string& file() const { return *file_; }

 private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<std::string> file_;  // at a stable address, for statements
  std::unique_ptr<sqlite3, Close> connection_;
  std::map<std::string, std::unique_ptr<sqlite3_stmt, Finalize>, std::less<>> statements_;
};

/// All or nothing: rolled back unless committed. Takes the right to write at once, so that what is
/// read within it stays true.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

/// The id of the row that has these values: the one that `find` selects, else a new one by `add`.
/// `bind` binds the values to either statement, in the same order.
template <class Bind>
std::int64_t row_of(Database& database, std::string_view find, std::string_view add,
                    const Bind& bind) {
  {
    Statement found = database.prepare(find);
    bind(found);
    if (found.step()) return found.number(0);
  }
  Statement added = database.prepare(add);
  bind(added);
  added.run();
  return database.last_id();
}

}  // namespace entente

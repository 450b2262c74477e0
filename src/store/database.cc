// SQLite behind owners.
#include "store/database.h"

#include <sqlite3.h>

#include <filesystem>

namespace entente {
namespace {

std::string meaning_of(int code, const char* detail) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "another program is writing to the store; try again when it is done";
    case SQLITE_FULL:
      return "cannot be written, the disk is full; what was kept before is still there";
    case SQLITE_IOERR:
      return std::string("cannot be read or written (") + detail +
             "); is the disk full? What was kept before is still there";
    case SQLITE_READONLY:
      return "may not be written to";
    case SQLITE_NOTADB:
      return "is no store";
    case SQLITE_CORRUPT:
      return std::string("is damaged (") + detail + ")";
    default:
      return detail;
  }
}

ErrorKind kind_of_code(int code) {
  switch (code & 0xff) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return ErrorKind::corrupt;
    case SQLITE_ERROR:
    case SQLITE_MISUSE:
    case SQLITE_CONSTRAINT:
      return ErrorKind::invalid_value;
    default:
      return ErrorKind::unreadable;
  }
}

[[noreturn]] void fail(sqlite3* connection, int code, const std::string& file) {
  const char* detail = connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
  throw Error(kind_of_code(code), meaning_of(code, detail), {file});
}

}  // namespace

Statement::Statement(sqlite3_stmt* statement, const std::string& file)
    : statement_(statement), file_(&file) {}

Statement::~Statement() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

void Statement::check(int code) const {
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
  fail(sqlite3_db_handle(statement_), code, *file_);
}

Statement& Statement::bind(std::string_view text) {
  // A view without data would be NULL.
  const char* data = text.data() ? text.data() : "";
  check(sqlite3_bind_text64(statement_, next_++, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind(std::int64_t number) {
  check(sqlite3_bind_int64(statement_, next_++, number));
  return *this;
}

Statement& Statement::bind(double number) {
  check(sqlite3_bind_double(statement_, next_++, number));
  return *this;
}

Statement& Statement::bind_blob(std::string_view bytes) {
  const char* data = bytes.data() ? bytes.data() : "";
  check(sqlite3_bind_blob64(statement_, next_++, data, bytes.size(), SQLITE_STATIC));
  return *this;
}

Statement& Statement::bind_null() {
  check(sqlite3_bind_null(statement_, next_++));
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_);
  check(code);
  return code == SQLITE_ROW;
}

void Statement::run() {
  while (step()) {
  }
}

void Statement::run_again() {
  run();
  check(sqlite3_reset(statement_));
  next_ = 1;
}

std::string_view Statement::view(int column) const {
  const void* data = sqlite3_column_blob(statement_, column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return data ? std::string_view(static_cast<const char*>(data), size) : std::string_view();
}
std::string Statement::text(int column) const { return std::string(view(column)); }
std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_, column);
}
double Statement::real(int column) const { return sqlite3_column_double(statement_, column); }
bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

void Database::Close::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
void Database::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Database::Database(const std::string& file, Access access, std::chrono::milliseconds patience)
    : file_(std::make_unique<std::string>(file)) {
  std::error_code ignored;
  if (access == Access::read && !std::filesystem::exists(file, ignored)) {
    throw Error(ErrorKind::not_found, "does not exist", {file});
  }
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX |
                    (access == Access::write ? SQLITE_OPEN_CREATE : 0);
  sqlite3* connection = nullptr;
  // "./" before it, so that no name means anything else than a file.
  const std::string path = std::filesystem::path(file).is_absolute() ? file : "./" + file;
  const int code = sqlite3_open_v2(path.c_str(), &connection, flags, nullptr);
  connection_.reset(connection);
  if (code != SQLITE_OK) fail(connection, code, file);
  sqlite3_extended_result_codes(connection, 1);
  sqlite3_busy_timeout(connection, static_cast<int>(patience.count()));
}

Database::~Database() = default;
Database::Database(Database&&) noexcept = default;

Statement Database::prepare(std::string_view sql) {
  auto found = statements_.find(sql);
  if (found == statements_.end()) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(connection_.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) fail(connection_.get(), code, *file_);
    found = statements_.emplace(std::string(sql), statement).first;
  }
  return {found->second.get(), *file_};
}

void Database::run(const std::string& sql) {
  const int code = sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(connection_.get(), code, *file_);
}

std::int64_t Database::number(std::string_view sql) {
  Statement statement = prepare(sql);
  return statement.step() ? statement.number(0) : 0;
}

std::int64_t Database::last_id() const { return sqlite3_last_insert_rowid(connection_.get()); }
std::int64_t Database::changes() const { return sqlite3_changes64(connection_.get()); }

Transaction::Transaction(Database& database) : database_(database) {
  database_.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    database_.run("ROLLBACK");
  } catch (const Error&) {  // SQLite has rolled back by itself
  }
}

void Transaction::commit() {
  database_.run("COMMIT");
  open_ = false;
}

}  // namespace entente

// Archives in memory, for tests.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <string>
#include <utility>
#include <vector>

namespace entente::testing_support {

using Files = std::vector<std::pair<std::string, std::string>>;

inline std::string archive_of(const Files& files, bool zip) {
  std::size_t size = 1 << 16;
  for (const auto& [name, content] : files) size += 4096 + content.size() * 2;
  std::string bytes(size, '\0');
  std::size_t used = 0;
  archive* handle = archive_write_new();
  zip ? archive_write_set_format_zip(handle) : archive_write_set_format_ustar(handle);
  archive_write_open_memory(handle, bytes.data(), bytes.size(), &used);
  for (const auto& [name, content] : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(handle, entry);
    archive_write_data(handle, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(handle);
  archive_write_free(handle);
  bytes.resize(used);
  return bytes;
}
inline std::string zip_of(const Files& files) { return archive_of(files, true); }
inline std::string tar_of(const Files& files) { return archive_of(files, false); }

}  // namespace entente::testing_support

// Reading of data files line by line.
#include "world/data_lines.h"

#include <algorithm>
#include <filesystem>

#include "base/files.h"
#include "base/utf8.h"
#include "entente/error.h"

namespace entente {
namespace {

constexpr std::string_view kBlank = " \t\r";

// `#` begins a comment at the start of a line or after white space.
std::string_view without_comment(std::string_view line) {
  for (std::size_t at = line.find('#'); at != std::string_view::npos; at = line.find('#', at + 1)) {
    if (at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t') return line.substr(0, at);
  }
  return line;
}

void split_fields(std::string_view text, std::vector<std::string_view>& fields) {
  fields.clear();
  for (;;) {
    const std::size_t bar = text.find('|');
    fields.push_back(trim(text.substr(0, bar)));
    if (bar == std::string_view::npos) return;
    text.remove_prefix(bar + 1);
  }
}

std::string base_name(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

}  // namespace

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::vector<std::string_view> split_list(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    const std::string_view part = trim(text.substr(0, end));
    if (!part.empty()) parts.push_back(part);
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

void DataFiles::read_text(std::string_view text, const std::string& name,
                          const std::function<void(const DataLine&)>& handle) {
  DataLine line;
  line.source.file = static_cast<std::uint32_t>(paths_.size());
  paths_.push_back(name);
  names_.push_back(base_name(name));
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    ++line.source.line;
    line.text = trim(without_comment(text.substr(0, end)));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.text.empty()) continue;
    line.directive = line.text.front() == '@';
    if (line.directive) line.text.remove_prefix(1);
    split_fields(line.text, line.fields);
    handle(line);
  }
}

void DataFiles::read_file(const std::string& path,
                          const std::function<void(const DataLine&)>& handle) {
  const std::string text = entente::read_file(path);
  if (!is_valid(text)) throw Error(ErrorKind::malformed, "the file is not UTF-8", {path, 0, 0});
  read_text(text, path, handle);
}

void DataFiles::read_folder(const std::string& folder,
                            const std::function<void(const DataLine&)>& handle) {
  std::error_code none;
  if (!std::filesystem::is_directory(folder, none)) return;
  std::vector<Error> errors;
  const std::vector<std::string> paths = walk(folder, errors);
  if (!errors.empty()) throw errors.front();
  for (const std::string& path : paths) {
    if (path.ends_with(".txt")) read_file(path, handle);
  }
}

void DataFiles::fail(const DataLine& line, const std::string& message) const {
  throw Error(ErrorKind::malformed, message, {paths_[line.source.file], line.source.line, 0});
}

std::string DataFiles::entry(DataSource source) const {
  if (source.line == 0) return {};
  return names_[source.file] + ":" + std::to_string(source.line);
}

}  // namespace entente

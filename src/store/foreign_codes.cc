// What the codes of other event data are here.
#include "store/foreign_codes.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/files.h"
#include "base/utf8.h"
#include "entente/error.h"

namespace entente {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.push_back(trimmed(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

}  // namespace

ForeignCodes::ForeignCodes(const std::vector<std::string>& data_dirs) {
  for (const std::string& folder : data_dirs) {
    const std::string file = folder + "/ontology/foreign.txt";
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) read(read_file(file), file);
  }
}

ForeignCodes ForeignCodes::of_text(std::string_view text) {
  ForeignCodes codes;
  codes.read(text, "text");
  return codes;
}

void ForeignCodes::read(std::string_view text, const std::string& file) {
  std::uint64_t number = 0;
  for (const std::string_view line : split(text, '\n')) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string_view> parts = split(line, '|');
    if (parts.size() != 3 || parts[0].empty() || parts[1].empty() || parts[2].empty()) {
      throw Error(ErrorKind::malformed, "is not: list | code there | code here", {file, number});
    }
    auto& list = lists_[std::string(parts[0])];
    const auto same = std::ranges::find(
        list, parts[1], [](const auto& entry) { return std::string_view(entry.first); });
    if (same != list.end()) {
      same->second = parts[2];
    } else {
      list.emplace_back(parts[1], parts[2]);
    }
  }
}

std::string ForeignCodes::find(std::string_view list, std::string_view code) const {
  return find_among(list, code);
}

std::string ForeignCodes::find_among(std::string_view list, std::string_view codes) const {
  const auto entries = lists_.find(list);
  if (entries == lists_.end()) return "";
  const std::vector<std::string_view> wanted = split(codes, ',');
  for (const auto& [code, here] : entries->second) {
    if (std::ranges::find(wanted, std::string_view(code)) != wanted.end()) return here;
  }
  return "";
}

}  // namespace entente

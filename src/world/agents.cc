// Reader of the agents' files, and the patterns of titles.
#include "world/agents.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::string_view kSectors[] = {"GOV", "MIL", "REB", "OPP", "PTY", "CVL", "COP",
                                         "SPY", "JUD", "MED", "BUS", "NGO", "LEG", "UAF"};

std::string_view field(const DataLine& line, std::size_t at) {
  return at < line.fields.size() ? line.fields[at] : std::string_view{};
}

std::string sector_field(const DataLine& line, std::size_t at, const DataFiles& files) {
  const std::string_view sector = field(line, at);
  if (!sector.empty() && !is_known_sector(sector)) {
    files.fail(line, fmt::format("unknown sector '{}'", sector));
  }
  return std::string(sector);
}

// Lower case, blanks for "_" and "-": "Vice_President" is "vice president".
std::string normal(std::string_view title) {
  std::string out = lower(title);
  std::replace(out.begin(), out.end(), '_', ' ');
  std::replace(out.begin(), out.end(), '-', ' ');
  return out;
}

std::string_view last_word(std::string_view text) {
  const std::size_t blank = text.rfind(' ');
  return blank == std::string_view::npos ? text : text.substr(blank + 1);
}

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

std::string_view drop_first_word(std::string_view text) {
  const std::size_t blank = text.find(' ');
  return blank == std::string_view::npos ? std::string_view{} : trim(text.substr(blank));
}

}  // namespace

bool is_known_sector(std::string_view sector) {
  return std::find(std::begin(kSectors), std::end(kSectors), sector) != std::end(kSectors);
}

bool Agents::has_slug(std::string_view slug) const {
  return std::any_of(agents_.begin(), agents_.end(),
                     [slug](const auto& noun) { return noun.second.agent.slug == slug; });
}

Agents::Section Agents::section_named(std::string_view directive, const DataLine& line,
                                      const DataFiles& files) const {
  if (directive == "agents") return Section::agents;
  if (directive == "offices") return Section::offices;
  if (directive == "domains") return Section::domains;
  if (directive == "domain-heads") return Section::domain_heads;
  if (directive == "qualifiers") return Section::qualifiers;
  if (directive == "joiners") return Section::joiners;
  if (directive == "country-words") return Section::country_words;
  if (directive == "sounds") return Section::sounds;
  if (Naming().list(directive)) return Section::list;
  files.fail(line, fmt::format("unknown directive '@{}'", directive));
}

void Agents::read(const std::string& folder, DataFiles& files, Naming& naming) {
  Section section = Section::none;
  std::string list;
  files.read_folder(folder, [&](const DataLine& line) {
    if (line.directive) {
      section = section_named(line.text, line, files);
      list = std::string(line.text);
    } else {
      read_line(section, line, files, naming, list);
    }
  });
}

void Agents::read_line(Section section, const DataLine& line, const DataFiles& files,
                       Naming& naming, const std::string& list) {
  const auto words = [&](auto add) {
    for (const std::string_view word : split_list(line.text, ' ')) add(word);
  };
  switch (section) {
    case Section::none:
      files.fail(line, "a directive such as @agents must come before the first line");
    case Section::agents:
      return read_agent(line, files);
    case Section::offices:
    case Section::domains: {
      auto& table = section == Section::offices ? offices_ : domains_;
      const std::vector<std::string_view> names = split_list(field(line, 0), ';');
      if (names.empty()) files.fail(line, "a title is missing");
      for (const std::string_view name : names) {
        const std::string_view flag = field(line, 2);
        table[normal(name)] = {sector_field(line, 1, files), normal(names.front()), line.source,
                               flag == "head", flag == "any-head"};
        if (section != Section::offices) continue;
        TextSet& own = office_words_[normal(names.front())];
        const std::string words_of_title = normal(name);
        for (const std::string_view word : split_list(words_of_title, ' ')) own.emplace(word);
      }
      return;
    }
    case Section::domain_heads:
      for (const std::string_view name : split_list(field(line, 0), ';')) {
        domain_heads_[normal(name)] = field(line, 1) == "person";
      }
      return;
    case Section::qualifiers:
      return words([&](std::string_view word) { qualifiers_.emplace(word); });
    case Section::joiners:
      return words([&](std::string_view word) { joiners_.emplace(word); });
    case Section::country_words: {
      const std::vector<std::string_view> list_of_country = split_list(line.text, ' ');
      return words([&](std::string_view word) {
        if (word != list_of_country.front()) {
          naming.country_words[std::string(word)] = list_of_country.front();
        }
      });
    }
    case Section::sounds: {
      const std::string_view to = field(line, 1);
      for (const std::string_view from : split_list(field(line, 0), ' ')) {
        const char letter = from[from.size() > 1 && from.front() == '^' ? 1 : 0];
        naming.sounds[letter].push_back({std::string(from), std::string(to)});
      }
      return;
    }
    case Section::list:
      return words([&](std::string_view word) { naming.list(list)->emplace(word); });
  }
}

void Agents::read_agent(const DataLine& line, const DataFiles& files) {
  Noun noun;
  noun.source = line.source;
  noun.agent.sector = sector_field(line, 1, files);
  noun.agent.slug = std::string(field(line, 2));
  for (const std::string_view flag : split_list(field(line, 3), ' ')) {
    if (flag == "person") {
      noun.agent.person = true;
    } else if (flag == "modifier") {
      noun.agent.modifier = true;
    } else {
      files.fail(line, fmt::format("unknown flag '{}' (person, modifier)", flag));
    }
  }
  noun.agent.entry = files.entry(line.source);
  for (const std::string_view name : split_list(field(line, 0), ';')) agents_[normal(name)] = noun;
}

std::optional<Agent> Agents::agent(std::string_view lemma, const DataFiles& files) const {
  const std::string key = normal(lemma);
  if (const auto found = agents_.find(key); found != agents_.end()) return found->second.agent;
  std::optional<Office> office = exact(key);
  bool person = office.has_value();
  if (!office) {
    office = of_domain(key);
    if (office) {
      const auto head = domain_heads_.find(last_word(office->title));
      person = head != domain_heads_.end() && head->second;
    }
  }
  if (!office) return std::nullopt;
  Agent agent;
  agent.sector = office->sector;
  agent.person = person;
  agent.entry = files.entry(office->source);
  return agent;
}

std::optional<Office> Agents::exact(std::string_view title) const {
  const auto found = offices_.find(title);
  if (found == offices_.end()) return std::nullopt;
  return found->second;
}

// "defence minister", "minister of defence", "ministry for foreign affairs".
std::optional<Office> Agents::of_domain(std::string_view title) const {
  std::string_view head = last_word(title);
  std::string_view domain = trim(title.substr(0, title.size() - head.size()));
  if (!domain_heads_.contains(head) || domain.empty()) {
    head = first_word(title);
    if (!domain_heads_.contains(head)) return std::nullopt;
    domain = drop_first_word(title);
    while (joiners_.contains(first_word(domain))) domain = drop_first_word(domain);
  }
  const auto found = domains_.find(domain);
  if (found == domains_.end()) return std::nullopt;
  Office office = found->second;
  office.title += ' ';
  office.title += head;
  if (const auto known = exact(office.title)) office.title = known->title;
  return office;
}

// "agriculture minister", "commander of the northern fleet": the sector of the head noun.
std::optional<Office> Agents::by_head(std::string_view title) const {
  std::string_view head, rest = title;
  for (; !rest.empty() && !joiners_.contains(first_word(rest)); rest = drop_first_word(rest)) {
    head = first_word(rest);
  }
  const auto found = offices_.find(head);
  if (found == offices_.end()) return std::nullopt;
  return Office{found->second.sector, std::string(title), found->second.source, false, false};
}

std::optional<Office> Agents::office(std::string_view title) const {
  const std::string key = normal(title);
  std::string_view rest = key;
  while (!rest.empty()) {
    if (auto office = exact(rest)) return office;
    if (auto office = of_domain(rest)) return office;
    if (!qualifiers_.contains(first_word(rest))) break;
    rest = drop_first_word(rest);
  }
  return by_head(rest);
}

std::string Agents::same_office(std::string_view title) const {
  std::string key = normal(title);
  if (const auto office = exact(key)) return office->title;
  if (const auto office = of_domain(key)) return office->title;
  return key;
}

bool Agents::means_any_head(std::string_view title) const {
  const auto office = exact(normal(title));
  return office && office->any_head;
}

bool Agents::has_word(std::string_view office, std::string_view word) const {
  const auto found = office_words_.find(same_office(office));
  return found != office_words_.end() && found->second.contains(word);
}

bool Agents::is_title(std::string_view folded, const Naming& naming) const {
  return naming.titles.contains(folded) || offices_.contains(folded);
}

}  // namespace entente

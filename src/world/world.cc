// The World: its parts loaded in order, and the questions handed to them.
#include "world/world.h"

#include <algorithm>
#include <future>

#include "base/utf8.h"
#include "world/actor_finder.h"
#include "world/actor_table.h"
#include "world/agents.h"
#include "world/calendar.h"
#include "world/gazetteer.h"
#include "world/name_index.h"
#include "world/place_finder.h"
#include "world/sound_index.h"

namespace entente {

struct World::Impl {
  DataFiles files;
  Naming naming;
  ActorTable table;
  Agents agents;
  NameIndex names;
  SoundIndex sounds;
  Gazetteer gazetteer{naming};
  Calendar calendar;
  ActorFinder actors{table, names, sounds, agents, naming, gazetteer, files};
  PlaceFinder places{gazetteer, actors, agents, naming};
  std::map<std::pair<std::string, std::string>, std::vector<std::uint32_t>, std::less<>> holders;

  void index_holders();
};

// Towns are read and indexed beside the actors, which takes about as long.
World::World(const std::vector<std::string>& data_dirs, const std::string& language,
             const std::string& geonames)
    : impl_(std::make_unique<Impl>()) {
  Impl& in = *impl_;
  for (const std::string& dir : data_dirs) {
    in.agents.read(dir + "/" + language + "/agents", in.files, in.naming);
    in.calendar.read(dir + "/" + language + "/calendar", in.files);
  }
  in.calendar.name_days(in.naming.calendar);
  for (const std::string& dir : data_dirs) in.gazetteer.read(dir + "/places", in.files);
  std::future<void> towns = std::async(std::launch::async, [&in, &geonames] {
    if (!geonames.empty()) in.gazetteer.read_geonames(geonames);
  });
  for (const std::string& dir : data_dirs) in.table.read(dir + "/actors", in.files);
  std::future<void> places = std::async(std::launch::async, [&in, &towns] {
    towns.get();
    in.gazetteer.name_countries(in.table);
    in.gazetteer.build();
  });
  in.names.build(in.table, in.naming);
  in.sounds.build(in.table, in.naming);
  in.index_holders();
  places.get();
}

World::~World() = default;
World::World(World&&) noexcept = default;

void World::Impl::index_holders() {
  for (std::uint32_t at = 0; at < table.actors().size(); ++at) {
    if (table.actors()[at].kind != ActorKind::person) continue;
    for (const ActorSpan& span : table.actors()[at].spans) {
      if (span.office.empty()) continue;
      const std::string office = agents.same_office(span.office);
      for (const std::string& code : span.codes) {
        std::vector<std::uint32_t>& list = holders[{office, std::string(primary_of(code))}];
        if (list.empty() || list.back() != at) list.push_back(at);
      }
    }
  }
}

std::vector<ActorMention> World::actors(const Sentence& sentence,
                                        const WorldContext& context) const {
  return impl_->actors.find(sentence, context);
}

void World::settle_shared(std::span<ActorMention* const> document,
                          const std::map<std::string, int, std::less<>>& states, Date day) const {
  impl_->actors.settle_shared(document, states, day);
}

ActorReason World::why(const Sentence& sentence, const ActorMention& mention, Date day) const {
  return impl_->actors.why(sentence, mention, day);
}

std::optional<Agent> World::agent(std::string_view lemma) const {
  return impl_->agents.agent(lemma, impl_->files);
}

std::optional<Agent> World::office(std::string_view title) const {
  const std::optional<Office> office = impl_->agents.office(title);
  if (!office) return std::nullopt;
  return Agent{office->sector, {}, true, false, impl_->files.entry(office->source)};
}

std::vector<ActorMention> World::holders(std::string_view office, std::string_view state,
                                         Date day) const {
  const std::string title = impl_->agents.same_office(office);
  const auto list = impl_->holders.find(std::pair{title, std::string(state)});
  std::vector<ActorMention> out;
  if (list == impl_->holders.end() || !day.known()) return out;
  for (const std::uint32_t actor : list->second) {
    for (const ActorSpan& span : impl_->table.actors()[actor].spans) {
      const bool holds = span.days.contains(day_number(day)) &&
                         impl_->agents.same_office(span.office) == title &&
                         primary_of(span.codes.front()) == state;
      if (!holds) continue;
      out.push_back(impl_->actors.mention_of(actor, day));
      out.back().codes = span.codes;
      out.back().office = span.office;
      out.back().entry = impl_->files.entry(span.source);
      break;
    }
  }
  return out;
}

std::vector<PlaceMention> World::places(std::span<const Sentence> document,
                                        const WorldContext& context,
                                        std::vector<std::uint32_t>& sentence_of,
                                        std::vector<PlaceReason>* reasons) const {
  return impl_->places.find(document, context, sentence_of, reasons);
}

std::vector<TimeMention> World::times(const Sentence& sentence, const WorldContext& context) const {
  return impl_->calendar.times(sentence, context);
}

std::optional<Date> World::dateline(std::span<const Sentence> document) const {
  return impl_->calendar.dateline(document);
}

std::optional<std::string> World::state(std::string_view name) const {
  const std::vector<NameToken> tokens = tokens_of(name, impl_->naming);
  SequenceKey key;
  for (const NameToken& token : tokens) key.add(token.hash);
  for (const NameEntry& entry : impl_->names.find(key)) {
    const bool own = entry.role == NameRole::name || entry.role == NameRole::adjective ||
                     entry.role == NameRole::demonym;
    const Actor& actor = impl_->table.actors()[entry.actor];
    if (own && actor.kind == ActorKind::state && written_as(entry, tokens)) {
      return actor.spans.back().codes.front();
    }
  }
  return std::nullopt;
}

bool World::known_code(std::string_view code) const { return impl_->table.known_code(code); }

World::Counts World::counts() const {
  return {impl_->table.actors().size(), impl_->names.size(),  impl_->gazetteer.size(),
          impl_->agents.size(),         impl_->sounds.size(), impl_->sounds.confused()};
}

}  // namespace entente

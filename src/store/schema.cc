// The tables of a store.
#include "store/schema.h"

#include <array>
#include <string>

namespace entente {
namespace {

constexpr Migration version_1 = R"sql(
CREATE TABLE coding (              -- where items come from: who coded them, with what, when
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,            -- '' of Entente itself, else whose coding was imported
  version TEXT NOT NULL,
  dictionaries TEXT NOT NULL,      -- fingerprint of dictionaries, model, places and options
  command TEXT NOT NULL,
  time TEXT NOT NULL,              -- '' where it was left out
  UNIQUE (source, version, dictionaries, command, time)
);
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,              -- the id that the document came with
  source TEXT NOT NULL,            -- as in coding
  title TEXT NOT NULL,
  url TEXT NOT NULL,
  canonical TEXT NOT NULL,
  publisher TEXT NOT NULL,
  author TEXT NOT NULL,
  published TEXT NOT NULL,
  updated TEXT NOT NULL,
  language TEXT NOT NULL,
  replaced_bytes INTEGER NOT NULL,
  text BLOB NOT NULL,              -- UTF-8, as one zstd frame
  text_bytes INTEGER NOT NULL,     -- before packing
  fingerprint TEXT NOT NULL,       -- of all that was read
  coding INTEGER NOT NULL REFERENCES coding,
  UNIQUE (name, source)
);
CREATE INDEX document_published ON document (published);
CREATE TABLE segment (
  document INTEGER NOT NULL REFERENCES document,
  n INTEGER NOT NULL,
  "begin" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  kind TEXT NOT NULL,
  author TEXT NOT NULL,
  published TEXT NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (document, n)
) WITHOUT ROWID;
CREATE TABLE paragraph (
  document INTEGER NOT NULL REFERENCES document,
  n INTEGER NOT NULL,
  "begin" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  element TEXT NOT NULL,
  PRIMARY KEY (document, n)
) WITHOUT ROWID;
CREATE TABLE sentence (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document,
  n INTEGER NOT NULL,              -- in the document, from 0
  "begin" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX sentence_document ON sentence (document, n);
CREATE VIRTUAL TABLE sentence_words USING fts5 (
  text, content='sentence', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER sentence_added AFTER INSERT ON sentence BEGIN
  INSERT INTO sentence_words (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER sentence_removed AFTER DELETE ON sentence BEGIN
  INSERT INTO sentence_words (sentence_words, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TABLE item (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document,
  n INTEGER NOT NULL,              -- in the document, from 0
  sentence INTEGER REFERENCES sentence,
  sentence_n INTEGER NOT NULL,
  "begin" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  trigger TEXT NOT NULL,
  kind TEXT NOT NULL,
  type TEXT NOT NULL,
  mode TEXT NOT NULL,
  status TEXT NOT NULL,
  day TEXT NOT NULL,               -- when, as the item has it: a day, month or year
  number TEXT NOT NULL,
  weapon TEXT NOT NULL,
  cameo TEXT NOT NULL,
  confidence REAL NOT NULL,
  pattern TEXT NOT NULL,
  record TEXT,                     -- fingerprint of the line that it was imported from
  UNIQUE (document, n)
);
CREATE INDEX item_type ON item (type, day);
CREATE UNIQUE INDEX item_record ON item (document, record) WHERE record IS NOT NULL;
CREATE TABLE actor (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  main TEXT NOT NULL,              -- before the colon
  sector TEXT NOT NULL             -- behind it, or ''
);
CREATE TABLE party (
  item INTEGER NOT NULL REFERENCES item,
  role TEXT NOT NULL,              -- actor, recipient, said_by, denied_by
  n INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES actor,
  PRIMARY KEY (item, role, n)
) WITHOUT ROWID;
CREATE INDEX party_actor ON party (actor, role, item);
CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  latitude REAL NOT NULL,
  longitude REAL NOT NULL,
  geonames INTEGER NOT NULL,       -- 0 where it has none
  country TEXT NOT NULL,
  UNIQUE (name, latitude, longitude, geonames, country)
);
CREATE TABLE item_place (
  item INTEGER NOT NULL REFERENCES item,
  n INTEGER NOT NULL,
  place INTEGER NOT NULL REFERENCES place,
  PRIMARY KEY (item, n)
) WITHOUT ROWID;
CREATE INDEX item_place_place ON item_place (place, item);
CREATE TABLE item_word (
  item INTEGER NOT NULL REFERENCES item,
  field TEXT NOT NULL,             -- where, names
  n INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (item, field, n)
) WITHOUT ROWID;
CREATE TABLE item_span (
  item INTEGER NOT NULL REFERENCES item,
  field TEXT NOT NULL,             -- actor, recipient, when, where, said_by, denied_by
  n INTEGER NOT NULL,
  "begin" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY (item, field, n)
) WITHOUT ROWID;
CREATE TABLE appearance (          -- documents that tell again what an earlier one told
  document INTEGER PRIMARY KEY REFERENCES document,
  first INTEGER NOT NULL REFERENCES document,
  kind TEXT NOT NULL,              -- exact, copy, cut, update
  share REAL NOT NULL
);
CREATE INDEX appearance_first ON appearance (first);
)sql";

constexpr Migration version_2 = R"sql(
CREATE TABLE unlinked (            -- documents whose items wait to be linked to acts
  document INTEGER PRIMARY KEY REFERENCES document
);
CREATE TABLE stale (               -- items whose act has lost another of its items
  item INTEGER PRIMARY KEY REFERENCES item
);
CREATE TABLE story_key (           -- where items that may tell of the same act are looked for
  key INTEGER NOT NULL,            -- hash of type and party, two parties, or place
  day INTEGER NOT NULL,
  item INTEGER NOT NULL REFERENCES item,
  PRIMARY KEY (key, day, item)
) WITHOUT ROWID;
CREATE INDEX story_key_item ON story_key (item);
CREATE TABLE link (                -- two items tell of the same act, or contradict each other on it
  a INTEGER NOT NULL REFERENCES item,
  b INTEGER NOT NULL REFERENCES item,
  score REAL NOT NULL,             -- above 0: more likely one act than two
  reasons TEXT NOT NULL,           -- JSON: what speaks for it and against it, with weights
  PRIMARY KEY (a, b)
) WITHOUT ROWID;                   -- a < b
CREATE INDEX link_b ON link (b);
CREATE TABLE ruling (              -- what a user has decided, by bytes, so that it outlives coding
  document_a TEXT NOT NULL,
  source_a TEXT NOT NULL,
  begin_a INTEGER NOT NULL,
  type_a TEXT NOT NULL,
  document_b TEXT NOT NULL,
  source_b TEXT NOT NULL,
  begin_b INTEGER NOT NULL,
  type_b TEXT NOT NULL,
  same INTEGER NOT NULL,           -- 1: one act, 0: two
  PRIMARY KEY (document_a, source_a, begin_a, type_a, document_b, source_b, begin_b, type_b)
) WITHOUT ROWID;
CREATE TABLE act (
  id INTEGER PRIMARY KEY,          -- the least of its items
  kind TEXT NOT NULL,
  type TEXT NOT NULL,
  mode TEXT NOT NULL,
  cameo TEXT NOT NULL,
  status TEXT NOT NULL,
  standing TEXT NOT NULL,          -- established, claimed, disputed, denied
  first_day INTEGER,               -- days since 1970-01-01; null where nothing says when
  last_day INTEGER,
  dated INTEGER NOT NULL,          -- 0: its day is that of a document
  first_seen INTEGER,
  last_seen INTEGER,
  reports INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  confidence REAL NOT NULL
);
CREATE INDEX actor_main ON actor (main);
CREATE INDEX act_type ON act (type, first_day, last_day);
CREATE INDEX act_day ON act (first_day);
CREATE TABLE act_item (
  item INTEGER PRIMARY KEY REFERENCES item,
  act INTEGER NOT NULL REFERENCES act,
  source TEXT NOT NULL,            -- whom the report goes back to
  copy INTEGER NOT NULL            -- 1: an earlier document tells it in the same words
);
CREATE INDEX act_item_act ON act_item (act, item);
CREATE TABLE act_party (
  act INTEGER NOT NULL REFERENCES act,
  role TEXT NOT NULL,              -- actor, recipient, denied_by
  n INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES actor,
  reports INTEGER NOT NULL,
  PRIMARY KEY (act, role, n)
) WITHOUT ROWID;
CREATE INDEX act_party_actor ON act_party (actor, role, act);
CREATE TABLE act_source (
  act INTEGER NOT NULL REFERENCES act,
  n INTEGER NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (act, n)
) WITHOUT ROWID;
CREATE TABLE act_place (
  act INTEGER NOT NULL REFERENCES act,
  n INTEGER NOT NULL,
  place INTEGER NOT NULL REFERENCES place,
  PRIMARY KEY (act, n)
) WITHOUT ROWID;
CREATE TABLE dispute (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act,
  about TEXT NOT NULL              -- happened, relation, actor, recipient, bound, number
);
CREATE INDEX dispute_of_act ON dispute (act);
CREATE TABLE dispute_act (
  dispute INTEGER NOT NULL REFERENCES dispute,
  act INTEGER NOT NULL REFERENCES act,
  PRIMARY KEY (dispute, act)
) WITHOUT ROWID;
CREATE INDEX dispute_act_by_act ON dispute_act (act);
CREATE TABLE dispute_side (
  dispute INTEGER NOT NULL REFERENCES dispute,
  n INTEGER NOT NULL,
  claim TEXT NOT NULL,
  first_said INTEGER,
  last_said INTEGER,
  PRIMARY KEY (dispute, n)
) WITHOUT ROWID;
CREATE TABLE dispute_speaker (
  dispute INTEGER NOT NULL REFERENCES dispute,
  side INTEGER NOT NULL,
  n INTEGER NOT NULL,
  speaker TEXT NOT NULL,
  PRIMARY KEY (dispute, side, n)
) WITHOUT ROWID;
CREATE TABLE dispute_item (
  dispute INTEGER NOT NULL REFERENCES dispute,
  side INTEGER NOT NULL,
  item INTEGER NOT NULL REFERENCES item,
  PRIMARY KEY (dispute, side, item)
) WITHOUT ROWID;
CREATE INDEX dispute_item_item ON dispute_item (item);
INSERT INTO unlinked SELECT id FROM document;
)sql";

constexpr std::array migrations = {version_1, version_2};

/// Version of the store; 0 of an empty file.
std::int64_t version_in(Database& database) {
  const auto is_store = [&] {
    return database.number("PRAGMA application_id") == store_application_id;
  };
  if (is_store()) return database.number("PRAGMA user_version");
  const bool empty = database.number("PRAGMA application_id") == 0 &&
                     database.number("PRAGMA user_version") == 0 &&
                     database.number("SELECT count(*) FROM sqlite_master") == 0;
  if (empty) return 0;
  // Another program may have made it a store since the first look.
  if (is_store()) return database.number("PRAGMA user_version");
  throw Error(ErrorKind::corrupt, "is a database, but no store", {database.file()});
}

}  // namespace

std::span<const Migration> store_migrations() { return migrations; }

void migrate(Database& database, std::span<const Migration> steps) {
  const auto wanted = static_cast<std::int64_t>(steps.size());
  const std::int64_t found = version_in(database);
  if (found > wanted) {
    throw Error(ErrorKind::version,
                "is a store of version " + std::to_string(found) + "; this program knows " +
                    std::to_string(wanted),
                {database.file()});
  }
  if (found == wanted) return;
  Transaction transaction(database);
  // Looked at again: another program may have been faster.
  for (std::int64_t at = version_in(database); at < wanted; ++at) {
    database.run(steps[static_cast<std::size_t>(at)]);
    database.run("PRAGMA user_version = " + std::to_string(at + 1));
  }
  database.run("PRAGMA application_id = " + std::to_string(store_application_id));
  transaction.commit();
}

}  // namespace entente

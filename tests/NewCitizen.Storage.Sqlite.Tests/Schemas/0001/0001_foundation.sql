-- NewCitizen store, foundation: what every store holds beside its records.
-- Moments (..._at) are Unix milliseconds; ids are 16 bytes, big-endian: hex(id) is the UUID without its hyphens.

PRAGMA application_id = 1313045102; -- "NCzn"

CREATE TABLE store_info (
  -- Facts about this file. min_reader and min_writer: format an SDK must know to read or to write it.
  -- changes_trimmed_up_to: last position of change_feed that was forgotten.
  name TEXT NOT NULL PRIMARY KEY,
  value INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

INSERT INTO store_info (name, value) VALUES ('format', 1), ('min_reader', 1), ('min_writer', 1), ('changes_trimmed_up_to', 0);

CREATE TABLE schema_script (
  -- The scripts that made this schema, in their order.
  name TEXT NOT NULL PRIMARY KEY,  -- number and subject
  checksum TEXT NOT NULL,          -- SHA-256 of the script up to its last statement
  objects TEXT NOT NULL,           -- what it made, a line each; compared with the real schema at start
  applied_at INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

CREATE TABLE change_feed (
  -- 变更流: everything that was committed, in order. Holds no personal value. A position is never used twice.
  position INTEGER NOT NULL PRIMARY KEY,
  agency TEXT NOT NULL,      -- whose record 机构
  type TEXT NOT NULL,        -- put, deleted or event
  kind TEXT NOT NULL,        -- kind of the record
  id BLOB NOT NULL,          -- id of the record
  version INTEGER NOT NULL,  -- version after the change; 0 for an event
  event_type TEXT,           -- name of the event
  payload TEXT               -- JSON of the event
) STRICT;

CREATE INDEX change_feed__agency ON change_feed (agency, position);

CREATE TABLE audit_entry (
  -- 审计记录: who did what to which record, when and why. Holds no personal value of the person concerned.
  -- Its place is (epoch, position). Entries written here go on from the last one; an epoch other than 0 came with entries copied from elsewhere.
  epoch INTEGER NOT NULL,
  position INTEGER NOT NULL,
  agency TEXT NOT NULL,     -- where 机构
  at INTEGER NOT NULL,      -- when
  actor TEXT NOT NULL,      -- the account that acted
  action TEXT NOT NULL,     -- such as resident.read-full
  subject_kind TEXT,        -- kind of the record concerned
  subject_id BLOB,          -- id of the record concerned
  purpose TEXT,             -- why 目的
  details TEXT,             -- codes, counts and field names as JSON
  hash BLOB NOT NULL,       -- SHA-256 of the entry when it was committed
  PRIMARY KEY (epoch, position)
) WITHOUT ROWID, STRICT;

CREATE INDEX audit_entry__agency ON audit_entry (agency, epoch, position);

CREATE TABLE request_key (
  -- 幂等键: requests already committed, so that a retry gets the first answer.
  agency TEXT NOT NULL,
  key TEXT NOT NULL,
  digest BLOB NOT NULL,           -- tells a retry from a key used for something else
  versions TEXT NOT NULL,         -- the answer: versions as a JSON array
  amounts TEXT NOT NULL,          -- the answer: values after increments as a JSON array
  position INTEGER NOT NULL,      -- the answer: last position in change_feed
  committed_at INTEGER NOT NULL,
  PRIMARY KEY (agency, key)
) WITHOUT ROWID, STRICT;

CREATE INDEX request_key__committed_at ON request_key (committed_at);

INSERT INTO schema_script (name, checksum, objects, applied_at)
  VALUES ('0001_foundation', '0dfa541487a778a8644ab5a519a1e0b379a36ad9df90d0e9ae08487c2656bc80', 'table audit_entry
table change_feed
table request_key
table schema_script
table store_info
column audit_entry.epoch INTEGER not null key 1
column audit_entry.position INTEGER not null key 2
column audit_entry.agency TEXT not null
column audit_entry.at INTEGER not null
column audit_entry.actor TEXT not null
column audit_entry.action TEXT not null
column audit_entry.subject_kind TEXT
column audit_entry.subject_id BLOB
column audit_entry.purpose TEXT
column audit_entry.details TEXT
column audit_entry.hash BLOB not null
column change_feed.position INTEGER not null key 1
column change_feed.agency TEXT not null
column change_feed.type TEXT not null
column change_feed.kind TEXT not null
column change_feed.id BLOB not null
column change_feed.version INTEGER not null
column change_feed.event_type TEXT
column change_feed.payload TEXT
column request_key.agency TEXT not null key 1
column request_key.key TEXT not null key 2
column request_key.digest BLOB not null
column request_key.versions TEXT not null
column request_key.amounts TEXT not null
column request_key.position INTEGER not null
column request_key.committed_at INTEGER not null
column schema_script.name TEXT not null key 1
column schema_script.checksum TEXT not null
column schema_script.objects TEXT not null
column schema_script.applied_at INTEGER not null
column store_info.name TEXT not null key 1
column store_info.value INTEGER not null
index audit_entry__agency (agency, epoch, position) on audit_entry
index change_feed__agency (agency, position) on change_feed
index request_key__committed_at (committed_at) on request_key', CAST(unixepoch('subsec') * 1000 AS INTEGER));

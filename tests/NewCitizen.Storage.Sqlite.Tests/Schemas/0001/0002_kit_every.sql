-- Records of kind 'kit_every'. Comments are the declarations; sets of values are JSON arrays.

CREATE TABLE "kit_every" (
  -- Conformance kit: every field type and index.
  agency TEXT NOT NULL,                -- whose record 机构
  id BLOB NOT NULL,                    -- 16 bytes, big-endian
  version INTEGER NOT NULL,            -- one higher with each write, also through deletion
  deleted INTEGER NOT NULL DEFAULT 0,  -- 1: deleted for good, only the version is left
  "label" TEXT,  -- Ordered text.
  "code" TEXT,  -- Unique text.
  "note" TEXT,  -- Text without an index.
  "number" INTEGER,  -- Ordered number.
  "seats" INTEGER,  -- Number without an index, for increments.
  "day" TEXT,  -- Ordered date. (yyyy-MM-dd)
  "moment" INTEGER,  -- Ordered moment. (Unix milliseconds)
  "blob" BLOB,  -- Ordered bytes.
  "blind" BLOB,  -- Unique bytes, as a blind index is.
  "state" TEXT,  -- Text to look up.
  "tags" TEXT,  -- Several texts to look up.
  "papers" TEXT,  -- Several texts, each unique.
  "counts" TEXT,  -- Several numbers to look up.
  "days" TEXT,  -- Several dates to look up. (yyyy-MM-dd)
  "moments" TEXT,  -- Several moments to look up. (Unix milliseconds)
  "prints" TEXT,  -- Several byte strings, each unique. (hexadecimal)
  body TEXT,                           -- the rest of the record as JSON
  PRIMARY KEY (agency, id)
) STRICT;

CREATE INDEX "kit_every__label" ON "kit_every" (agency, "label", id) WHERE "label" IS NOT NULL;

CREATE UNIQUE INDEX "kit_every__code" ON "kit_every" (agency, "code") WHERE "code" IS NOT NULL;

CREATE INDEX "kit_every__number" ON "kit_every" (agency, "number", id) WHERE "number" IS NOT NULL;

CREATE INDEX "kit_every__day" ON "kit_every" (agency, "day", id) WHERE "day" IS NOT NULL;

CREATE INDEX "kit_every__moment" ON "kit_every" (agency, "moment", id) WHERE "moment" IS NOT NULL;

CREATE INDEX "kit_every__blob" ON "kit_every" (agency, "blob", id) WHERE "blob" IS NOT NULL;

CREATE UNIQUE INDEX "kit_every__blind" ON "kit_every" (agency, "blind") WHERE "blind" IS NOT NULL;

CREATE INDEX "kit_every__state" ON "kit_every" (agency, "state", id) WHERE "state" IS NOT NULL;

CREATE TABLE "kit_every__tags" (
  -- Values of kit_every.tags, one a row, to be found by.
  agency TEXT NOT NULL,
  value TEXT NOT NULL,
  id BLOB NOT NULL,
  PRIMARY KEY (agency, value, id)
) WITHOUT ROWID, STRICT;

CREATE TABLE "kit_every__papers" (
  -- Values of kit_every.papers, one a row, to be found by.
  agency TEXT NOT NULL,
  value TEXT NOT NULL,
  id BLOB NOT NULL,
  PRIMARY KEY (agency, value)
) WITHOUT ROWID, STRICT;

CREATE TABLE "kit_every__counts" (
  -- Values of kit_every.counts, one a row, to be found by.
  agency TEXT NOT NULL,
  value INTEGER NOT NULL,
  id BLOB NOT NULL,
  PRIMARY KEY (agency, value, id)
) WITHOUT ROWID, STRICT;

CREATE TABLE "kit_every__days" (
  -- Values of kit_every.days, one a row, to be found by.
  agency TEXT NOT NULL,
  value TEXT NOT NULL,
  id BLOB NOT NULL,
  PRIMARY KEY (agency, value, id)
) WITHOUT ROWID, STRICT;

CREATE TABLE "kit_every__moments" (
  -- Values of kit_every.moments, one a row, to be found by.
  agency TEXT NOT NULL,
  value INTEGER NOT NULL,
  id BLOB NOT NULL,
  PRIMARY KEY (agency, value, id)
) WITHOUT ROWID, STRICT;

CREATE TABLE "kit_every__prints" (
  -- Values of kit_every.prints, one a row, to be found by.
  agency TEXT NOT NULL,
  value BLOB NOT NULL,
  id BLOB NOT NULL,
  PRIMARY KEY (agency, value)
) WITHOUT ROWID, STRICT;

INSERT INTO schema_script (name, checksum, objects, applied_at)
  VALUES ('0002_kit_every', 'e0ffb6ade4211763ca0f3fc4775852b8f0e828cc81108bbc047e8690af3f30ae', 'table kit_every
table kit_every__counts
table kit_every__days
table kit_every__moments
table kit_every__papers
table kit_every__prints
table kit_every__tags
column kit_every.agency TEXT not null key 1
column kit_every.id BLOB not null key 2
column kit_every.version INTEGER not null
column kit_every.deleted INTEGER not null
column kit_every.label TEXT
column kit_every.code TEXT
column kit_every.note TEXT
column kit_every.number INTEGER
column kit_every.seats INTEGER
column kit_every.day TEXT
column kit_every.moment INTEGER
column kit_every.blob BLOB
column kit_every.blind BLOB
column kit_every.state TEXT
column kit_every.tags TEXT
column kit_every.papers TEXT
column kit_every.counts TEXT
column kit_every.days TEXT
column kit_every.moments TEXT
column kit_every.prints TEXT
column kit_every.body TEXT
column kit_every__counts.agency TEXT not null key 1
column kit_every__counts.value INTEGER not null key 2
column kit_every__counts.id BLOB not null key 3
column kit_every__days.agency TEXT not null key 1
column kit_every__days.value TEXT not null key 2
column kit_every__days.id BLOB not null key 3
column kit_every__moments.agency TEXT not null key 1
column kit_every__moments.value INTEGER not null key 2
column kit_every__moments.id BLOB not null key 3
column kit_every__papers.agency TEXT not null key 1
column kit_every__papers.value TEXT not null key 2
column kit_every__papers.id BLOB not null
column kit_every__prints.agency TEXT not null key 1
column kit_every__prints.value BLOB not null key 2
column kit_every__prints.id BLOB not null
column kit_every__tags.agency TEXT not null key 1
column kit_every__tags.value TEXT not null key 2
column kit_every__tags.id BLOB not null key 3
index kit_every__blind unique partial (agency, blind) on kit_every
index kit_every__blob partial (agency, blob, id) on kit_every
index kit_every__code unique partial (agency, code) on kit_every
index kit_every__day partial (agency, day, id) on kit_every
index kit_every__label partial (agency, label, id) on kit_every
index kit_every__moment partial (agency, moment, id) on kit_every
index kit_every__number partial (agency, number, id) on kit_every
index kit_every__state partial (agency, state, id) on kit_every', CAST(unixepoch('subsec') * 1000 AS INTEGER));

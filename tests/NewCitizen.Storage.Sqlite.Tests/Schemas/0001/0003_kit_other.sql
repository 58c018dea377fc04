-- Records of kind 'kit_other'. Comments are the declarations; sets of values are JSON arrays.

CREATE TABLE "kit_other" (
  -- Conformance kit: a small kind beside the large one.
  agency TEXT NOT NULL,                -- whose record 机构
  id BLOB NOT NULL,                    -- 16 bytes, big-endian
  version INTEGER NOT NULL,            -- one higher with each write, also through deletion
  deleted INTEGER NOT NULL DEFAULT 0,  -- 1: deleted for good, only the version is left
  "code" TEXT,  -- Unique text.
  "number" INTEGER,  -- Ordered number.
  body TEXT,                           -- the rest of the record as JSON
  PRIMARY KEY (agency, id)
) STRICT;

CREATE UNIQUE INDEX "kit_other__code" ON "kit_other" (agency, "code") WHERE "code" IS NOT NULL;

CREATE INDEX "kit_other__number" ON "kit_other" (agency, "number", id) WHERE "number" IS NOT NULL;

INSERT INTO schema_script (name, checksum, objects, applied_at)
  VALUES ('0003_kit_other', '514837e70ffd9243af14764b433247fd6740c2d4f016a4831d2ebae65852fd48', 'table kit_other
column kit_other.agency TEXT not null key 1
column kit_other.id BLOB not null key 2
column kit_other.version INTEGER not null
column kit_other.deleted INTEGER not null
column kit_other.code TEXT
column kit_other.number INTEGER
column kit_other.body TEXT
index kit_other__code unique partial (agency, code) on kit_other
index kit_other__number partial (agency, number, id) on kit_other', CAST(unixepoch('subsec') * 1000 AS INTEGER));

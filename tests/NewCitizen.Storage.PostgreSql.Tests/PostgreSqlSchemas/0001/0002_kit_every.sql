-- Records of kind 'kit_every'. Sets of values are arrays; a table lists those that can be looked up.

CREATE TABLE {schema}."kit_every" (
  agency text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  deleted boolean NOT NULL DEFAULT false,
  "label" text COLLATE "C",
  "code" text COLLATE "C",
  "note" text COLLATE "C",
  "number" bigint,
  "seats" bigint,
  "day" date,
  "moment" timestamp with time zone,
  "blob" bytea,
  "blind" bytea,
  "state" text COLLATE "C",
  "tags" text[] COLLATE "C",
  "papers" text[] COLLATE "C",
  "counts" bigint[],
  "days" date[],
  "moments" timestamp with time zone[],
  "prints" bytea[],
  body bytea,
  PRIMARY KEY (agency, id)
);
COMMENT ON TABLE {schema}."kit_every" IS 'Conformance kit: every field type and index.';
COMMENT ON COLUMN {schema}."kit_every".agency IS 'whose record 机构';
COMMENT ON COLUMN {schema}."kit_every".version IS 'one higher with each write, also through deletion';
COMMENT ON COLUMN {schema}."kit_every".deleted IS 'deleted for good, only the version is left';
COMMENT ON COLUMN {schema}."kit_every".body IS 'the rest of the record as UTF-8 JSON: convert_from(body, ''UTF8'')';
COMMENT ON COLUMN {schema}."kit_every"."label" IS 'Ordered text.';
COMMENT ON COLUMN {schema}."kit_every"."code" IS 'Unique text.';
COMMENT ON COLUMN {schema}."kit_every"."note" IS 'Text without an index.';
COMMENT ON COLUMN {schema}."kit_every"."number" IS 'Ordered number.';
COMMENT ON COLUMN {schema}."kit_every"."seats" IS 'Number without an index, for increments.';
COMMENT ON COLUMN {schema}."kit_every"."day" IS 'Ordered date.';
COMMENT ON COLUMN {schema}."kit_every"."moment" IS 'Ordered moment.';
COMMENT ON COLUMN {schema}."kit_every"."blob" IS 'Ordered bytes.';
COMMENT ON COLUMN {schema}."kit_every"."blind" IS 'Unique bytes, as a blind index is.';
COMMENT ON COLUMN {schema}."kit_every"."state" IS 'Text to look up.';
COMMENT ON COLUMN {schema}."kit_every"."tags" IS 'Several texts to look up.';
COMMENT ON COLUMN {schema}."kit_every"."papers" IS 'Several texts, each unique.';
COMMENT ON COLUMN {schema}."kit_every"."counts" IS 'Several numbers to look up.';
COMMENT ON COLUMN {schema}."kit_every"."days" IS 'Several dates to look up.';
COMMENT ON COLUMN {schema}."kit_every"."moments" IS 'Several moments to look up.';
COMMENT ON COLUMN {schema}."kit_every"."prints" IS 'Several byte strings, each unique.';
ALTER TABLE {schema}."kit_every" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY agency ON {schema}."kit_every" USING (agency = current_setting('newcitizen.agency', true) OR current_setting('newcitizen.agency', true) = '*');

CREATE INDEX "kit_every__label" ON {schema}."kit_every" (agency, "label", id) WHERE "label" IS NOT NULL;

CREATE UNIQUE INDEX "kit_every__code" ON {schema}."kit_every" (agency, "code") WHERE "code" IS NOT NULL;

CREATE INDEX "kit_every__number" ON {schema}."kit_every" (agency, "number", id) WHERE "number" IS NOT NULL;

CREATE INDEX "kit_every__day" ON {schema}."kit_every" (agency, "day", id) WHERE "day" IS NOT NULL;

CREATE INDEX "kit_every__moment" ON {schema}."kit_every" (agency, "moment", id) WHERE "moment" IS NOT NULL;

CREATE INDEX "kit_every__blob" ON {schema}."kit_every" (agency, "blob", id) WHERE "blob" IS NOT NULL;

CREATE UNIQUE INDEX "kit_every__blind" ON {schema}."kit_every" (agency, "blind") WHERE "blind" IS NOT NULL;

CREATE INDEX "kit_every__state" ON {schema}."kit_every" (agency, "state", id) WHERE "state" IS NOT NULL;

CREATE TABLE {schema}."kit_every__tags" (
  agency text COLLATE "C" NOT NULL,
  value text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  PRIMARY KEY (agency, value, id)
);
COMMENT ON TABLE {schema}."kit_every__tags" IS 'Values of kit_every.tags, one a row, to be found by.';
ALTER TABLE {schema}."kit_every__tags" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY agency ON {schema}."kit_every__tags" USING (agency = current_setting('newcitizen.agency', true) OR current_setting('newcitizen.agency', true) = '*');

CREATE TABLE {schema}."kit_every__papers" (
  agency text COLLATE "C" NOT NULL,
  value text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  PRIMARY KEY (agency, value)
);
COMMENT ON TABLE {schema}."kit_every__papers" IS 'Values of kit_every.papers, one a row, to be found by.';
ALTER TABLE {schema}."kit_every__papers" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY agency ON {schema}."kit_every__papers" USING (agency = current_setting('newcitizen.agency', true) OR current_setting('newcitizen.agency', true) = '*');

CREATE TABLE {schema}."kit_every__counts" (
  agency text COLLATE "C" NOT NULL,
  value bigint NOT NULL,
  id uuid NOT NULL,
  PRIMARY KEY (agency, value, id)
);
COMMENT ON TABLE {schema}."kit_every__counts" IS 'Values of kit_every.counts, one a row, to be found by.';
ALTER TABLE {schema}."kit_every__counts" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY agency ON {schema}."kit_every__counts" USING (agency = current_setting('newcitizen.agency', true) OR current_setting('newcitizen.agency', true) = '*');

CREATE TABLE {schema}."kit_every__days" (
  agency text COLLATE "C" NOT NULL,
  value date NOT NULL,
  id uuid NOT NULL,
  PRIMARY KEY (agency, value, id)
);
COMMENT ON TABLE {schema}."kit_every__days" IS 'Values of kit_every.days, one a row, to be found by.';
ALTER TABLE {schema}."kit_every__days" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY agency ON {schema}."kit_every__days" USING (agency = current_setting('newcitizen.agency', true) OR current_setting('newcitizen.agency', true) = '*');

CREATE TABLE {schema}."kit_every__moments" (
  agency text COLLATE "C" NOT NULL,
  value timestamp with time zone NOT NULL,
  id uuid NOT NULL,
  PRIMARY KEY (agency, value, id)
);
COMMENT ON TABLE {schema}."kit_every__moments" IS 'Values of kit_every.moments, one a row, to be found by.';
ALTER TABLE {schema}."kit_every__moments" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY agency ON {schema}."kit_every__moments" USING (agency = current_setting('newcitizen.agency', true) OR current_setting('newcitizen.agency', true) = '*');

CREATE TABLE {schema}."kit_every__prints" (
  agency text COLLATE "C" NOT NULL,
  value bytea NOT NULL,
  id uuid NOT NULL,
  PRIMARY KEY (agency, value)
);
COMMENT ON TABLE {schema}."kit_every__prints" IS 'Values of kit_every.prints, one a row, to be found by.';
ALTER TABLE {schema}."kit_every__prints" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY agency ON {schema}."kit_every__prints" USING (agency = current_setting('newcitizen.agency', true) OR current_setting('newcitizen.agency', true) = '*');

CREATE OR REPLACE FUNCTION {schema}."put_kit_every"(p_agency text, p_id uuid, p_expected bigint, p_index integer, p_version bigint, p_flags integer, p_body bytea, "p_label" text, "p_code" text, "p_note" text, "p_number" bigint, "p_seats" bigint, "p_day" date, "p_moment" timestamp with time zone, "p_blob" bytea, "p_blind" bytea, "p_state" text, "p_tags" text[], "p_papers" text[], "p_counts" bigint[], "p_days" date[], "p_moments" timestamp with time zone[], "p_prints" bytea[],
  OUT o_version bigint, OUT o_tx bigint, OUT o_seq bigint, OUT o_refusal text)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_found record;
  v_living bigint;
  v_holder uuid;
BEGIN
  SELECT t.version, t.deleted, t."tags", t."papers", t."counts", t."days", t."moments", t."prints" INTO v_found FROM {schema}."kit_every" t WHERE t.agency = p_agency AND t.id = p_id;
  v_living := CASE WHEN v_found.deleted THEN NULL ELSE v_found.version END;
  IF p_version IS NULL THEN
    IF NOT {schema}.accepts(p_expected, v_living) THEN
      RAISE EXCEPTION '% %', p_index, coalesce(v_living::text, '-') USING ERRCODE = 'NC001';
    END IF;
    o_version := coalesce(v_found.version, 0) + 1;
  ELSIF v_found.version >= p_version OR (v_living IS NOT NULL AND p_flags & 8 <> 0) THEN
    o_refusal := '-';
    RETURN;
  ELSE
    o_version := p_version;
  END IF;
  IF p_flags & 2 <> 0 THEN
    SELECT u.id INTO v_holder FROM {schema}."kit_every" u WHERE u.agency = p_agency AND u."code" = "p_code" AND u.id <> p_id LIMIT 1;
    IF FOUND AND p_flags & 4 <> 0 THEN
      o_refusal := 'code';
      RETURN;
    ELSIF FOUND THEN
      RAISE EXCEPTION '% code %', p_index, v_holder USING ERRCODE = 'NC002';
    END IF;
    SELECT u.id INTO v_holder FROM {schema}."kit_every" u WHERE u.agency = p_agency AND u."blind" = "p_blind" AND u.id <> p_id LIMIT 1;
    IF FOUND AND p_flags & 4 <> 0 THEN
      o_refusal := 'blind';
      RETURN;
    ELSIF FOUND THEN
      RAISE EXCEPTION '% blind %', p_index, v_holder USING ERRCODE = 'NC002';
    END IF;
    SELECT u.id INTO v_holder FROM {schema}."kit_every__papers" u WHERE u.agency = p_agency AND u.value = ANY ("p_papers") AND u.id <> p_id LIMIT 1;
    IF FOUND AND p_flags & 4 <> 0 THEN
      o_refusal := 'papers';
      RETURN;
    ELSIF FOUND THEN
      RAISE EXCEPTION '% papers %', p_index, v_holder USING ERRCODE = 'NC002';
    END IF;
    SELECT u.id INTO v_holder FROM {schema}."kit_every__prints" u WHERE u.agency = p_agency AND u.value = ANY ("p_prints") AND u.id <> p_id LIMIT 1;
    IF FOUND AND p_flags & 4 <> 0 THEN
      o_refusal := 'prints';
      RETURN;
    ELSIF FOUND THEN
      RAISE EXCEPTION '% prints %', p_index, v_holder USING ERRCODE = 'NC002';
    END IF;
  END IF;
  IF v_found.version IS NULL THEN
    INSERT INTO {schema}."kit_every" (agency, id, version, body, "label", "code", "note", "number", "seats", "day", "moment", "blob", "blind", "state", "tags", "papers", "counts", "days", "moments", "prints") VALUES (p_agency, p_id, o_version, p_body, "p_label", "p_code", "p_note", "p_number", "p_seats", "p_day", "p_moment", "p_blob", "p_blind", "p_state", "p_tags", "p_papers", "p_counts", "p_days", "p_moments", "p_prints");
  ELSE
    UPDATE {schema}."kit_every" t SET version = o_version, deleted = false, body = p_body, "label" = "p_label", "code" = "p_code", "note" = "p_note", "number" = "p_number", "seats" = "p_seats", "day" = "p_day", "moment" = "p_moment", "blob" = "p_blob", "blind" = "p_blind", "state" = "p_state", "tags" = "p_tags", "papers" = "p_papers", "counts" = "p_counts", "days" = "p_days", "moments" = "p_moments", "prints" = "p_prints"
    WHERE t.agency = p_agency AND t.id = p_id AND t.version = v_found.version;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'changed without a lock' USING ERRCODE = '40001';
    END IF;
  END IF;
  IF v_found."tags" IS DISTINCT FROM "p_tags" THEN
    DELETE FROM {schema}."kit_every__tags" s WHERE s.agency = p_agency AND s.id = p_id AND s.value = ANY (v_found."tags") AND NOT (s.value = ANY (coalesce("p_tags", ARRAY[]::text[])));
    INSERT INTO {schema}."kit_every__tags" (agency, value, id) SELECT p_agency, v, p_id FROM unnest("p_tags") v WHERE NOT (v = ANY (coalesce(v_found."tags", ARRAY[]::text[])));
  END IF;
  IF v_found."papers" IS DISTINCT FROM "p_papers" THEN
    DELETE FROM {schema}."kit_every__papers" s WHERE s.agency = p_agency AND s.id = p_id AND s.value = ANY (v_found."papers") AND NOT (s.value = ANY (coalesce("p_papers", ARRAY[]::text[])));
    INSERT INTO {schema}."kit_every__papers" (agency, value, id) SELECT p_agency, v, p_id FROM unnest("p_papers") v WHERE NOT (v = ANY (coalesce(v_found."papers", ARRAY[]::text[])));
  END IF;
  IF v_found."counts" IS DISTINCT FROM "p_counts" THEN
    DELETE FROM {schema}."kit_every__counts" s WHERE s.agency = p_agency AND s.id = p_id AND s.value = ANY (v_found."counts") AND NOT (s.value = ANY (coalesce("p_counts", ARRAY[]::bigint[])));
    INSERT INTO {schema}."kit_every__counts" (agency, value, id) SELECT p_agency, v, p_id FROM unnest("p_counts") v WHERE NOT (v = ANY (coalesce(v_found."counts", ARRAY[]::bigint[])));
  END IF;
  IF v_found."days" IS DISTINCT FROM "p_days" THEN
    DELETE FROM {schema}."kit_every__days" s WHERE s.agency = p_agency AND s.id = p_id AND s.value = ANY (v_found."days") AND NOT (s.value = ANY (coalesce("p_days", ARRAY[]::date[])));
    INSERT INTO {schema}."kit_every__days" (agency, value, id) SELECT p_agency, v, p_id FROM unnest("p_days") v WHERE NOT (v = ANY (coalesce(v_found."days", ARRAY[]::date[])));
  END IF;
  IF v_found."moments" IS DISTINCT FROM "p_moments" THEN
    DELETE FROM {schema}."kit_every__moments" s WHERE s.agency = p_agency AND s.id = p_id AND s.value = ANY (v_found."moments") AND NOT (s.value = ANY (coalesce("p_moments", ARRAY[]::timestamp with time zone[])));
    INSERT INTO {schema}."kit_every__moments" (agency, value, id) SELECT p_agency, v, p_id FROM unnest("p_moments") v WHERE NOT (v = ANY (coalesce(v_found."moments", ARRAY[]::timestamp with time zone[])));
  END IF;
  IF v_found."prints" IS DISTINCT FROM "p_prints" THEN
    DELETE FROM {schema}."kit_every__prints" s WHERE s.agency = p_agency AND s.id = p_id AND s.value = ANY (v_found."prints") AND NOT (s.value = ANY (coalesce("p_prints", ARRAY[]::bytea[])));
    INSERT INTO {schema}."kit_every__prints" (agency, value, id) SELECT p_agency, v, p_id FROM unnest("p_prints") v WHERE NOT (v = ANY (coalesce(v_found."prints", ARRAY[]::bytea[])));
  END IF;
  INSERT INTO {schema}.change_feed (agency, type, kind, id, version) VALUES (p_agency, 'put', 'kit_every', p_id, o_version) RETURNING tx, seq INTO o_tx, o_seq;
  IF p_flags & 1 <> 0 THEN
    PERFORM {schema}.note(o_version, 0);
  END IF;
END $$;

CREATE OR REPLACE FUNCTION {schema}."drop_kit_every"(p_agency text, p_id uuid, p_expected bigint, p_index integer, p_version bigint, p_flags integer,
  OUT o_version bigint, OUT o_tx bigint, OUT o_seq bigint, OUT o_refusal text)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_found record;
  v_living bigint;
BEGIN
  SELECT t.version, t.deleted, t."tags", t."papers", t."counts", t."days", t."moments", t."prints" INTO v_found FROM {schema}."kit_every" t WHERE t.agency = p_agency AND t.id = p_id;
  v_living := CASE WHEN v_found.deleted THEN NULL ELSE v_found.version END;
  IF p_version IS NULL THEN
    IF NOT {schema}.accepts(p_expected, v_living) THEN
      RAISE EXCEPTION '% %', p_index, coalesce(v_living::text, '-') USING ERRCODE = 'NC001';
    END IF;
    o_version := coalesce(v_living + 1, v_found.version, 0);
  ELSIF v_found.version >= p_version OR (v_living IS NOT NULL AND p_flags & 8 <> 0) THEN
    o_refusal := '-';
    RETURN;
  ELSE
    o_version := p_version;
  END IF;
  IF v_living IS NOT NULL OR p_version IS NOT NULL THEN
    IF v_found.version IS NULL THEN
      INSERT INTO {schema}."kit_every" (agency, id, version, deleted) VALUES (p_agency, p_id, o_version, true);
    ELSE
      UPDATE {schema}."kit_every" t SET version = o_version, deleted = true, body = NULL, "label" = NULL, "code" = NULL, "note" = NULL, "number" = NULL, "seats" = NULL, "day" = NULL, "moment" = NULL, "blob" = NULL, "blind" = NULL, "state" = NULL, "tags" = NULL, "papers" = NULL, "counts" = NULL, "days" = NULL, "moments" = NULL, "prints" = NULL WHERE t.agency = p_agency AND t.id = p_id AND t.version = v_found.version;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'changed without a lock' USING ERRCODE = '40001';
      END IF;
    END IF;
    DELETE FROM {schema}."kit_every__tags" s WHERE s.agency = p_agency AND s.id = p_id AND s.value = ANY (v_found."tags");
    DELETE FROM {schema}."kit_every__papers" s WHERE s.agency = p_agency AND s.id = p_id AND s.value = ANY (v_found."papers");
    DELETE FROM {schema}."kit_every__counts" s WHERE s.agency = p_agency AND s.id = p_id AND s.value = ANY (v_found."counts");
    DELETE FROM {schema}."kit_every__days" s WHERE s.agency = p_agency AND s.id = p_id AND s.value = ANY (v_found."days");
    DELETE FROM {schema}."kit_every__moments" s WHERE s.agency = p_agency AND s.id = p_id AND s.value = ANY (v_found."moments");
    DELETE FROM {schema}."kit_every__prints" s WHERE s.agency = p_agency AND s.id = p_id AND s.value = ANY (v_found."prints");
    INSERT INTO {schema}.change_feed (agency, type, kind, id, version) VALUES (p_agency, 'deleted', 'kit_every', p_id, o_version) RETURNING tx, seq INTO o_tx, o_seq;
  END IF;
  IF p_flags & 1 <> 0 THEN
    PERFORM {schema}.note(o_version, 0);
  END IF;
END $$;

CREATE OR REPLACE FUNCTION {schema}."add_kit_every"(p_agency text, p_id uuid, p_index integer, p_flags integer, p_field text, p_delta bigint, p_minimum bigint, p_maximum bigint,
  OUT o_version bigint, OUT o_tx bigint, OUT o_seq bigint, OUT o_value bigint)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_holder uuid;
BEGIN
  IF p_field = 'number' THEN
    UPDATE {schema}."kit_every" t SET version = version + 1, "number" = coalesce(t."number", 0) + p_delta
    WHERE t.agency = p_agency AND t.id = p_id AND NOT t.deleted AND coalesce(t."number", 0)::numeric + p_delta BETWEEN p_minimum AND p_maximum
    RETURNING t.version, t."number" INTO o_version, o_value;
  ELSIF p_field = 'seats' THEN
    UPDATE {schema}."kit_every" t SET version = version + 1, "seats" = coalesce(t."seats", 0) + p_delta
    WHERE t.agency = p_agency AND t.id = p_id AND NOT t.deleted AND coalesce(t."seats", 0)::numeric + p_delta BETWEEN p_minimum AND p_maximum
    RETURNING t.version, t."seats" INTO o_version, o_value;
  END IF;
  IF o_version IS NULL THEN
    IF EXISTS (SELECT 1 FROM {schema}."kit_every" t WHERE t.agency = p_agency AND t.id = p_id AND NOT t.deleted) THEN
      RAISE EXCEPTION '%', p_index USING ERRCODE = 'NC003';
    END IF;
    RAISE EXCEPTION '% -', p_index USING ERRCODE = 'NC001';
  END IF;
  INSERT INTO {schema}.change_feed (agency, type, kind, id, version) VALUES (p_agency, 'put', 'kit_every', p_id, o_version) RETURNING tx, seq INTO o_tx, o_seq;
  IF p_flags & 1 <> 0 THEN
    PERFORM {schema}.note(o_version, o_value);
  END IF;
END $$;

INSERT INTO {schema}.schema_script (name, checksum, objects)
  SELECT '0002_kit_every', 'c5896d269745f895f1f526963d96cb0f90eaa7c8bd7b3d3378a9023a21b32b70', coalesce(string_agg(line, E'\n' ORDER BY line), '') FROM {schema}.schema_object
  WHERE line NOT IN (SELECT unnest(string_to_array(objects, E'\n')) FROM {schema}.schema_script);

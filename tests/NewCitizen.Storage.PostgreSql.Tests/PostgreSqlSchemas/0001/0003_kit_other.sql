-- Records of kind 'kit_other'. Sets of values are arrays; a table lists those that can be looked up.

CREATE TABLE {schema}."kit_other" (
  agency text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  deleted boolean NOT NULL DEFAULT false,
  "code" text COLLATE "C",
  "number" bigint,
  body bytea,
  PRIMARY KEY (agency, id)
);
COMMENT ON TABLE {schema}."kit_other" IS 'Conformance kit: a small kind beside the large one.';
COMMENT ON COLUMN {schema}."kit_other".agency IS 'whose record 机构';
COMMENT ON COLUMN {schema}."kit_other".version IS 'one higher with each write, also through deletion';
COMMENT ON COLUMN {schema}."kit_other".deleted IS 'deleted for good, only the version is left';
COMMENT ON COLUMN {schema}."kit_other".body IS 'the rest of the record as UTF-8 JSON: convert_from(body, ''UTF8'')';
COMMENT ON COLUMN {schema}."kit_other"."code" IS 'Unique text.';
COMMENT ON COLUMN {schema}."kit_other"."number" IS 'Ordered number.';
ALTER TABLE {schema}."kit_other" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY agency ON {schema}."kit_other" USING (agency = current_setting('newcitizen.agency', true) OR current_setting('newcitizen.agency', true) = '*');

CREATE UNIQUE INDEX "kit_other__code" ON {schema}."kit_other" (agency, "code") WHERE "code" IS NOT NULL;

CREATE INDEX "kit_other__number" ON {schema}."kit_other" (agency, "number", id) WHERE "number" IS NOT NULL;

CREATE OR REPLACE FUNCTION {schema}."put_kit_other"(p_agency text, p_id uuid, p_expected bigint, p_index integer, p_version bigint, p_flags integer, p_body bytea, "p_code" text, "p_number" bigint,
  OUT o_version bigint, OUT o_tx bigint, OUT o_seq bigint, OUT o_refusal text)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_found record;
  v_living bigint;
  v_holder uuid;
BEGIN
  SELECT t.version, t.deleted INTO v_found FROM {schema}."kit_other" t WHERE t.agency = p_agency AND t.id = p_id;
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
    SELECT u.id INTO v_holder FROM {schema}."kit_other" u WHERE u.agency = p_agency AND u."code" = "p_code" AND u.id <> p_id LIMIT 1;
    IF FOUND AND p_flags & 4 <> 0 THEN
      o_refusal := 'code';
      RETURN;
    ELSIF FOUND THEN
      RAISE EXCEPTION '% code %', p_index, v_holder USING ERRCODE = 'NC002';
    END IF;
  END IF;
  IF v_found.version IS NULL THEN
    INSERT INTO {schema}."kit_other" (agency, id, version, body, "code", "number") VALUES (p_agency, p_id, o_version, p_body, "p_code", "p_number");
  ELSE
    UPDATE {schema}."kit_other" t SET version = o_version, deleted = false, body = p_body, "code" = "p_code", "number" = "p_number"
    WHERE t.agency = p_agency AND t.id = p_id AND t.version = v_found.version;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'changed without a lock' USING ERRCODE = '40001';
    END IF;
  END IF;
  INSERT INTO {schema}.change_feed (agency, type, kind, id, version) VALUES (p_agency, 'put', 'kit_other', p_id, o_version) RETURNING tx, seq INTO o_tx, o_seq;
  IF p_flags & 1 <> 0 THEN
    PERFORM {schema}.note(o_version, 0);
  END IF;
END $$;

CREATE OR REPLACE FUNCTION {schema}."drop_kit_other"(p_agency text, p_id uuid, p_expected bigint, p_index integer, p_version bigint, p_flags integer,
  OUT o_version bigint, OUT o_tx bigint, OUT o_seq bigint, OUT o_refusal text)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_found record;
  v_living bigint;
BEGIN
  SELECT t.version, t.deleted INTO v_found FROM {schema}."kit_other" t WHERE t.agency = p_agency AND t.id = p_id;
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
      INSERT INTO {schema}."kit_other" (agency, id, version, deleted) VALUES (p_agency, p_id, o_version, true);
    ELSE
      UPDATE {schema}."kit_other" t SET version = o_version, deleted = true, body = NULL, "code" = NULL, "number" = NULL WHERE t.agency = p_agency AND t.id = p_id AND t.version = v_found.version;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'changed without a lock' USING ERRCODE = '40001';
      END IF;
    END IF;
    INSERT INTO {schema}.change_feed (agency, type, kind, id, version) VALUES (p_agency, 'deleted', 'kit_other', p_id, o_version) RETURNING tx, seq INTO o_tx, o_seq;
  END IF;
  IF p_flags & 1 <> 0 THEN
    PERFORM {schema}.note(o_version, 0);
  END IF;
END $$;

CREATE OR REPLACE FUNCTION {schema}."add_kit_other"(p_agency text, p_id uuid, p_index integer, p_flags integer, p_field text, p_delta bigint, p_minimum bigint, p_maximum bigint,
  OUT o_version bigint, OUT o_tx bigint, OUT o_seq bigint, OUT o_value bigint)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_holder uuid;
BEGIN
  IF p_field = 'number' THEN
    UPDATE {schema}."kit_other" t SET version = version + 1, "number" = coalesce(t."number", 0) + p_delta
    WHERE t.agency = p_agency AND t.id = p_id AND NOT t.deleted AND coalesce(t."number", 0)::numeric + p_delta BETWEEN p_minimum AND p_maximum
    RETURNING t.version, t."number" INTO o_version, o_value;
  END IF;
  IF o_version IS NULL THEN
    IF EXISTS (SELECT 1 FROM {schema}."kit_other" t WHERE t.agency = p_agency AND t.id = p_id AND NOT t.deleted) THEN
      RAISE EXCEPTION '%', p_index USING ERRCODE = 'NC003';
    END IF;
    RAISE EXCEPTION '% -', p_index USING ERRCODE = 'NC001';
  END IF;
  INSERT INTO {schema}.change_feed (agency, type, kind, id, version) VALUES (p_agency, 'put', 'kit_other', p_id, o_version) RETURNING tx, seq INTO o_tx, o_seq;
  IF p_flags & 1 <> 0 THEN
    PERFORM {schema}.note(o_version, o_value);
  END IF;
END $$;

INSERT INTO {schema}.schema_script (name, checksum, objects)
  SELECT '0003_kit_other', '290194b400203e39ef47786f23b1792c80a204b962d59aabec9327e3c034f20f', coalesce(string_agg(line, E'\n' ORDER BY line), '') FROM {schema}.schema_object
  WHERE line NOT IN (SELECT unnest(string_to_array(objects, E'\n')) FROM {schema}.schema_script);

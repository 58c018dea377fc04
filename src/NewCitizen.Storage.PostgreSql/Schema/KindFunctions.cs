using System.Text;

namespace NewCitizen.Storage.PostgreSql.Schema;

/// <summary>
/// Writes the functions that decide one operation on a kind, so that a batch is one round trip. What is refused is raised and undoes the whole
/// batch; the message holds numbers and ids only. Flags: 1 remember the answer for the request key, 2 look for holders of unique values first,
/// 4 answer a refusal instead of raising it (bulk), 8 refuse what is living (bulk).
/// </summary>
internal static class KindFunctions
{
    private static string Feed(KindTable table, string type) =>
        $"INSERT INTO {table.Schema}.change_feed (agency, type, kind, id, version) VALUES (p_agency, '{type}', '{table.Kind.Name}', p_id, o_version) RETURNING tx, seq INTO o_tx, o_seq;";

    public static string All(KindTable table) => $"\n{Put(table)}\n{Drop(table)}\n{(table.Numbers.Count == 0 ? string.Empty : Add(table))}".ReplaceLineEndings("\n");

    private static string Put(KindTable table)
    {
        var parameters = string.Concat(table.Columns.Select(column => $", {column.Parameter} {column.ColumnType}"));
        var sides = string.Concat(table.Sides.Select(column => $", t.{column.Column}"));
        var names = string.Concat(table.Columns.Select(column => $", {column.Column}"));
        var values = string.Concat(table.Columns.Select(column => $", {column.Parameter}"));
        var assignments = string.Concat(table.Columns.Select(column => $", {column.Column} = {column.Parameter}"));
        return $"""
            CREATE OR REPLACE FUNCTION {table.Schema}.{SqlName.Quote(table.PutFunction)}(p_agency text, p_id uuid, p_expected bigint, p_index integer, p_version bigint, p_flags integer, p_body bytea{parameters},
              OUT o_version bigint, OUT o_tx bigint, OUT o_seq bigint, OUT o_refusal text)
            LANGUAGE plpgsql AS $$
            #variable_conflict use_column
            DECLARE
              v_found record;
              v_living bigint;
              v_holder uuid;
            BEGIN
              SELECT t.version, t.deleted{sides} INTO v_found FROM {table.Table} t WHERE t.agency = p_agency AND t.id = p_id;
              v_living := CASE WHEN v_found.deleted THEN NULL ELSE v_found.version END;
              IF p_version IS NULL THEN
                IF NOT {table.Schema}.accepts(p_expected, v_living) THEN
                  RAISE EXCEPTION '% %', p_index, coalesce(v_living::text, '-') USING ERRCODE = 'NC001';
                END IF;
                o_version := coalesce(v_found.version, 0) + 1;
              ELSIF v_found.version >= p_version OR (v_living IS NOT NULL AND p_flags & 8 <> 0) THEN
                o_refusal := '-';
                RETURN;
              ELSE
                o_version := p_version;
              END IF;
            {Look(table, table.Uniques)}  IF v_found.version IS NULL THEN
                INSERT INTO {table.Table} (agency, id, version, body{names}) VALUES (p_agency, p_id, o_version, p_body{values});
              ELSE
                UPDATE {table.Table} t SET version = o_version, deleted = false, body = p_body{assignments}
                WHERE t.agency = p_agency AND t.id = p_id AND t.version = v_found.version;
                IF NOT FOUND THEN
                  RAISE EXCEPTION 'changed without a lock' USING ERRCODE = '40001';
                END IF;
              END IF;
            {string.Concat(table.Sides.Select(column => ChangeSide(column, column.Parameter)))}  {Feed(table, "put")}
              IF p_flags & 1 <> 0 THEN
                PERFORM {table.Schema}.note(o_version, 0);
              END IF;
            END $$;

            """;
    }

    private static string Drop(KindTable table)
    {
        var sides = string.Concat(table.Sides.Select(column => $", t.{column.Column}"));
        var nulls = string.Concat(table.Columns.Select(column => $", {column.Column} = NULL"));
        return $"""
            CREATE OR REPLACE FUNCTION {table.Schema}.{SqlName.Quote(table.DropFunction)}(p_agency text, p_id uuid, p_expected bigint, p_index integer, p_version bigint, p_flags integer,
              OUT o_version bigint, OUT o_tx bigint, OUT o_seq bigint, OUT o_refusal text)
            LANGUAGE plpgsql AS $$
            #variable_conflict use_column
            DECLARE
              v_found record;
              v_living bigint;
            BEGIN
              SELECT t.version, t.deleted{sides} INTO v_found FROM {table.Table} t WHERE t.agency = p_agency AND t.id = p_id;
              v_living := CASE WHEN v_found.deleted THEN NULL ELSE v_found.version END;
              IF p_version IS NULL THEN
                IF NOT {table.Schema}.accepts(p_expected, v_living) THEN
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
                  INSERT INTO {table.Table} (agency, id, version, deleted) VALUES (p_agency, p_id, o_version, true);
                ELSE
                  UPDATE {table.Table} t SET version = o_version, deleted = true, body = NULL{nulls} WHERE t.agency = p_agency AND t.id = p_id AND t.version = v_found.version;
                  IF NOT FOUND THEN
                    RAISE EXCEPTION 'changed without a lock' USING ERRCODE = '40001';
                  END IF;
                END IF;
            {string.Concat(table.Sides.Select(column => $"    DELETE FROM {column.Side} s WHERE s.agency = p_agency AND s.id = p_id AND s.value = ANY (v_found.{column.Column});\n"))}    {Feed(table, "deleted")}
              END IF;
              IF p_flags & 1 <> 0 THEN
                PERFORM {table.Schema}.note(o_version, 0);
              END IF;
            END $$;

            """;
    }

    // One statement where the count stays within its bounds, which is nearly always; another only tells why it does not.
    private static string Add(KindTable table)
    {
        var text = new StringBuilder();
        foreach (var column in table.Numbers)
        {
            var first = text.Length == 0;
            text.Append(null, $"  {(first ? "IF" : "ELSIF")} p_field = {SqlName.Literal(column.Definition.Name)} THEN\n");
            if (column.IsUnique)
            {
                text.Append(null, $"    IF p_flags & 2 <> 0 THEN\n      SELECT u.id INTO v_holder FROM {table.Table} t JOIN {table.Table} u ON u.agency = p_agency AND u.{column.Column} = coalesce(t.{column.Column}, 0) + p_delta AND u.id <> p_id\n");
                text.Append(null, $"      WHERE t.agency = p_agency AND t.id = p_id AND NOT t.deleted LIMIT 1;\n      IF FOUND THEN\n        RAISE EXCEPTION '% {column.Definition.Name} %', p_index, v_holder USING ERRCODE = 'NC002';\n      END IF;\n    END IF;\n");
            }

            text.Append(null, $"    UPDATE {table.Table} t SET version = version + 1, {column.Column} = coalesce(t.{column.Column}, 0) + p_delta\n");
            text.Append(null, $"    WHERE t.agency = p_agency AND t.id = p_id AND NOT t.deleted AND coalesce(t.{column.Column}, 0)::numeric + p_delta BETWEEN p_minimum AND p_maximum\n");
            text.Append(null, $"    RETURNING t.version, t.{column.Column} INTO o_version, o_value;\n");
        }

        return $"""
            CREATE OR REPLACE FUNCTION {table.Schema}.{SqlName.Quote(table.AddFunction)}(p_agency text, p_id uuid, p_index integer, p_flags integer, p_field text, p_delta bigint, p_minimum bigint, p_maximum bigint,
              OUT o_version bigint, OUT o_tx bigint, OUT o_seq bigint, OUT o_value bigint)
            LANGUAGE plpgsql AS $$
            #variable_conflict use_column
            DECLARE
              v_holder uuid;
            BEGIN
            {text}  END IF;
              IF o_version IS NULL THEN
                IF EXISTS (SELECT 1 FROM {table.Table} t WHERE t.agency = p_agency AND t.id = p_id AND NOT t.deleted) THEN
                  RAISE EXCEPTION '%', p_index USING ERRCODE = 'NC003';
                END IF;
                RAISE EXCEPTION '% -', p_index USING ERRCODE = 'NC001';
              END IF;
              {Feed(table, "put")}
              IF p_flags & 1 <> 0 THEN
                PERFORM {table.Schema}.note(o_version, o_value);
              END IF;
            END $$;

            """;
    }

    // Asked for only after a unique index has refused: names the first field in the order of declaration, and who holds its value.
    private static string Look(KindTable table, IReadOnlyList<FieldColumn> uniques)
    {
        if (uniques.Count == 0)
        {
            return string.Empty;
        }

        var text = new StringBuilder("  IF p_flags & 2 <> 0 THEN\n");
        foreach (var column in uniques)
        {
            text.Append(null, $"    SELECT u.id INTO v_holder FROM {(column.HasSide ? $"{column.Side} u WHERE u.agency = p_agency AND u.value = ANY ({column.Parameter})" : $"{table.Table} u WHERE u.agency = p_agency AND u.{column.Column} = {column.Parameter}")} AND u.id <> p_id LIMIT 1;\n");
            text.Append(null, $"    IF FOUND AND p_flags & 4 <> 0 THEN\n      o_refusal := {SqlName.Literal(column.Definition.Name)};\n      RETURN;\n    ELSIF FOUND THEN\n");
            text.Append(null, $"      RAISE EXCEPTION '% {column.Definition.Name} %', p_index, v_holder USING ERRCODE = 'NC002';\n    END IF;\n");
        }

        return text.Append("  END IF;\n").ToString();
    }

    private static string ChangeSide(FieldColumn column, string value) =>
        $"""
          IF v_found.{column.Column} IS DISTINCT FROM {value} THEN
            DELETE FROM {column.Side} s WHERE s.agency = p_agency AND s.id = p_id AND s.value = ANY (v_found.{column.Column}) AND NOT (s.value = ANY (coalesce({value}, ARRAY[]::{column.ColumnType})));
            INSERT INTO {column.Side} (agency, value, id) SELECT p_agency, v, p_id FROM unnest({value}) v WHERE NOT (v = ANY (coalesce(v_found.{column.Column}, ARRAY[]::{column.ColumnType})));
          END IF;

        """;
}

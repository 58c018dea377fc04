namespace NewCitizen.Storage.PostgreSql.Schema;

/// <summary>
/// Feeds are ordered by transaction number, and those begin low in every new cluster. Where entries came from elsewhere (a dump, a copied trail)
/// with higher numbers, what is added to ours is lifted above them, so that positions go on rising.
/// </summary>
internal static class FeedBase
{
    /// <summary>Highest position there is, or null.</summary>
    public static string Highest(string schema) =>
        $"greatest((SELECT max(tx) FROM {schema}.change_feed), (SELECT max(tx) FROM {schema}.audit_entry), (SELECT value FROM {schema}.store_info WHERE name = 'trimmed_tx'))";

    /// <summary>Whether positions lie beyond the transactions of this cluster.</summary>
    public static string IsAhead(string schema) => $"{Highest(schema)} >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint + {schema}.feed_base()";

    /// <summary>Lifts the base if that is so.</summary>
    public static string Lift(string schema) =>
        $"""
        SELECT set_config('newcitizen.agency', '{RowSecurity.All}', true);
        DO $do$
        BEGIN
          IF {IsAhead(schema)} THEN
            EXECUTE format('CREATE OR REPLACE FUNCTION {schema}.feed_base() RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS %L', format('SELECT %s::bigint', {Highest(schema)} + 1));
          END IF;
        END $do$;
        """;
}

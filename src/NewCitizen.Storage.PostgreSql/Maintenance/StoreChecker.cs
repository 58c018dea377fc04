using System.Globalization;
using NewCitizen.Storage.PostgreSql.Connections;
using NewCitizen.Storage.PostgreSql.Schema;
using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Maintenance;

/// <summary>Checks a store against its own rules, at one moment. Pages and indexes of the server are its administrator's (pg_amcheck, checksums).</summary>
internal sealed class StoreChecker(ServerLink link, KindTables tables)
{
    public ValueTask<StoreCheck> CheckAsync(CancellationToken cancellationToken) =>
        link.ReadAsync(this, static (connection, checker, token) => checker.CheckAsync(connection, token), cancellationToken);

    private async ValueTask<StoreCheck> CheckAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        await NumberAsync(connection, $"SELECT length(set_config('newcitizen.agency', '{RowSecurity.All}', true))", cancellationToken).ConfigureAwait(false);
        var problems = new List<string>();
        var records = 0L;
        foreach (var table in tables.All)
        {
            records += await NumberAsync(connection, $"SELECT count(*) FROM {table.Table} WHERE NOT deleted", cancellationToken).ConfigureAwait(false);
            foreach (var (sql, what) in Rules(table))
            {
                if (await NumberAsync(connection, sql, cancellationToken).ConfigureAwait(false) is > 0 and var count)
                {
                    problems.Add(string.Create(CultureInfo.InvariantCulture, $"{table.Kind.Name}: {count} {what}"));
                }
            }
        }

        return new StoreCheck(records, problems);
    }

    private static IEnumerable<(string Sql, string What)> Rules(KindTable table)
    {
        yield return ($"SELECT count(*) FROM {table.Table} WHERE version < 1", "records have no version");
        yield return ($"SELECT count(*) FROM {table.Table} WHERE deleted <> (body IS NULL)", "records are neither living nor deleted");
        yield return (
            $"""
            SELECT count(*) FROM (SELECT agency, id, max(version) AS version FROM {table.Schema}.change_feed WHERE kind = '{table.Kind.Name}' AND type <> 'event' GROUP BY agency, id) f
            LEFT JOIN {table.Table} t ON t.agency = f.agency AND t.id = f.id WHERE t.version IS DISTINCT FROM f.version
            """,
            "records differ from the change feed");
        foreach (var column in table.Sides)
        {
            var listed = $"SELECT t.agency, v AS value, t.id FROM {table.Table} t, unnest(t.{column.Column}) v";
            yield return ($"SELECT count(*) FROM ({listed} EXCEPT SELECT agency, value, id FROM {column.Side}) d", $"values of {column.Name} cannot be found by");
            yield return ($"SELECT count(*) FROM (SELECT agency, value, id FROM {column.Side} EXCEPT {listed}) d", $"values of {column.Name} are listed but not there");
        }
    }

    private static async ValueTask<long> NumberAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using var _ = command.ConfigureAwait(false);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture);
    }
}

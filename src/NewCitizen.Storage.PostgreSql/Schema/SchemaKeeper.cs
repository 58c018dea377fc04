using NewCitizen.Errors;
using NewCitizen.Storage.PostgreSql.Connections;
using NewCitizen.Storage.PostgreSql.Writing;
using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Schema;

/// <summary>Compares a database with the plan and, if told to, runs what is outstanding.</summary>
internal sealed class SchemaKeeper(ServerLink link, SchemaPlan plan, string schema)
{
    private readonly SchemaReader _reader = new(plan);
    private IReadOnlyList<StoreScript>? _outstanding;

    /// <summary>The scripts of a new store with these kinds, then those this store still needs beyond them.</summary>
    public IReadOnlyList<SchemaScript> Scripts
    {
        get
        {
            var scripts = plan.Outstanding(SchemaState.Empty);
            var names = scripts.Select(script => script.Name).ToHashSet(StringComparer.Ordinal);
            return [.. scripts.Concat((_outstanding ?? []).Where(script => !names.Contains(script.Name))).Select(script => script.Public)];
        }
    }

    public ValueTask<SchemaReport> InspectAsync(CancellationToken cancellationToken) => link.ReadAsync(
        this,
        static async (connection, keeper, token) => keeper.Report(await keeper._reader.ReadAsync(connection, token).ConfigureAwait(false)),
        cancellationToken);

    public async ValueTask<SchemaReport> PrepareAsync(SchemaMode mode, CancellationToken cancellationToken)
    {
        // Nothing to do is the usual case, and needs no turn at writing.
        var report = await InspectAsync(cancellationToken).ConfigureAwait(false);
        if (!report.IsCurrent && mode == SchemaMode.Create)
        {
            report = await link.ReadAsync(this, static (connection, keeper, token) => keeper.CreateAsync(connection, token), cancellationToken).ConfigureAwait(false);
        }

        return report.IsCurrent ? report : throw Refusal(report);
    }

    // One transaction: a run that is killed half way leaves nothing.
    private async ValueTask<SchemaReport> CreateAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        try
        {
            // Locking a table makes the session look at what others made while it waited; an advisory lock does not.
            await RunAsync(
                connection, $"SELECT pg_advisory_xact_lock({LockKeys.Of(schema, "schema")}); LOCK TABLE pg_catalog.pg_class IN ACCESS SHARE MODE", cancellationToken).ConfigureAwait(false);
            var state = await _reader.ReadAsync(connection, cancellationToken).ConfigureAwait(false);
            var differences = state.Differences(plan);
            if (differences.Count > 0)
            {
                return Report(state);
            }

            if (state.FeedAhead)
            {
                await RunAsync(connection, FeedBase.Lift(plan.Schema), cancellationToken).ConfigureAwait(false);
            }

            foreach (var script in plan.Outstanding(state))
            {
                await RunAsync(connection, script.Text, cancellationToken).ConfigureAwait(false);
            }

            var report = Report(await _reader.ReadAsync(connection, cancellationToken).ConfigureAwait(false));
            if (report.IsCurrent)
            {
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }

            return report;
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new NewCitizenException(StorageErrors.SchemaDiffers, failure, "a new unique index does not hold for the records there are");
        }
        catch (PostgresException failure) when (failure.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.DuplicateTable or PostgresErrorCodes.DuplicateFunction)
        {
            throw new NewCitizenException(StorageErrors.SchemaDiffers, failure, failure.SqlState == PostgresErrorCodes.InsufficientPrivilege ? "the account may not make tables" : "tables of these names are there already");
        }
    }

    private static async ValueTask RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using var _ = command.ConfigureAwait(false);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private SchemaReport Report(SchemaState state)
    {
        link.Secured = state.Secured;
        var differences = state.Differences(plan);
        var outstanding = plan.Outstanding(state);
        _outstanding = outstanding;
        List<string> names = [.. outstanding.Select(script => script.Name)];
        if (state.FeedAhead)
        {
            names.Add("feed_base");
        }

        return new(state.Applied, names, differences) { OtherKinds = state.OtherKinds(plan) };
    }

    private static NewCitizenException Refusal(SchemaReport report) => new(
        StorageErrors.SchemaDiffers,
        report.Differences.Count > 0 ? string.Join("; ", report.Differences.Take(5)) : $"not yet run: {string.Join(", ", report.Outstanding.Take(5))}");
}

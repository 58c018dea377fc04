using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Connections;

/// <summary>Connections to the server, and patience while it is away.</summary>
internal sealed class ServerLink : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly TimeSpan _wait;
    private volatile bool _disposed;

    public ServerLink(PostgreSqlStoreOptions options)
    {
        _wait = options.FailoverWait;
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        if (!options.ConnectionString.Replace(" ", string.Empty, StringComparison.Ordinal).Contains("AutoPrepare", StringComparison.OrdinalIgnoreCase))
        {
            // Statements differ by kind and shape only; prepared ones cost a third less.
            (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (200, 2);
        }

        // Connections are ours alone, and whatever we set ends with its transaction: washing them before each use would cost more than a read.
        settings.NoResetOnClose = true;

        if (string.IsNullOrEmpty(settings.ApplicationName))
        {
            settings.ApplicationName = "newcitizen";
        }

        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        options.ConfigureDataSource?.Invoke(builder);
        _source = settings.Host?.Contains(',', StringComparison.Ordinal) == true
            ? builder.BuildMultiHost().WithTargetSession(TargetSessionAttributes.Primary)
            : builder.Build();
    }

    /// <summary>Whether tables have row-level security; known once the schema was looked at.</summary>
    public bool Secured { get; set; } = true;

    /// <summary>A connection to the primary.</summary>
    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) =>
        _disposed ? throw new StoreUnavailableException(StorageErrors.Unavailable) : _source.OpenConnectionAsync(cancellationToken);

    /// <summary>Counts how long a call has waited for the server.</summary>
    public Patience Patience() => new(_wait);

    /// <summary>Runs what may be run again: reads, and writes in one transaction that is repeatable. Waits for a server that is away.</summary>
    public async ValueTask<T> ReadAsync<TState, T>(TState state, Func<NpgsqlConnection, TState, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        var patience = Patience();
        while (true)
        {
            try
            {
                var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
                await using var _ = connection.ConfigureAwait(false);
                return await UseAsync(connection, state, read, cancellationToken).ConfigureAwait(false);
            }
            catch (NpgsqlException failure)
            {
                if (!(StoreFailures.IsGone(failure) || StoreFailures.IsRepeatable(failure)) || !await patience.WaitAsync(cancellationToken).ConfigureAwait(false))
                {
                    throw StoreFailures.ToStore(failure);
                }
            }
        }
    }

    /// <summary>Runs something once on a connection, which stays fit for others if the call is given up.</summary>
    public static async ValueTask<T> UseAsync<TState, T>(
        NpgsqlConnection connection, TState state, Func<NpgsqlConnection, TState, CancellationToken, ValueTask<T>> use, CancellationToken cancellationToken)
    {
        try
        {
            return await use(connection, state, cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.QueryCanceled && !cancellationToken.IsCancellationRequested)
        {
            // The server's own limit of time.
            connection.ForgetStatements();
            throw;
        }
        finally
        {
            if (cancellationToken.IsCancellationRequested)
            {
                connection.ForgetStatements();
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _disposed = true;
        return _source.DisposeAsync();
    }
}

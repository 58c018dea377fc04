using NewCitizen.Storage.PostgreSql.Connections;
using NewCitizen.Storage.PostgreSql.Schema;
using NewCitizen.Storage.PostgreSql.Values;
using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Reading;

/// <summary>Opens a batch for one agency, or for all, where tables have row-level security. A batch is one round trip and one transaction.</summary>
internal static class Scope
{
    public static NpgsqlBatch For(NpgsqlConnection connection, ServerLink link, string? agency)
    {
        var batch = new NpgsqlBatch(connection);
        if (link.Secured)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT set_config('newcitizen.agency', $1, true)").Text(agency ?? RowSecurity.All));
        }

        return batch;
    }

    /// <summary>Runs a batch and goes past the row of the scope.</summary>
    public static async ValueTask<NpgsqlDataReader> ReadAsync(this NpgsqlBatch batch, ServerLink link, CancellationToken cancellationToken)
    {
        var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (link.Secured)
            {
                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            }

            return reader;
        }
        catch
        {
            await reader.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}

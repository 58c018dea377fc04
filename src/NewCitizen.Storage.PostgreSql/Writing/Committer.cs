using NewCitizen.Storage.PostgreSql.Connections;
using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Writing;

/// <summary>
/// Commits batches. What the server certainly undid is tried again; what may have been committed is asked for by its request key, or
/// answered as unknown where there is none.
/// </summary>
internal sealed class Committer(ServerLink link, BatchWriter writer, RequestAnswers answers)
{
    private const int MostAttempts = 100;

    public async ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var patience = link.Patience();
        var look = false;
        for (var attempt = 1; ; attempt++)
        {
            var sent = false;
            try
            {
                var connection = await link.OpenAsync(cancellationToken).ConfigureAwait(false);
                await using var _ = connection.ConfigureAwait(false);
                sent = true;
                return await ServerLink.UseAsync(
                    connection, (Committer: this, Batch: batch, Look: look), static (open, asked, token) => asked.Committer.SendAsync(open, asked.Batch, asked.Look, token), cancellationToken).ConfigureAwait(false);
            }
            catch (PostgresException failure) when (Refusals.Read(failure) is { } refusal)
            {
                return refusal;
            }
            catch (PostgresException failure) when (failure.SqlState == Refusals.RequestKnown)
            {
                if (await answers.FindAsync(batch, cancellationToken).ConfigureAwait(false) is { } earlier)
                {
                    return earlier;
                }
            }
            catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.UniqueViolation && attempt < MostAttempts)
            {
                // Who holds the value is asked for in the next attempt, unless he let go of it meanwhile.
                look = true;
            }
            catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.ProgramLimitExceeded)
            {
                throw new ArgumentException("A value is too long for its index.", nameof(batch), failure);
            }
            catch (NpgsqlException failure) when (StoreFailures.IsRepeatable(failure))
            {
                if (!await patience.WaitAsync(cancellationToken).ConfigureAwait(false))
                {
                    throw StoreFailures.ToStore(failure);
                }
            }
            catch (NpgsqlException failure) when (StoreFailures.IsGone(failure))
            {
                var known = !sent || IsRefusedAtTheDoor(failure);
                if (!known && batch.RequestKey is null)
                {
                    return CommitResult.Unknown();
                }

                if (!await patience.WaitAsync(cancellationToken).ConfigureAwait(false))
                {
                    return known ? throw StoreFailures.ToStore(failure) : CommitResult.Unknown();
                }
            }
            catch (NpgsqlException failure)
            {
                throw StoreFailures.ToStore(failure);
            }
        }
    }

    // A pooled connection that the server closed earlier, or one too many, was never heard.
    private static bool IsRefusedAtTheDoor(NpgsqlException failure) => failure is PostgresException { SqlState: PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.CannotConnectNow };

    private async ValueTask<CommitResult> SendAsync(NpgsqlConnection connection, WriteBatch batch, bool look, CancellationToken cancellationToken)
    {
        var commands = new NpgsqlBatch(connection);
        await using var _ = commands.ConfigureAwait(false);
        writer.Fill(commands, batch, look);
        var reader = await commands.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        return await BatchAnswers.ReadAsync(reader, batch, cancellationToken).ConfigureAwait(false);
    }
}

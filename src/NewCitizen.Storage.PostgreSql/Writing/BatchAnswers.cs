using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Writing;

/// <summary>Reads the answers of a commit's statements.</summary>
internal static class BatchAnswers
{
    public static async ValueTask<CommitResult> ReadAsync(NpgsqlDataReader reader, WriteBatch batch, CancellationToken cancellationToken)
    {
        var versions = batch.Operations.Count == 0 ? [] : new long[batch.Operations.Count];
        var values = batch.Operations.Count == 0 ? [] : new long[batch.Operations.Count];
        var position = FeedPosition.Start;
        for (var i = 0; i < versions.Length; i++)
        {
            await NextAsync(reader, cancellationToken).ConfigureAwait(false);
            versions[i] = reader.GetInt64(0);
            if (batch.Operations[i] is CheckOperation)
            {
                continue;
            }

            if (batch.Operations[i] is IncrementOperation)
            {
                values[i] = reader.GetInt64(3);
            }

            if (!reader.IsDBNull(1))
            {
                position = new(reader.GetInt64(1), reader.GetInt64(2));
            }
        }

        for (var i = 0; i < batch.Events.Count; i++)
        {
            await NextAsync(reader, cancellationToken).ConfigureAwait(false);
            position = new(reader.GetInt64(0), reader.GetInt64(1));
        }

        // Only the end of the batch tells that the server committed it.
        while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false))
        {
        }

        return CommitResult.Committed(versions, values, position);
    }

    private static async ValueTask NextAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        if (!await reader.NextResultAsync(cancellationToken).ConfigureAwait(false) || !await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            throw new InvalidOperationException("The server answered fewer statements than it was sent.");
        }
    }
}

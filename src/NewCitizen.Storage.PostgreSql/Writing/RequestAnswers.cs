using System.Globalization;
using NewCitizen.Storage.PostgreSql.Connections;
using NewCitizen.Storage.PostgreSql.Reading;
using NewCitizen.Storage.PostgreSql.Schema;
using NewCitizen.Storage.PostgreSql.Values;
using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Writing;

/// <summary>Answers of requests committed before.</summary>
internal sealed class RequestAnswers(ServerLink link, string schemaName)
{
    private readonly string _find = $"SELECT digest, results, tx, seq FROM {SqlName.Quote(schemaName)}.request_key WHERE agency = $1 AND key = $2";

    /// <summary>The earlier answer, a refusal if the key was used for something else, or null if the key is new or forgotten.</summary>
    public ValueTask<CommitResult?> FindAsync(WriteBatch batch, CancellationToken cancellationToken) =>
        link.ReadAsync((Answers: this, Batch: batch), static (connection, asked, token) => asked.Answers.FindAsync(connection, asked.Batch, token), cancellationToken);

    private async ValueTask<CommitResult?> FindAsync(NpgsqlConnection connection, WriteBatch batch, CancellationToken cancellationToken)
    {
        var key = batch.RequestKey!;
        var commands = Scope.For(connection, link, batch.Agency.Value);
        await using var _ = commands.ConfigureAwait(false);
        commands.BatchCommands.Add(new NpgsqlBatchCommand(_find).Agency(batch.Agency).Text(key.Value));
        var reader = await commands.ReadAsync(link, cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        if (!reader.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(key.Digest.Span))
        {
            return CommitResult.KeyReused();
        }

        var results = reader.GetString(1).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split(':')).ToList();
        return CommitResult.Replayed(
            [.. results.Select(pair => long.Parse(pair[0], CultureInfo.InvariantCulture))],
            [.. results.Select(pair => long.Parse(pair[1], CultureInfo.InvariantCulture))],
            new(reader.GetInt64(2), reader.GetInt64(3)));
    }
}

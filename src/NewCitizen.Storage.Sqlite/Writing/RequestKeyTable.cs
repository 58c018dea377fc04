using System.Globalization;
using NewCitizen.Agencies;
using NewCitizen.Storage.Sqlite.Native;
using NodaTime;

namespace NewCitizen.Storage.Sqlite.Writing;

/// <summary>Answers of requests committed before.</summary>
internal sealed class RequestKeyTable(Database database) : IDisposable
{
    private readonly Statement _find = database.PrepareOwn("SELECT digest, versions, amounts, position FROM request_key WHERE agency = ?1 AND key = ?2");

    private readonly Statement _insert = database.PrepareOwn(
        "INSERT INTO request_key (agency, key, digest, versions, amounts, position, committed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");

    /// <summary>The earlier answer, a refusal if the key was used for something else, or null if the key is new.</summary>
    public CommitResult? Find(AgencyId agency, RequestKey key)
    {
        _find.Bind(1, agency).Bind(2, key.Value);
        try
        {
            if (!_find.Step())
            {
                return null;
            }

            return _find.Bytes(0).SequenceEqual(key.Digest.Span)
                ? CommitResult.Replayed(Parse(_find.Text(1)), Parse(_find.Text(2)), new FeedPosition(0, _find.Number(3)))
                : CommitResult.KeyReused();
        }
        finally
        {
            _find.Reset();
        }
    }

    public void Add(AgencyId agency, RequestKey key, CommitResult result, Instant at) => _insert
        .Bind(1, agency)
        .Bind(2, key.Value)
        .Bind(3, key.Digest.Span)
        .Bind(4, Print(result.Versions))
        .Bind(5, Print(result.Values))
        .Bind(6, result.Position.Sequence)
        .Bind(7, at.ToUnixTimeMilliseconds())
        .Run();

    public void Dispose()
    {
        _find.Dispose();
        _insert.Dispose();
    }

    private static string Print(IReadOnlyList<long> numbers) => $"[{string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}]";

    private static long[] Parse(string array) =>
        [.. array[1..^1].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => long.Parse(number, CultureInfo.InvariantCulture))];
}

using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using NewCitizen.Agencies;
using NewCitizen.Errors;

namespace NewCitizen.Storage.Sharding;

/// <summary>Reads everything of an agency on one shard, and compares two shards by hash.</summary>
internal static class AgencyComparison
{
    /// <exception cref="NewCitizenException">NC3035: they differ; the argument is the kind.</exception>
    public static async ValueTask<long> RequireEqualAsync(
        AgencyId agency, IReadOnlyList<RecordKind> kinds, StoreShard source, StoreShard target, CancellationToken cancellationToken)
    {
        var compared = 0L;
        foreach (var kind in kinds)
        {
            var (here, records) = await HashAsync(source, kind, agency, cancellationToken).ConfigureAwait(false);
            var (there, _) = await HashAsync(target, kind, agency, cancellationToken).ConfigureAwait(false);
            if (!here.AsSpan().SequenceEqual(there))
            {
                throw new NewCitizenException(StorageErrors.MoveDiffers, kind.Name);
            }

            compared += records;
        }

        return compared;
    }

    public static async IAsyncEnumerable<IReadOnlyList<StoredRecord>> PagesAsync(
        StoreShard shard, RecordKind kind, AgencyId agency, int size, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A scan begins behind a place; the one id in front of all others is asked for by itself.
        var after = new RecordKey(agency, kind, Guid.Empty);
        if (await shard.Records.GetAsync(after, cancellationToken).ConfigureAwait(false) is { } first)
        {
            yield return [first];
        }

        while (true)
        {
            var page = await shard.Bulk.ScanAsync(kind, after, size, cancellationToken).ConfigureAwait(false);
            StoredRecord[] own = [.. page.TakeWhile(record => record.Key.Agency == agency)];
            if (own.Length > 0)
            {
                yield return own;
            }

            if (own.Length < page.Count || page.Count == 0)
            {
                yield break;
            }

            after = page[^1].Key;
        }
    }

    private static async ValueTask<(byte[] Hash, long Records)> HashAsync(StoreShard shard, RecordKind kind, AgencyId agency, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var records = 0L;
        await foreach (var page in PagesAsync(shard, kind, agency, 1000, cancellationToken).ConfigureAwait(false))
        {
            foreach (var record in page)
            {
                hash.AppendData(RecordHash.Compute(record));
                records++;
            }
        }

        return (hash.GetHashAndReset(), records);
    }
}

using System.Text;
using NewCitizen.Agencies;

namespace NewCitizen.Storage.PostgreSql.Writing;

/// <summary>
/// Names of advisory locks: 64 bits of FNV-1a, the same in every process. A lock stands for a record that may not exist yet, so it guards
/// "must be missing" as well; two records that share a number only wait for each other.
/// </summary>
internal static class LockKeys
{
    /// <summary>Above this many records a batch locks the whole agency: the server's table of locks is small.</summary>
    public const int Most = 64;

    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static long Of(string schema, params ReadOnlySpan<string> parts)
    {
        var hash = Mix(Basis, schema);
        foreach (var part in parts)
        {
            hash = Mix(hash, part);
        }

        return unchecked((long)hash);
    }

    /// <summary>
    /// Locks of a batch in rising order, and which of them are shared because the batch only checks what they stand for; null for the whole agency.
    /// </summary>
    public static (long[] Keys, bool[] Shared)? Of(string schema, WriteBatch batch)
    {
        var keys = new SortedList<long, bool>();
        var agency = Mix(Mix(Basis, schema), batch.Agency.Value);
        foreach (var operation in batch.Operations)
        {
            var key = Record(agency, operation.Key);
            keys[key] = operation is CheckOperation && keys.GetValueOrDefault(key, true);
            if (keys.Count > Most)
            {
                return null;
            }
        }

        if (batch.RequestKey is { } request)
        {
            keys[unchecked((long)Mix(Mix(agency, "request"), request.Value))] = false;
        }

        return ([.. keys.Keys], [.. keys.Values]);
    }

    /// <summary>Lock of an agency as a whole.</summary>
    public static long Agency(string schema, AgencyId agency) => Of(schema, agency.Value);

    private static long Record(ulong agency, RecordKey key)
    {
        Span<byte> id = stackalloc byte[16];
        key.Id.TryWriteBytes(id);
        return unchecked((long)Mix(Mix(agency, key.Kind.Name), id));
    }

    private static ulong Mix(ulong hash, string text)
    {
        Span<byte> bytes = stackalloc byte[256];
        return Mix(hash, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    private static ulong Mix(ulong hash, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            hash = unchecked((hash ^ value) * Prime);
        }

        // The end of a part counts, or "ab" + "c" would be "a" + "bc".
        return unchecked((hash ^ 0xFF) * Prime);
    }
}

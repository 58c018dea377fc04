using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NewCitizen.Agencies;

namespace NewCitizen.Storage.Sharding;

/// <summary>
/// Which agency is kept on which shard (分片表): named agencies where the map says, all others by a hash over the first
/// <see cref="HashedShards"/> shards. Immutable; each change makes a map of the next version. Shards are only ever appended.
/// </summary>
public sealed class ShardMap
{
    /// <summary>Most shards a map holds.</summary>
    public const int MaxShards = 1000;

    private readonly Dictionary<string, int> _ordinals;
    private readonly Dictionary<AgencyId, string> _agencies;

    /// <summary>Makes the first map of a set of shards.</summary>
    /// <param name="shards">Names of the shards: 1 to 40 characters of <c>a–z</c>, <c>0–9</c>, <c>-</c> and <c>_</c>. Their order counts and never changes.</param>
    /// <param name="agencies">Agencies with a place of their own; null for none.</param>
    /// <param name="hashedShards">How many of the first shards take the agencies that are not named; null for all. Fixed for ever: another number would send agencies to places where their records are not.</param>
    /// <exception cref="ArgumentException">A name is malformed, given twice or unknown, or the number is outside 1 to the number of shards.</exception>
    public ShardMap(IReadOnlyList<string> shards, IReadOnlyDictionary<AgencyId, string>? agencies = null, int? hashedShards = null)
        : this(1, shards, hashedShards ?? shards?.Count ?? 0, agencies ?? new Dictionary<AgencyId, string>(), [])
    {
    }

    internal ShardMap(long version, IReadOnlyList<string> shards, int hashedShards, IReadOnlyDictionary<AgencyId, string> agencies, IReadOnlyList<ShardMove> moves)
    {
        ArgumentNullException.ThrowIfNull(shards);
        ArgumentNullException.ThrowIfNull(agencies);
        if (shards.Count is 0 or > MaxShards || !shards.All(IsName) || shards.Distinct(StringComparer.Ordinal).Count() != shards.Count)
        {
            throw new ArgumentException($"A map names 1 to {MaxShards} different shards of 1 to 40 characters of a-z, 0-9, '-' and '_'.", nameof(shards));
        }

        if (hashedShards < 1 || hashedShards > shards.Count || version < 1)
        {
            throw new ArgumentException("Agencies without a place of their own need at least one of the shards.", nameof(hashedShards));
        }

        _ordinals = shards.Select((name, ordinal) => (name, ordinal)).ToDictionary(shard => shard.name, shard => shard.ordinal, StringComparer.Ordinal);
        if (agencies.Values.Concat(moves.SelectMany(move => new[] { move.From, move.To })).FirstOrDefault(name => !_ordinals.ContainsKey(name)) is { } unknown)
        {
            throw new ArgumentException($"The map names no shard '{unknown}'.", nameof(agencies));
        }

        Version = version;
        Shards = [.. shards];
        HashedShards = hashedShards;
        _agencies = new Dictionary<AgencyId, string>(agencies);
        Moves = [.. moves];
    }

    /// <summary>1 for the first map, one more for each change.</summary>
    public long Version { get; }

    /// <summary>Names of the shards.</summary>
    public IReadOnlyList<string> Shards { get; }

    /// <summary>How many of the first shards take the agencies that are not named.</summary>
    public int HashedShards { get; }

    /// <summary>Agencies with a place of their own.</summary>
    public IReadOnlyDictionary<AgencyId, string> Agencies => _agencies;

    /// <summary>Agencies that were moved, oldest first: where their older feed and audit entries are.</summary>
    public IReadOnlyList<ShardMove> Moves { get; }

    /// <summary>The shard of an agency.</summary>
    /// <exception cref="ArgumentException">The agency is the default value.</exception>
    public string ShardOf(AgencyId agency) => Shards[OrdinalOf(agency)];

    /// <summary>A map with one more shard at the end. It takes no agency until one is assigned or moved to it.</summary>
    public ShardMap AddShard(string name) => new(Version + 1, [.. Shards, name], HashedShards, _agencies, Moves);

    /// <summary>A map that gives an agency a place of its own: for an agency that has no records yet. One that has is moved with <see cref="AgencyMover"/>.</summary>
    public ShardMap Assign(AgencyId agency, string shard) => new(Version + 1, Shards, HashedShards, With(agency, shard), Moves);

    internal ShardMap Move(AgencyId agency, string to) =>
        new(Version + 1, Shards, HashedShards, With(agency, to), [.. Moves, new ShardMove(agency, ShardOf(agency), to, Version + 1)]);

    internal int OrdinalOf(AgencyId agency)
    {
        if (agency == default)
        {
            throw new ArgumentException("An agency is needed to find its shard.", nameof(agency));
        }

        if (_agencies.TryGetValue(agency, out var shard))
        {
            return _ordinals[shard];
        }

        // Never string.GetHashCode: the place of an agency is the same in every process and for ever.
        Span<byte> text = stackalloc byte[32];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..Encoding.ASCII.GetBytes(agency.Value, text)], hash);
        return (int)(BinaryPrimitives.ReadUInt64BigEndian(hash) % (ulong)HashedShards);
    }

    private Dictionary<AgencyId, string> With(AgencyId agency, string shard) => new(_agencies) { [agency] = shard };

    private static bool IsName(string? name) =>
        name is { Length: >= 1 and <= 40 } && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_');
}

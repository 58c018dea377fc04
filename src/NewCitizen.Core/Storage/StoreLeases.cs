using System.Security.Cryptography;
using System.Text;
using NewCitizen.Agencies;
using NewCitizen.Hosting;
using NodaTime;

namespace NewCitizen.Storage;

/// <summary>
/// Lets one of several hosts on one store do a piece of work alone (单实例运行): a relay, a nightly job. The lease is an ordinary record, taken and
/// renewed by its version, so two hosts never get it at once. Works on every store. Thread-safe.
/// </summary>
/// <remarks>
/// A lease ends by the clock. Hosts whose clocks differ by more than what is left of it may believe for that time that both hold it;
/// work that must not be done twice adds <see cref="StoreLease.Guard"/> to its commits or can be repeated without harm.
/// </remarks>
public sealed class StoreLeases(IRecordStore store, IClock clock)
{
    /// <summary>Longest name or owner in characters.</summary>
    public const int MaxTextLength = 100;

    private const string Name = "lease_name";
    private const string Owner = "owner";
    private const string Until = "held_until";

    /// <summary>Kind of the records.</summary>
    public static RecordKind Kind { get; } = new(
        "store_lease",
        "Which host does a piece of work alone, and until when (租约锁).",
        [
            new(Name, FieldType.Text, "the work"),
            new(Owner, FieldType.Text, "host that holds it, null when it was given back"),
            new(Until, FieldType.Instant, "when it ends unless renewed"),
        ],
        [new(Name, IndexType.Unique)]);

    /// <summary>Owner of the records: the reserved agency <c>system</c>.</summary>
    public static AgencyId Agency { get; } = AgencyId.Parse("system");

    /// <summary>Id of the record of a lease (UUID version 8 from SHA-256 of the name), so that a first grant conflicts like every other.</summary>
    public static Guid IdOf(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>A name for this process that no other has: the machine's name and a fresh id.</summary>
    public static string NewOwner(IIdGenerator ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var machine = Environment.MachineName;
        return $"{(machine.Length > 60 ? machine[..60] : machine)}/{ids.Next():N}";
    }

    /// <summary>Takes a lease that is free, has run out, or is the owner's already.</summary>
    /// <param name="name">The work: 1 to 100 characters.</param>
    /// <param name="owner">Who asks: 1 to 100 characters, different for every process.</param>
    /// <param name="duration">How long it shall run from now; above zero.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The lease, or null if another owner holds it or was faster.</returns>
    /// <exception cref="ArgumentException">A text is empty or too long, or the duration not above zero.</exception>
    public async ValueTask<StoreLease?> TryAcquireAsync(string name, string owner, Duration duration, CancellationToken cancellationToken)
    {
        Require(name);
        Require(owner);
        var found = await store.GetAsync(new RecordKey(Agency, Kind, IdOf(name)), cancellationToken).ConfigureAwait(false);
        var now = clock.GetCurrentInstant();
        if (found is not null && !found[Owner].IsNull && found[Owner].AsText() != owner && now < found[Until].AsInstant())
        {
            return null;
        }

        return await WriteAsync(name, owner, now, duration, found is null ? ExpectedVersion.Missing : ExpectedVersion.Exactly(found.Version), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes a held lease run longer, from now. Renew when a third of the time is left at the latest.</summary>
    /// <returns>The lease with its new fencing number, or null if it is lost: stop the work.</returns>
    /// <inheritdoc cref="TryAcquireAsync" path="/exception"/>
    public ValueTask<StoreLease?> TryRenewAsync(StoreLease lease, Duration duration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);

        // One that ran out may be renewed too, as long as nobody took it: its version says so.
        return WriteAsync(lease.Name, lease.Owner, clock.GetCurrentInstant(), duration, ExpectedVersion.Exactly(lease.Fence), cancellationToken);
    }

    /// <summary>Gives a lease back, so that another host need not wait for its end. One that is lost already is left alone.</summary>
    /// <returns>Whether it was still held.</returns>
    public async ValueTask<bool> ReleaseAsync(StoreLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var result = await store.CommitAsync(Batch(lease.Name, owner: null, lease.Until, ExpectedVersion.Exactly(lease.Fence)), cancellationToken).ConfigureAwait(false);
        return result.IsDurable;
    }

    /// <summary>Who holds a lease now; null if nobody does.</summary>
    public async ValueTask<StoreLease?> FindAsync(string name, CancellationToken cancellationToken)
    {
        Require(name);
        var found = await store.GetAsync(new RecordKey(Agency, Kind, IdOf(name)), cancellationToken).ConfigureAwait(false);
        return found is null || found[Owner].IsNull || clock.GetCurrentInstant() >= found[Until].AsInstant()
            ? null
            : new StoreLease(name, found[Owner].AsText(), found[Until].AsInstant(), found.Version);
    }

    private async ValueTask<StoreLease?> WriteAsync(string name, string owner, Instant now, Duration duration, ExpectedVersion expected, CancellationToken cancellationToken)
    {
        if (duration <= Duration.Zero)
        {
            throw new ArgumentException("A lease runs for some time.", nameof(duration));
        }

        // Whole milliseconds, as the store keeps them.
        var until = Instant.FromUnixTimeMilliseconds((now + duration).ToUnixTimeMilliseconds());
        var result = await store.CommitAsync(Batch(name, owner, until, expected), cancellationToken).ConfigureAwait(false);
        if (result.IsDurable)
        {
            return new StoreLease(name, owner, until, result.Versions[0]);
        }

        if (result.Status != CommitStatus.Unknown)
        {
            return null;
        }

        // The store holds the answer: nobody else writes this owner with this end.
        var found = await store.GetAsync(new RecordKey(Agency, Kind, IdOf(name)), cancellationToken).ConfigureAwait(false);
        return found is not null && !found[Owner].IsNull && found[Owner].AsText() == owner && found[Until].AsInstant() == until
            ? new StoreLease(name, owner, until, found.Version)
            : null;
    }

    private static WriteBatch Batch(string name, string? owner, Instant until, ExpectedVersion expected) =>
        new WriteBatch(Agency).Put(Kind, IdOf(name), expected, [FieldValue.Text(name), FieldValue.Text(owner), FieldValue.Instant(until)], "{}"u8.ToArray());

    private static void Require(string text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxTextLength)
        {
            throw new ArgumentException($"A name or owner of a lease has 1 to {MaxTextLength} characters.", nameof(text));
        }
    }
}

using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Relays;

/// <summary>
/// Which history the positions of a feed belong to, as a record in the store. A store restored from a backup gives positions out again
/// for other changes; with a new identity, receivers do not take those for ones they have.
/// </summary>
public static class FeedIdentity
{
    /// <summary>Name no relay may have.</summary>
    internal const string Name = "feed";

    internal static readonly RecordKey Key = RelayPosition.KeyOf(Name);

    /// <summary>Gives the feed a new identity. Call it after a store was restored from a backup, before relays run again.</summary>
    /// <param name="store">The store.</param>
    /// <param name="ids">Makes the identity.</param>
    /// <param name="clock">Says when.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The new identity; null if no relay ever ran, so that nobody knows the old one.</returns>
    /// <exception cref="NewCitizenException">NC3000 or NC3004: it could not be written; try again.</exception>
    public static async ValueTask<Guid?> RenewAsync(IRecordStore store, IIdGenerator ids, IClock clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(clock);
        var record = await store.GetAsync(Key, cancellationToken).ConfigureAwait(false);
        if (record is null)
        {
            return null;
        }

        var stream = ids.Next();
        var result = await store.CommitAsync(Write(stream, record.Version, clock.GetCurrentInstant()), cancellationToken).ConfigureAwait(false);
        return result.IsDurable ? stream : throw CommitFailures.Exception(result);
    }

    internal static Guid Stream(StoredRecord record) =>
        !record["stream"].IsNull && Guid.TryParse(record["stream"].AsText(), out var stream)
            ? stream
            : throw new NewCitizenException(RelayErrors.PositionMalformed, Name);

    internal static WriteBatch Write(Guid stream, long version, Instant now) => new WriteBatch(RelayKinds.Agency).Put(
        RelayKinds.Position,
        Key.Id,
        version == 0 ? ExpectedVersion.Missing : ExpectedVersion.Exactly(version),
        [
            FieldValue.Text(Name),
            FieldValue.Text(RelayPosition.Running),
            FieldValue.Integer(0),
            FieldValue.Integer(0),
            FieldValue.Null,
            FieldValue.Text(stream.ToString("D")),
            FieldValue.Instant(now),
        ],
        "{}"u8.ToArray());
}

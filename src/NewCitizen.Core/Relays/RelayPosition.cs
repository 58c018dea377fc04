using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Relays;

/// <summary>The stored position of one relay.</summary>
/// <param name="Name">Name of the relay.</param>
/// <param name="Position">Up to where all was delivered or parked.</param>
/// <param name="NeedsFullCopy">Whether the feed was trimmed past it.</param>
/// <param name="UpdatedAt">When it was written.</param>
public sealed record RelayPosition(string Name, FeedPosition Position, bool NeedsFullCopy, Instant UpdatedAt)
{
    internal const string Running = "running";
    internal const string Trimmed = "needs-full-copy";

    /// <summary>Version of the record, 0 if there is none yet.</summary>
    internal long Version { get; init; }

    /// <summary>Which run works on it.</summary>
    internal Guid? Holder { get; init; }

    internal static Guid IdOf(string name) => HashedId.Of("relay/" + name);

    internal static RecordKey KeyOf(string name) => new(RelayKinds.Agency, RelayKinds.Position, IdOf(name));

    internal static RelayPosition Read(StoredRecord record)
    {
        try
        {
            return new RelayPosition(
                record["name"].AsText(),
                new FeedPosition(record["epoch"].AsInteger(), record["sequence"].AsInteger()),
                record["state"].AsText() == Trimmed,
                record["updated_at"].AsInstant())
            {
                Version = record.Version,
                Holder = record["holder"].IsNull ? null : Guid.Parse(record["holder"].AsText()),
            };
        }
        catch (Exception e) when (e is InvalidCastException or FormatException)
        {
            throw new NewCitizenException(RelayErrors.PositionMalformed, e, record.Key.Id.ToString());
        }
    }

    internal WriteBatch AddTo(WriteBatch batch) => batch.Put(
        RelayKinds.Position,
        IdOf(Name),
        Version == 0 ? ExpectedVersion.Missing : ExpectedVersion.Exactly(Version),
        [
            FieldValue.Text(Name),
            FieldValue.Text(NeedsFullCopy ? Trimmed : Running),
            FieldValue.Integer(Position.Epoch),
            FieldValue.Integer(Position.Sequence),
            FieldValue.Text(Holder?.ToString("D")),
            FieldValue.Null,
            FieldValue.Instant(UpdatedAt),
        ],
        "{}"u8.ToArray());
}

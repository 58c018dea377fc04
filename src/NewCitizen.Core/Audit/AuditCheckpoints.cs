using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using NewCitizen.Agencies;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Audit;

/// <summary>How checkpoints stand in a store: ordinary records of the reserved agency <c>system</c>.</summary>
public static class AuditCheckpoints
{
    /// <summary>Kind of the records. A store that keeps an audit log declares it.</summary>
    public static readonly RecordKind Kind = new(
        "audit_checkpoint",
        "Signed state of the audit log (审计检查点).",
        [
            new FieldDefinition("number", FieldType.Integer, "Number of the checkpoint, from 1"),
            new FieldDefinition("size", FieldType.Integer, "Audit entries it signs"),
            new FieldDefinition("signed_at", FieldType.Instant, "When it was signed"),
        ],
        [new IndexDefinition("number", IndexType.Unique), new IndexDefinition("number", IndexType.Ordered)]);

    /// <summary>Owner of the records; no station may have this id.</summary>
    public static readonly AgencyId Agency = AgencyId.Parse("system");

    private const ulong Prefix = 0x6E63_6175_6469_8074;

    /// <summary>Id of the checkpoint with a number (UUID version 8), so that two sequencers conflict instead of forking the log.</summary>
    public static Guid IdOf(long number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Prefix);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], 0x8000_0000_0000_0000 | (ulong)number);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The last checkpoint, or null if there is none.</summary>
    /// <exception cref="AuditException">It cannot be read.</exception>
    public static async ValueTask<AuditCheckpoint?> ReadLastAsync(IRecordStore store, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var page = await store.QueryAsync(new RecordQuery(Agency, Kind, orderBy: "number", descending: true, limit: 1), cancellationToken).ConfigureAwait(false);
        return page.Records is [var record]
            ? Read(record) ?? throw new AuditException(AuditErrors.CheckpointMalformed, Text(record["number"].AsInteger()))
            : null;
    }

    internal static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    internal static WriteBatch Write(AuditCheckpoint checkpoint)
    {
        var body = new AuditCheckpointBody
        {
            Number = checkpoint.Number,
            Size = checkpoint.Size,
            Epoch = checkpoint.Position.Epoch,
            Sequence = checkpoint.Position.Sequence,
            Root = checkpoint.Root,
            Frontier = checkpoint.Frontier,
            Previous = checkpoint.Previous,
            UnixMilliseconds = checkpoint.At.ToUnixTimeMilliseconds(),
            KeyId = checkpoint.KeyId,
            Signature = checkpoint.Signature,
        };
        return new WriteBatch(Agency).Put(
            Kind,
            IdOf(checkpoint.Number),
            ExpectedVersion.Missing,
            [FieldValue.Integer(checkpoint.Number), FieldValue.Integer(checkpoint.Size), FieldValue.Instant(checkpoint.At)],
            JsonSerializer.SerializeToUtf8Bytes(body, AuditJson.Default.AuditCheckpointBody));
    }

    /// <summary>Null if the record is not a checkpoint that agrees with itself.</summary>
    internal static AuditCheckpoint? Read(StoredRecord record)
    {
        try
        {
            var body = JsonSerializer.Deserialize(record.Body.Span, AuditJson.Default.AuditCheckpointBody);
            if (body is null || record.Key.Id != IdOf(body.Number) || record["number"] != FieldValue.Integer(body.Number)
                || record["size"] != FieldValue.Integer(body.Size) || body.Size < 1 || body.Previous.Length != AuditHash.Size)
            {
                return null;
            }

            // The tree refuses a frontier that does not fit the size.
            return new MerkleTree(body.Size, body.Frontier).Root().AsSpan().SequenceEqual(body.Root)
                ? new AuditCheckpoint(
                    body.Number,
                    body.Size,
                    new FeedPosition(body.Epoch, body.Sequence),
                    body.Root,
                    body.Frontier,
                    body.Previous,
                    Instant.FromUnixTimeMilliseconds(body.UnixMilliseconds),
                    body.KeyId,
                    body.Signature)
                : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}

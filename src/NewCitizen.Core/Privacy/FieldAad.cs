using System.Buffers.Binary;
using System.Text;
using NewCitizen.Storage;

namespace NewCitizen.Privacy;

/// <summary>
/// Canonical bytes of a <see cref="FieldContext"/>: agency, kind (each with its length), id, schema version; then the field (with its
/// length) and the occurrence. The first part is the same for all fields of a record.
/// </summary>
internal static class FieldAad
{
    /// <summary>Agency ≤ 32, kind ≤ 40 and field ≤ 64 bytes, with 3 lengths of a byte, id 16, version 4, occurrence 4.</summary>
    public const int MaxSize = 1 + 32 + 1 + 40 + 16 + 4 + 1 + MaxField + 4;

    public const int MaxField = 64;

    public static int WriteRecord(Span<byte> target, RecordKey record, int schemaVersion)
    {
        if (record.Agency == default || record.Kind is null)
        {
            throw new ArgumentException("A protected value belongs to a record.", nameof(record));
        }

        var at = WriteText(target, record.Agency.Value);
        at += WriteText(target[at..], record.Kind.Name);
        record.Id.TryWriteBytes(target[at..], bigEndian: true, out var written);
        at += written;
        BinaryPrimitives.WriteInt32BigEndian(target[at..], schemaVersion);
        return at + 4;
    }

    public static int WriteField(Span<byte> target, string field, int occurrence)
    {
        if (field is not { Length: >= 1 and <= MaxField } || !Ascii.IsValid(field))
        {
            throw new ArgumentException("The name of a protected field has 1 to 64 ASCII characters.", nameof(field));
        }

        var at = WriteText(target, field);
        BinaryPrimitives.WriteInt32BigEndian(target[at..], occurrence);
        return at + 4;
    }

    private static int WriteText(Span<byte> target, string text)
    {
        target[0] = (byte)text.Length;
        return 1 + Encoding.ASCII.GetBytes(text, target[1..]);
    }
}

using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NewCitizen.Audit;

/// <summary>
/// The hash that stores keep beside each audit entry (审计散列): SHA-256 over a leaf tag (RFC 6962) and the length-prefixed fields,
/// so that no two different entries share an encoding.
/// </summary>
public static class AuditHash
{
    private const byte Leaf = 0x00;
    private const uint Absent = 0xFFFFFFFF;

    /// <summary>Computes the hash of an entry: 32 bytes.</summary>
    /// <param name="entry">The entry; its moment counts in whole milliseconds.</param>
    public static byte[] Compute(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var writer = new ArrayBufferWriter<byte>(256);
        writer.Write([Leaf]);
        Span<byte> number = stackalloc byte[16];

        Append(writer, entry.Agency.Value);
        BinaryPrimitives.WriteInt64BigEndian(number, entry.At.ToUnixTimeMilliseconds());
        Append(writer, number[..8]);
        Append(writer, entry.Actor);
        Append(writer, entry.Action);
        Append(writer, entry.SubjectKind);
        if (entry.SubjectId is { } id)
        {
            id.TryWriteBytes(number, bigEndian: true, out _);
            Append(writer, number);
        }
        else
        {
            AppendLength(writer, Absent);
        }

        Append(writer, entry.Purpose);
        Append(writer, entry.Details);
        return SHA256.HashData(writer.WrittenSpan);
    }

    private static void Append(ArrayBufferWriter<byte> writer, string? text)
    {
        if (text is null)
        {
            AppendLength(writer, Absent);
            return;
        }

        AppendLength(writer, (uint)Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, writer);
    }

    private static void Append(ArrayBufferWriter<byte> writer, ReadOnlySpan<byte> bytes)
    {
        AppendLength(writer, (uint)bytes.Length);
        writer.Write(bytes);
    }

    private static void AppendLength(ArrayBufferWriter<byte> writer, uint length)
    {
        BinaryPrimitives.WriteUInt32BigEndian(writer.GetSpan(4), length);
        writer.Advance(4);
    }
}

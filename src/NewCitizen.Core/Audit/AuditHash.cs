using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NewCitizen.Audit;

/// <summary>
/// Hash of an audit entry: the leaf of the Merkle tree (RFC 6962 section 2.1) that stores keep beside the entry.
/// SHA-256 over byte 0x00, then agency, time (Unix milliseconds, 8 bytes big-endian), actor, action, kind, id (16 bytes big-endian) of the
/// subject, purpose and details, each behind its length (4 bytes big-endian; FFFFFFFF for null), texts as UTF-8.
/// </summary>
public static class AuditHash
{
    /// <summary>Length of a hash in bytes.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    private const int OnStack = 1024;

    /// <summary>Computes the hash.</summary>
    public static byte[] Compute(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var most = 1 + (8 * 4) + 8 + 16 + Most(entry.Agency.Value) + Most(entry.Actor) + Most(entry.Action)
            + Most(entry.SubjectKind) + Most(entry.Purpose) + Most(entry.Details);
        var buffer = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        buffer[0] = MerkleTree.LeafPrefix;
        var at = 1;
        WriteText(buffer, ref at, entry.Agency.Value);
        WriteLength(buffer, ref at, 8);
        BinaryPrimitives.WriteInt64BigEndian(buffer[at..], entry.At.ToUnixTimeMilliseconds());
        at += 8;
        WriteText(buffer, ref at, entry.Actor);
        WriteText(buffer, ref at, entry.Action);
        WriteText(buffer, ref at, entry.SubjectKind);
        if (entry.SubjectId is { } id)
        {
            WriteLength(buffer, ref at, 16);
            id.TryWriteBytes(buffer[at..], bigEndian: true, out _);
            at += 16;
        }
        else
        {
            WriteLength(buffer, ref at, -1);
        }

        WriteText(buffer, ref at, entry.Purpose);
        WriteText(buffer, ref at, entry.Details);
        return SHA256.HashData(buffer[..at]);
    }

    private static int Most(string? text) => text is null ? 0 : Encoding.UTF8.GetMaxByteCount(text.Length);

    private static void WriteText(Span<byte> buffer, ref int at, string? text)
    {
        if (text is null)
        {
            WriteLength(buffer, ref at, -1);
            return;
        }

        var length = Encoding.UTF8.GetBytes(text, buffer[(at + 4)..]);
        WriteLength(buffer, ref at, length);
        at += length;
    }

    private static void WriteLength(Span<byte> buffer, ref int at, int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(buffer[at..], length);
        at += 4;
    }
}

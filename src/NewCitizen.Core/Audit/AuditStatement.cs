using System.Buffers.Binary;

namespace NewCitizen.Audit;

/// <summary>
/// What is signed of a checkpoint: the text <c>newcitizen-audit-checkpoint-1</c>, a zero byte, then big-endian numbers of 8 bytes (number, size,
/// epoch and sequence of the position, Unix milliseconds, key), the root, the hash before, and the frontier.
/// </summary>
internal static class AuditStatement
{
    private const int NumbersSize = 6 * 8;

    private static ReadOnlySpan<byte> Domain => "newcitizen-audit-checkpoint-1\0"u8;

    public static byte[] Bytes(AuditCheckpoint checkpoint)
    {
        var bytes = new byte[Domain.Length + NumbersSize + (AuditHash.Size * (2 + checkpoint.Frontier.Count))];
        Domain.CopyTo(bytes);
        var rest = bytes.AsSpan(Domain.Length);
        foreach (var number in (ReadOnlySpan<long>)
            [checkpoint.Number, checkpoint.Size, checkpoint.Position.Epoch, checkpoint.Position.Sequence, checkpoint.At.ToUnixTimeMilliseconds(), checkpoint.KeyId])
        {
            BinaryPrimitives.WriteInt64BigEndian(rest, number);
            rest = rest[8..];
        }

        foreach (var hash in (ReadOnlySpan<byte[]>)[checkpoint.Root, checkpoint.Previous, .. checkpoint.Frontier])
        {
            hash.CopyTo(rest);
            rest = rest[AuditHash.Size..];
        }

        return bytes;
    }
}

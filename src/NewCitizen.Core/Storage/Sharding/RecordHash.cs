using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NewCitizen.Storage.Sharding;

/// <summary>SHA-256 over all that a record is: id, version, whether it is a tombstone, fields and body.</summary>
internal static class RecordHash
{
    public static byte[] Compute(StoredRecord record)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> head = stackalloc byte[25];
        record.Key.Id.TryWriteBytes(head, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(head[16..], record.Version);
        head[24] = record.IsTombstone ? (byte)1 : (byte)0;
        hash.AppendData(head);
        foreach (var field in record.Fields)
        {
            Append(hash, field);
        }

        hash.AppendData(record.Body.Span);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, FieldValue value)
    {
        if (value.IsNull)
        {
            Head(hash, 0, 0);
        }
        else if (value.IsMany)
        {
            Head(hash, 1, value.AsMany().Count);
            foreach (var member in value.AsMany())
            {
                Append(hash, member);
            }
        }
        else
        {
            var content = value.Type switch
            {
                FieldType.Text => Encoding.UTF8.GetBytes(value.AsText()),
                FieldType.Bytes => value.AsBytes(),
                _ => [],
            };
            Head(hash, (byte)(2 + (int)value.Type), value.Type is FieldType.Text or FieldType.Bytes ? content.Length : value.RawNumber);
            hash.AppendData(content);
        }
    }

    private static void Head(IncrementalHash hash, byte type, long number)
    {
        Span<byte> head = stackalloc byte[9];
        head[0] = type;
        BinaryPrimitives.WriteInt64BigEndian(head[1..], number);
        hash.AppendData(head);
    }
}

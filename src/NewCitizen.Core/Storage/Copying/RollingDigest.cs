using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NewCitizen.Agencies;

namespace NewCitizen.Storage.Copying;

/// <summary>Hashes what one store holds while it is read: one hash an agency and kind.</summary>
internal sealed class RollingDigest : IDisposable
{
    private const byte Null = 0;
    private const byte Set = 0x80;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly List<KindDigest> _kinds = [];
    private AgencyId _agency;
    private string? _kind;
    private long _living;
    private long _tombstones;

    /// <summary>All that was added, ended by a kind or agency that differs or by <see cref="End"/>.</summary>
    public IReadOnlyList<KindDigest> Kinds => _kinds;

    public void Add(StoredRecord record)
    {
        if (record.Key.Agency != _agency || record.Key.Kind.Name != _kind)
        {
            End();
            (_agency, _kind) = (record.Key.Agency, record.Key.Kind.Name);
        }

        if (record.IsTombstone)
        {
            _tombstones++;
        }
        else
        {
            _living++;
        }

        _buffer.ResetWrittenCount();
        record.Key.Id.TryWriteBytes(_buffer.GetSpan(16), bigEndian: true, out _);
        _buffer.Advance(16);
        Write(record.Version);
        Write(record.IsTombstone ? (byte)1 : (byte)0);
        foreach (var field in record.Fields)
        {
            Write(field);
        }

        Write(record.Body.Length);
        _hash.AppendData(_buffer.WrittenSpan);
        _hash.AppendData(record.Body.Span);
    }

    public void End()
    {
        if (_kind is not null)
        {
            _kinds.Add(new(_agency, _kind, _living, _tombstones, Convert.ToHexStringLower(_hash.GetHashAndReset())));
        }

        (_kind, _living, _tombstones) = (null, 0, 0);
    }

    public void Dispose() => _hash.Dispose();

    private void Write(FieldValue value)
    {
        if (value.IsNull)
        {
            Write(Null);
        }
        else if (value.IsMany)
        {
            // The type of an empty set is nobody's business, so it is left to the members.
            var members = value.AsMany();
            Write(Set);
            Write(members.Count);
            foreach (var member in members)
            {
                Write(member);
            }
        }
        else
        {
            Write((byte)(1 + (int)value.Type));
            switch (value.RawReference)
            {
                case string text:
                    Write(Encoding.UTF8.GetByteCount(text));
                    Encoding.UTF8.GetBytes(text, _buffer);
                    break;
                case byte[] bytes:
                    Write(bytes.Length);
                    _buffer.Write(bytes);
                    break;
                default:
                    Write(value.RawNumber);
                    break;
            }
        }
    }

    private void Write(byte value)
    {
        _buffer.GetSpan(1)[0] = value;
        _buffer.Advance(1);
    }

    private void Write(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(_buffer.GetSpan(8), value);
        _buffer.Advance(8);
    }
}

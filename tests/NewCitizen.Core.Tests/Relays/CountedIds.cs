using System.Buffers.Binary;
using NewCitizen.Hosting;

namespace NewCitizen.Core.Tests.Relays;

/// <summary>Ids 1, 2, 3 and so on.</summary>
internal sealed class CountedIds : IIdGenerator
{
    private long _last;

    public Guid Next() => Of(++_last);

    public static Guid Of(long number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], number);
        return new Guid(bytes, bigEndian: true);
    }
}

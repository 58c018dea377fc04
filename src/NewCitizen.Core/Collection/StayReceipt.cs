using System.Buffers.Binary;
using System.Security.Cryptography;

namespace NewCitizen.Collection;

/// <summary>Numbers of reports that people read out and type: 50 bits of the id's digest in letters that are not mistaken for one another.</summary>
internal static class StayReceipt
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Of(StayReportId id)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(id.Value.ToByteArray(bigEndian: true), digest);
        var bits = BinaryPrimitives.ReadUInt64BigEndian(digest);
        Span<char> text = stackalloc char[14];
        "JD-".CopyTo(text);
        for (var i = 0; i < 10; i++)
        {
            text[3 + i + (i < 5 ? 0 : 1)] = Letters[(int)(bits >> (59 - (5 * i))) & 31];
        }

        text[8] = '-';
        return new string(text);
    }
}

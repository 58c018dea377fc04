using System.Security.Cryptography;
using System.Text;

namespace NewCitizen.Relays;

/// <summary>Ids made from what they stand for (UUID version 8, RFC 9562), so that a second try makes the same one.</summary>
internal static class HashedId
{
    public static Guid Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}

using System.Globalization;

namespace NewCitizen.Plates;

/// <summary>
/// What a plate's QR code carries (门牌令牌): <c>CODE.VERSION.MAC</c>, such as <c>7K3F92M8QX.1.4D0QH3N7ZK2VWY8T</c>: the opaque code, the number of
/// the key, and 80 bits of HMAC-SHA-256 over both. Whoever has no key cannot make one; guessing takes 2^79 scans on average.
/// </summary>
public readonly record struct PlateToken
{
    /// <summary>Most characters.</summary>
    public const int MaxLength = PlateCode.Length + 1 + MaxVersionLength + 1 + MacLength;

    internal const int MacBytes = 10;
    internal const int MacLength = 16;
    private const int MaxVersionLength = 5;

    internal PlateToken(PlateCode code, ushort keyVersion, UInt128 mac) => (Code, KeyVersion, Mac) = (code, keyVersion, mac);

    /// <summary>The plate's code.</summary>
    public PlateCode Code { get; }

    /// <summary>Number of the key it was signed with (密钥版本), from 1.</summary>
    public ushort KeyVersion { get; }

    internal UInt128 Mac { get; }

    /// <summary>Reads a token; says nothing about whether it is genuine. Each token has one spelling but for small letters. Allocates nothing.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PlateToken token)
    {
        token = default;
        if (text.Length is < PlateCode.Length + 3 + MacLength or > MaxLength
            || text[PlateCode.Length] != '.'
            || text[^(MacLength + 1)] != '.'
            || !PlateCode.TryParse(text[..PlateCode.Length], out var code)
            || !Base32.TryRead(text[^MacLength..], out var mac))
        {
            return false;
        }

        // Plain digits without a leading zero: 01 would be a second spelling of 1.
        var version = text[(PlateCode.Length + 1)..^(MacLength + 1)];
        if (version[0] == '0' || !ushort.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        token = new(code, number, mac);
        return true;
    }

    /// <summary>The text for the address in the QR code.</summary>
    public override string ToString()
    {
        Span<char> text = stackalloc char[MaxLength];
        Code.Write(text);
        text[PlateCode.Length] = '.';
        KeyVersion.TryFormat(text[(PlateCode.Length + 1)..], out var digits, default, CultureInfo.InvariantCulture);
        var end = PlateCode.Length + 1 + digits;
        text[end] = '.';
        Base32.Write(Mac, text.Slice(end + 1, MacLength));
        return new(text[..(end + 1 + MacLength)]);
    }
}

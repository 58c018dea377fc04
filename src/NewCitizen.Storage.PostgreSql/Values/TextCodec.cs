using System.Text;

namespace NewCitizen.Storage.PostgreSql.Values;

/// <summary>
/// PostgreSQL has no U+0000 in text. It is kept as U+0001 U+0001, and U+0001 as U+0001 U+0002: nothing is lost and the order stays the same.
/// </summary>
internal static class TextCodec
{
    public static string Encode(string text) => text.AsSpan().IndexOfAny('\0', '\u0001') < 0
        ? text
        : new StringBuilder(text).Replace("\u0001", "\u0001\u0002").Replace("\0", "\u0001\u0001").ToString();

    public static string? EncodeOrNull(string? text) => text is null ? null : Encode(text);

    public static string Decode(string text)
    {
        if (!text.Contains('\u0001', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            plain.Append(text[i] != '\u0001' ? text[i] : ++i < text.Length && text[i] == '\u0001' ? '\0' : '\u0001');
        }

        return plain.ToString();
    }
}

using System.Text;

namespace NewCitizen.Exchange.Tables;

/// <summary>How the bytes of a text file become characters.</summary>
/// <param name="Name">Such as <c>utf-8</c>.</param>
/// <param name="Encoding">Marks every undecodable sequence with <see cref="Undecodable"/>.</param>
/// <param name="Preamble">Bytes of the byte order mark to skip.</param>
internal sealed record TextEncoding(string Name, Encoding Encoding, int Preamble)
{
    /// <summary>A noncharacter (Unicode 23.7) that no text may hold: it marks the place of undecodable bytes, so that the reader can name the line.</summary>
    public const char Undecodable = '\uFFFF';

    private const int Gb18030CodePage = 54936;

    // Taken from the provider directly: registering it would change Encoding.GetEncoding for the whole process.
    private static readonly Encoding s_gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(Gb18030CodePage)
        ?? throw new NotSupportedException("GB18030 is missing from this framework.");

    public static TextEncoding Utf8(int preamble = 0) => new("utf-8", Strict(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)), preamble);

    public static TextEncoding Gb18030() => new("gb18030", Strict(s_gb18030), 0);

    public static TextEncoding Of(Encoding encoding, int preamble) => new(encoding.WebName, Strict(encoding), preamble);

    private static Encoding Strict(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = new DecoderReplacementFallback("\uFFFF");
        return strict;
    }
}

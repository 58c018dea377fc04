using System.Buffers;

namespace NewCitizen.Codes;

/// <summary>Brings names to one form before look-up: half width, no spaces, upper-case ASCII.</summary>
internal static class CodeText
{
    private const int StackLimit = 128;

    /// <summary>The normal form; the same instance when nothing had to change.</summary>
    public static string Normalise(string text)
    {
        var buffer = text.Length <= StackLimit ? stackalloc char[StackLimit] : new char[text.Length];
        var length = Normalise(text, buffer);
        return buffer[..length].SequenceEqual(text) ? text : new string(buffer[..length]);
    }

    /// <summary>Writes the normal form and returns its length, which is never more than that of the text.</summary>
    public static int Normalise(ReadOnlySpan<char> text, Span<char> destination)
    {
        var length = 0;
        foreach (var c in text)
        {
            // U+3000 and all other blanks, zero-width marks and the byte-order mark that spreadsheets leave behind.
            if (char.IsWhiteSpace(c) || c is '\u200B' or '\u200C' or '\u200D' or '\uFEFF')
            {
                continue;
            }

            var half = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
            destination[length++] = char.IsAsciiLetterLower(half) ? (char)(half - 32) : half;
        }

        return length;
    }
}

using System.Globalization;
using System.Text;

namespace NewCitizen.Appointments.CalendarFiles;

/// <summary>Lines of a calendar file: escaped, folded at 75 octets between characters, ended by CRLF (RFC 5545, 3.1 and 3.3.11).</summary>
internal sealed class CalendarLines
{
    private const int LongestLine = 75;

    private readonly List<byte> _bytes = [];

    public byte[] ToArray() => [.. _bytes];

    /// <summary>Adds a line whose value is written as it is.</summary>
    public CalendarLines Add(string line)
    {
        Span<byte> character = stackalloc byte[4];
        var length = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            var size = rune.EncodeToUtf8(character);
            if (length + size > LongestLine)
            {
                _bytes.AddRange("\r\n "u8);
                length = 1;
            }

            _bytes.AddRange(character[..size]);
            length += size;
        }

        _bytes.AddRange("\r\n"u8);
        return this;
    }

    /// <summary>Adds a line with a text of people; nothing if there is none.</summary>
    public CalendarLines AddText(string name, string? text) => string.IsNullOrEmpty(text) ? this : Add($"{name}:{Escape(text)}");

    /// <summary>A text as the value of a parameter: quoted. It cannot hold quotes or line breaks, so they become apostrophes and spaces.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var c in text)
        {
            quoted.Append(c switch { '"' => '\'', _ when char.IsControl(c) => ' ', _ => c });
        }

        return quoted.Append('"').ToString();
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\' or ';' or ',':
                    escaped.Append('\\').Append(text[i]);
                    break;
                case '\r':
                    // CR, LF and both together are one line break.
                    escaped.Append("\\n");
                    i += i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                    break;
                case '\n':
                    escaped.Append("\\n");
                    break;
                case '\t':
                    escaped.Append('\t');
                    break;
                case var c when char.GetUnicodeCategory(c) == UnicodeCategory.Control:
                    // Not allowed in a text at all (RFC 5545, 3.1: TEXT is SAFE-CHAR and HTAB).
                    break;
                default:
                    escaped.Append(text[i]);
                    break;
            }
        }

        return escaped.ToString();
    }
}

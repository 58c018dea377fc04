using System.Buffers;
using System.Globalization;
using System.Text;
using NewCitizen.Errors;

namespace NewCitizen.People;

/// <summary>Brings names into the normal form of <see cref="PersonName"/> or says why a text is no name.</summary>
internal static class PersonNameNormaliser
{
    /// <summary>UTF-16 units looked at; normalising more is work for nothing.</summary>
    public const int MaxInput = 512;

    private const int MaxUnits = 240;
    private const char Dot = '·';

    public static string? Normalise(ReadOnlySpan<char> text, out ErrorCode? error)
    {
        // Most names, and all that come back from a store: one character a letter, nothing that could be written otherwise.
        if (text.Length is >= 1 and <= PersonName.MaxLength && !text.ContainsAnyExceptInRange('\u4E00', '\u9FFF'))
        {
            error = null;
            return text.ToString();
        }

        text = TrimInvisible(text);
        error = text.IsEmpty ? PeopleErrors.NameEmpty : text.Length > MaxInput ? PeopleErrors.NameLength : null;
        if (error is not null || Fold(text, out error) is not { } folded)
        {
            return null;
        }

        var normal = Join(folded);
        error = normal.Length == 0 ? PeopleErrors.NameEmpty
            : normal.Length > MaxUnits || new StringInfo(normal).LengthInTextElements > PersonName.MaxLength ? PeopleErrors.NameLength
            : Check(normal);
        return error is null ? normal : null;
    }

    public static bool HasHan(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsHan(rune))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Signs that join the parts of a name and say nothing of their own.</summary>
    public static bool IsJoiner(Rune rune) => rune.Value is Dot or ' ' or '-' or '\'' or '.';

    private static ReadOnlySpan<char> TrimInvisible(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && (char.IsWhiteSpace(text[0]) || IsInvisible(text[0])))
        {
            text = text[1..];
        }

        while (!text.IsEmpty && (char.IsWhiteSpace(text[^1]) || IsInvisible(text[^1])))
        {
            text = text[..^1];
        }

        return text;
    }

    private static string? Fold(ReadOnlySpan<char> text, out ErrorCode? error)
    {
        error = null;
        var folded = new StringBuilder(text.Length);
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var used) != OperationStatus.Done)
            {
                error = PeopleErrors.NameCharacter;
                return null;
            }

            text = text[used..];
            if (!IsInvisible(rune.Value))
            {
                folded.Append(rune.Value switch
                {
                    0x2022 or 0x2027 or 0x2219 or 0x22C5 or 0x2E31 or 0x30FB or 0xFF65 or 0x0387 => "·",
                    0x2018 or 0x2019 or 0x02BC or 0xFF07 or 0x0060 or 0x00B4 => "'",
                    0x2010 or 0x2011 or 0x2013 or 0x2212 or 0xFE63 or 0xFF0D => "-",
                    // Unified ideographs sit in none of these blocks, so the lossy form is safe here and only here.
                    (>= 0xFF00 and <= 0xFFEF) or (>= 0x2E80 and <= 0x2FDF) or (>= 0xFB00 and <= 0xFB06) => rune.ToString().Normalize(NormalizationForm.FormKC),
                    _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator => " ",
                    _ => rune.ToString(),
                });
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    // Settles dots and spaces, which need to see their neighbours.
    private static string Join(string text)
    {
        var han = HasHan(text);
        var joined = new StringBuilder(text.Length);
        var previous = default(Rune);
        var space = false;
        foreach (var next in text.EnumerateRunes())
        {
            var rune = han && next.Value == '.' ? new Rune(Dot) : next;
            if (rune.Value == ' ')
            {
                space = true;
                continue;
            }

            if (rune.Value == Dot && previous.Value == Dot)
            {
                space = false;
                continue;
            }

            var closed = rune.Value == Dot || previous.Value == Dot || (IsHan(previous) && IsHan(rune));
            if (space && !closed && joined.Length > 0)
            {
                joined.Append(' ');
            }

            space = false;
            joined.Append(rune);
            previous = rune;
        }

        return joined.ToString();
    }

    private static ErrorCode? Check(string name)
    {
        var last = default(Rune);
        var first = true;
        foreach (var rune in name.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category == UnicodeCategory.PrivateUse)
            {
                return PeopleErrors.NamePrivateUse;
            }

            var letter = IsHan(rune) || (Rune.IsLetter(rune) && rune.Value is not (0x115F or 0x1160 or 0x3164));
            var mark = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            if (!letter && (first || (!mark && !IsJoiner(rune))))
            {
                return PeopleErrors.NameCharacter;
            }

            first = false;
            last = rune;
        }

        return last.Value is Dot or '-' ? PeopleErrors.NameCharacter : null;
    }

    // By range and not by category, so that characters younger than the runtime's tables are letters too. 〇 and 々 write names.
    private static bool IsHan(Rune rune) => rune.Value is 0x3005 or 0x3007
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x3FFFD);

    private static bool IsInvisible(int value) => value is 0x00AD or (>= 0x200B and <= 0x200F) or 0x2060 or 0xFEFF or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}

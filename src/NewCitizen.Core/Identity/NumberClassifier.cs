using NodaTime;

namespace NewCitizen.Identity;

/// <summary>Decides which kind a text was meant to be; the table is documented at <see cref="IdentityNumberRecogniser"/>.</summary>
internal static class NumberClassifier
{
    private const int Longest = 32;

    public static NumberKind Classify(ReadOnlySpan<char> text, NumberGroup? group, LocalDate? asOf)
    {
        if (group == NumberGroup.Organisation)
        {
            return NumberKind.UnifiedSocialCreditCode;
        }

        if (group == NumberGroup.Mobile)
        {
            return NumberKind.Mobile;
        }

        if (text.IsEmpty || text.Length > Longest)
        {
            return NumberKind.Citizen;
        }

        Span<char> folded = stackalloc char[Longest];
        for (var i = 0; i < text.Length; i++)
        {
            folded[i] = char.ToUpperInvariant(text[i] is >= '\uFF01' and <= '\uFF5E' ? (char)(text[i] - 0xFEE0) : text[i]);
        }

        var any = group is null;
        folded = folded[..text.Length];
        return any && LooksMobile(folded) ? NumberKind.Mobile
            : LooksTravelPermit(folded) ? NumberKind.TravelPermit
            : folded.Length is >= 16 and <= 20 && StartsLikeNumber(folded) ? Long(folded, any, asOf)
            : folded.Length == ForeignResidentNumber.OldLength && IsLetters(folded[..3]) ? NumberKind.ForeignResident
            : LooksPassport(folded) ? NumberKind.Passport
            : NumberKind.Citizen;
    }

    private static bool LooksMobile(ReadOnlySpan<char> text) =>
        text[0] == '+'
        || (NumberText.AllDigits(text) && (text.Length == 11
            || (text.Length == 13 && (text.StartsWith("861", StringComparison.Ordinal) || text.StartsWith("14", StringComparison.Ordinal)))
            || text.StartsWith("00861", StringComparison.Ordinal)));

    private static bool LooksTravelPermit(ReadOnlySpan<char> text)
    {
        if (text[0] is 'H' or 'M')
        {
            return text.Length is >= 9 and <= 12 && NumberText.AllDigits(text[(text[1] == 'A' ? 2 : 1)..]);
        }

        return text.Length switch
        {
            8 or 10 => NumberText.AllDigits(text),
            11 => NumberText.AllDigits(text[..10]) && char.IsAsciiLetterUpper(text[10]),
            13 => NumberText.AllDigits(text[..10]) && text[10] == '(' && text[12] == ')',
            _ => false,
        };
    }

    // Passports of 16 and more characters are unheard of, numbers with a slip in them are not.
    private static bool StartsLikeNumber(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return digits >= 8 && (char.IsAsciiDigit(text[0]) || UnifiedSocialCreditCode.Authorities.Contains(text[0], StringComparison.Ordinal));
    }

    private static NumberKind Long(ReadOnlySpan<char> text, bool any, LocalDate? asOf)
    {
        var person = text[0] == '9' ? NumberKind.ForeignResident
            : text[0] == '8' && text[1] is >= '1' and <= '3' ? NumberKind.HmtPermit
            : NumberKind.Citizen;
        if (!any || IsValid(text, person, asOf))
        {
            return person;
        }

        if (UnifiedSocialCreditCode.TryParse(text, out _, out _))
        {
            return NumberKind.UnifiedSocialCreditCode;
        }

        return LooksLikeCreditCode(text) ? NumberKind.UnifiedSocialCreditCode : person;
    }

    private static bool IsValid(ReadOnlySpan<char> text, NumberKind person, LocalDate? asOf) => person == NumberKind.ForeignResident
        ? asOf is { } day ? ForeignResidentNumber.TryParse(text, day, out _, out _) : ForeignResidentNumber.TryParse(text, out _, out _)
        : asOf is { } today ? CitizenNumber.TryParse(text, today, out _, out _) : CitizenNumber.TryParse(text, out _, out _);

    // Neither number is valid: which one was it meant to be?
    private static bool LooksLikeCreditCode(ReadOnlySpan<char> text)
    {
        if (LooksLikeBirth(text[6..14]))
        {
            return false;
        }

        var body = text[..Math.Min(17, text.Length - 1)];
        var letters = 0;
        foreach (var c in body)
        {
            letters += char.IsAsciiLetter(c) ? 1 : 0;
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }
        }

        if (text[0] is '9' or 'A' or 'N' or 'Y')
        {
            return true;
        }

        var publishedClass = text[..2] is "11" or "12" or "13" or "51" or "52" or "53" or "81";
        return letters switch
        {
            0 => publishedClass && char.IsAsciiLetter(text[^1]) && text[^1] != 'X',
            // One letter where the century of a birth still reads well is a slip of the finger.
            1 => publishedClass && text[6..8] is not ("18" or "19" or "20"),
            _ => UnifiedSocialCreditCode.Authorities.Contains(text[0], StringComparison.Ordinal),
        };
    }

    private static bool LooksLikeBirth(ReadOnlySpan<char> text) =>
        NumberText.AllDigits(text)
        && text[..2] is ("18" or "19" or "20")
        && int.Parse(text[4..6], System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 12
        && int.Parse(text[6..], System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 31;

    private static bool LooksPassport(ReadOnlySpan<char> text)
    {
        if (text.Length is < PassportNumber.MinLength or > PassportNumber.MaxLength)
        {
            return false;
        }

        var letters = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }

            letters += char.IsAsciiLetter(c) ? 1 : 0;
        }

        // Words have no digits; nine digits alone are a passport of several countries.
        return letters == 0 ? text.Length == 9 : letters < text.Length;
    }

    private static bool IsLetters(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('A', 'Z');
}

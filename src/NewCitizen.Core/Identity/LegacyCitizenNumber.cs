using System.Diagnostics.CodeAnalysis;
using NewCitizen.Errors;

namespace NewCitizen.Identity;

/// <summary>
/// The way in for 15-digit numbers (15 位旧号码) of historical data: six digits of address, yyMMdd, three of sequence. Nobody
/// holds a card with one: they stopped being valid on 2013-01-01 (居民身份证法 art. 23). Only import paths call this;
/// <see cref="CitizenNumber"/> never accepts fifteen digits.
/// </summary>
public static class LegacyCitizenNumber
{
    internal const int TextLength = 15;

    /// <summary>
    /// Upgrades a 15-digit number to the 18 characters of GB 11643-1999: the century is 19, but 18 for the sequences 996 to 999,
    /// which were kept for people aged 100 and above; then the check character is added.
    /// </summary>
    /// <param name="text">Exactly fifteen ASCII digits.</param>
    /// <param name="number">The 18-character number.</param>
    /// <param name="error">The first thing wrong: empty, length, character, region, date. There is no check digit to be wrong.</param>
    public static bool TryUpgrade(ReadOnlySpan<char> text, out CitizenNumber number, [NotNullWhen(false)] out ErrorCode? error)
    {
        number = default;
        error = text.Length != TextLength ? NumberText.WrongLength(text, TextLength)
            : !NumberText.AllDigits(text) ? IdentityErrors.Character
            : !Provinces.IsNumberPrefix((uint)Number(text[..2])) ? IdentityErrors.Region
            : null;
        if (error is not null)
        {
            return false;
        }

        var sequence = Number(text[12..]);
        var year = (sequence >= 996 ? 1800 : 1900) + Number(text[6..8]);
        var month = Number(text[8..10]);
        var day = Number(text[10..12]);
        var birth = (year * 1_00_00) + (month * 1_00) + day;
        if (!Gb11643.IsBirth((uint)year, (uint)month, (uint)day, birth, latest: 1999_12_31))
        {
            error = IdentityErrors.Date;
            return false;
        }

        number = CitizenNumber.FromParts(Number(text[..6]), birth, sequence);
        return true;
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = (value * 10) + (digit - '0');
        }

        return value;
    }
}

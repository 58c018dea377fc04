using FluentValidation;
using NewCitizen.Addresses;
using NewCitizen.Divisions;

namespace NewCitizen.Validation.Addresses;

/// <summary>Rules several commands share about addresses.</summary>
internal static class AddressRules
{
    /// <summary>An address as managers take it.</summary>
    public static void Address<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(text => text is not null && text.AsSpan().IndexOfAnyExcept(' ', '\u3000', '\t') >= 0).Says(AddressErrors.Empty)
        .Must(text => text is null || text.Trim().Length <= DeclareAddress.MaxLength).Says(AddressErrors.TooLong, "200")
        .Must(text => text is null || !text.Any(char.IsControl)).Says(AddressErrors.Character);

    /// <summary>Whether the six digits of a division code are, or were, in the table; what follows them is left to the office.</summary>
    public static bool IsKnownDivision(string? code)
    {
        if (string.IsNullOrWhiteSpace(code)) return true;
        var text = code.AsSpan().Trim();
        return text.Length is 6 or 9 or 12
            && !text.ContainsAnyExceptInRange('0', '9')
            && DivisionCode.TryParse(text[..6], out var division, out _)
            && DivisionTable.Default.Find(division) is not null;
    }
}

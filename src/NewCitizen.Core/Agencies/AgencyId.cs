using System.Diagnostics.CodeAnalysis;

namespace NewCitizen.Agencies;

/// <summary>
/// Identifies a station (站点) or department (部门): the scope of every store call. 1 to 32 characters of
/// <c>a–z</c>, <c>0–9</c> and <c>-</c>, so that it sorts the same in every database and is safe in a path.
/// </summary>
public readonly record struct AgencyId : IComparable<AgencyId>
{
    private readonly string? _value;

    private AgencyId(string value) => _value = value;

    /// <summary>The text; empty for <see langword="default"/>, which no store accepts.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Reads an agency id.</summary>
    /// <exception cref="FormatException">The text is not a valid id.</exception>
    public static AgencyId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("An agency id has 1 to 32 characters of a-z, 0-9 and '-'.");

    /// <summary>Reads an agency id without throwing.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AgencyId id)
    {
        var valid = text is { Length: >= 1 and <= 32 };
        for (var i = 0; valid && i < text!.Length; i++)
        {
            valid = char.IsAsciiLetterLower(text[i]) || char.IsAsciiDigit(text[i]) || text[i] == '-';
        }

        id = valid ? new AgencyId(text!) : default;
        return valid;
    }

    /// <summary>Ordinal order of the text.</summary>
    public int CompareTo(AgencyId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}

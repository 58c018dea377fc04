using System.Diagnostics.CodeAnalysis;

namespace NewCitizen.Cases;

/// <summary>Identifies the follow-up of a negative rating (差评整改编号).</summary>
/// <param name="Value">128 bits; never all zero in a stored record.</param>
public readonly record struct RatingFollowUpId(Guid Value) : IParsable<RatingFollowUpId>, IComparable<RatingFollowUpId>
{
    /// <inheritdoc/>
    public static RatingFollowUpId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RatingFollowUpId result)
    {
        var valid = Guid.TryParse(s, out var value);
        result = new(value);
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(RatingFollowUpId other) => Value.CompareTo(other.Value);

    /// <summary>The id as 32 hexadecimal digits with hyphens; not personal data.</summary>
    public override string ToString() => Value.ToString();
}

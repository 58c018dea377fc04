using System.Diagnostics.CodeAnalysis;
using NewCitizen.Hosting;

namespace NewCitizen.Grid;

/// <summary>Identifies a grid worker (网格员号).</summary>
/// <param name="Value">128 bits; never all zero in a stored record.</param>
public readonly record struct GridWorkerId(Guid Value) : IParsable<GridWorkerId>, IComparable<GridWorkerId>
{
    /// <summary>A new id.</summary>
    public static GridWorkerId New(IIdGenerator ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return new(ids.Next());
    }

    /// <inheritdoc/>
    public static GridWorkerId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out GridWorkerId result)
    {
        var valid = Guid.TryParse(s, out var value);
        result = new(value);
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(GridWorkerId other) => Value.CompareTo(other.Value);

    /// <summary>The id as 32 hexadecimal digits with hyphens; not personal data.</summary>
    public override string ToString() => Value.ToString();
}

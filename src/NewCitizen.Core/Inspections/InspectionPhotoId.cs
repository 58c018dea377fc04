using System.Diagnostics.CodeAnalysis;
using NewCitizen.Hosting;

namespace NewCitizen.Inspections;

/// <summary>Identifies a photo of an inspection (检查照片编号).</summary>
/// <param name="Value">128 bits; never all zero in a stored record.</param>
public readonly record struct InspectionPhotoId(Guid Value) : IParsable<InspectionPhotoId>, IComparable<InspectionPhotoId>
{
    /// <summary>A new id.</summary>
    public static InspectionPhotoId New(IIdGenerator ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return new(ids.Next());
    }

    /// <inheritdoc/>
    public static InspectionPhotoId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out InspectionPhotoId result)
    {
        var valid = Guid.TryParse(s, out var value);
        result = new(value);
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(InspectionPhotoId other) => Value.CompareTo(other.Value);

    /// <summary>The id as 32 hexadecimal digits with hyphens; not personal data.</summary>
    public override string ToString() => Value.ToString();
}

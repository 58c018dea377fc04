using NewCitizen.Privacy;

namespace NewCitizen.Residents;

/// <summary>Where a person's household is registered (户籍地).</summary>
/// <param name="Address">The address as stated.</param>
/// <param name="DivisionCode">Its six-digit GB/T 2260 code, where known; the code at that time, perhaps abolished since.</param>
public sealed record Origin([property: PersonalData(PersonalDataLevel.Ordinary)] string Address, string? DivisionCode = null)
{
    /// <summary>The division only.</summary>
    public override string ToString() => DivisionCode ?? "unknown division";
}

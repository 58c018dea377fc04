using NewCitizen.Privacy;
using NewCitizen.Residents;

namespace NewCitizen.Cases;

/// <summary>Who applies, as stated, where the person has no file (填报的申请人).</summary>
public sealed record StatedApplicant
{
    /// <summary>Name.</summary>
    [PersonalData]
    public required string Name { get; init; }

    /// <summary>Identity document; null where the item does not need one.</summary>
    public StatedDocument? Document { get; init; }

    /// <summary>Mobile number.</summary>
    [PersonalData]
    public required string Phone { get; init; }

    /// <summary>Nothing personal.</summary>
    public override string ToString() => "applicant";
}

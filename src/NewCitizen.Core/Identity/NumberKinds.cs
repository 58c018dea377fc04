namespace NewCitizen.Identity;

/// <summary>Names of <see cref="NumberKind"/> in files and on the command line.</summary>
public static class NumberKinds
{
    /// <summary>The stable name, such as <c>hmt-permit</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such kind.</exception>
    public static string WireName(this NumberKind kind) => kind switch
    {
        NumberKind.Citizen => "citizen",
        NumberKind.HmtPermit => "hmt-permit",
        NumberKind.ForeignResident => "foreign-resident",
        NumberKind.TravelPermit => "travel-permit",
        NumberKind.Passport => "passport",
        NumberKind.UnifiedSocialCreditCode => "uscc",
        NumberKind.Mobile => "mobile",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

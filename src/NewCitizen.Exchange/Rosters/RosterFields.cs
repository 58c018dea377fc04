namespace NewCitizen.Exchange.Rosters;

/// <summary>Facts about <see cref="RosterField"/>.</summary>
public static class RosterFields
{
    /// <summary>How many fields there are.</summary>
    internal static readonly int Count = Enum.GetValues<RosterField>().Length;

    /// <summary>The Chinese name of a field as reports show it, such as <c>证件号码</c>.</summary>
    public static string ChineseName(RosterField field) => HeadingSynonyms.NameOf(field);
}

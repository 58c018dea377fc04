using NewCitizen.Calendars;

namespace NewCitizen.Services;

/// <summary>
/// The duty to say once, and all together, what is missing (补正的一次性告知): on the spot or within five days of receipt; an office that says
/// nothing in that time has accepted as of the day of receipt. 行政许可法第三十二条, in force since 2004-07-01; days of that law are working days
/// (Art. 82). The number is as commonly cited; compare it with the published text before relying on it.
/// </summary>
public static class SupplementRule
{
    /// <summary>How long the office has to say what is missing: 5 working days; the day of receipt is not counted.</summary>
    public static WorkingDays TellWithin { get; } = new(5);

    /// <summary>Where it stands.</summary>
    public static LegalBasis Basis { get; } = new("中华人民共和国行政许可法", "第三十二条");
}

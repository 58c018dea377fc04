using NewCitizen.Housing;
using NewCitizen.Privacy;
using NewCitizen.Residents;
using NodaTime;

namespace NewCitizen.Collection;

/// <summary>Command: report that somebody lives somewhere, or no longer does (居住申报), by the resident, landlord, employer or a grid worker.</summary>
public sealed record ReportStay
{
    /// <summary>Who reports.</summary>
    public required ReportingParty Party { get; init; }

    /// <summary>What is reported.</summary>
    public required StayReportKind Kind { get; init; }

    /// <summary>Full name as on the document.</summary>
    [PersonalData(PersonalDataLevel.Ordinary)]
    public required string Name { get; init; }

    /// <summary>The document; required of every party: a landlord must record it (治安管理处罚法第六十八条).</summary>
    public required StatedDocument Document { get; init; }

    /// <summary>The home; this or the address.</summary>
    public RentalPropertyId? Home { get; init; }

    /// <summary>The address as typed, at most 200 characters; this or the home.</summary>
    [PersonalData(PersonalDataLevel.Ordinary)]
    public string? Address { get; init; }

    /// <summary>Division code of the address, where known.</summary>
    public string? DivisionCode { get; init; }

    /// <summary>Day of arrival, not in the future; or first day no longer there, at most a year ahead. For a change it says nothing.</summary>
    public LocalDate On { get; init; }

    /// <summary>Further facts by name (<see cref="StayFacts"/>), without the days of arrival and leaving.</summary>
    [PersonalData(PersonalDataLevel.Ordinary)]
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Values the reporter saw before changing them, by name. A party may so correct what it stated itself, and a grid worker what anybody stated; when the value is no
    /// longer what was seen, it is a conflict.
    /// </summary>
    [PersonalData(PersonalDataLevel.Ordinary)]
    public IReadOnlyDictionary<string, string> Seen { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How sure the reporter is; null: seen on the spot for grid workers, stated for others.</summary>
    public FactConfidence? Confidence { get; init; }

    /// <summary>Lower-case name of the channel, such as <c>portal</c> or <c>collector</c>; 1 to 40 characters.</summary>
    public string Channel { get; init; } = "portal";

    /// <summary>Party and kind: everything else is personal.</summary>
    public override string ToString() => $"{Kind} by {Party}";
}

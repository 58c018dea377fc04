using NewCitizen.Addresses;
using NewCitizen.Grid;
using NewCitizen.Housing;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Collection;

/// <summary>One report of an arrival, departure or change (居住申报). Its values live in the stay; a held one keeps what was stated, encrypted, until it is decided.</summary>
public sealed record StayReport
{
    /// <summary>Identifies the report.</summary>
    public required StayReportId Id { get; init; }

    /// <summary>State that was read.</summary>
    public Revision Revision { get; init; }

    /// <summary>Number people see, such as <c>JD-7K2MQ-04WXA</c> (回执号); made from the id, unique in the agency.</summary>
    public string Receipt => StayReceipt.Of(Id);

    /// <summary>Who reports.</summary>
    public required ReportingParty Party { get; init; }

    /// <summary>What it says.</summary>
    public required StayReportKind Kind { get; init; }

    /// <summary>What became of it.</summary>
    public required StayReportState State { get; init; }

    /// <summary>Of whom; the file that has the number.</summary>
    public required ResidentId Resident { get; init; }

    /// <summary>The stay its facts are in; null while it is held or when it was rejected.</summary>
    public StayFileId? Stay { get; init; }

    /// <summary>Where.</summary>
    public required StandardAddressId Address { get; init; }

    /// <summary>The home, where it was named.</summary>
    public RentalPropertyId? Home { get; init; }

    /// <summary>Day of arrival or leaving; for a change the day of the report.</summary>
    public required LocalDate On { get; init; }

    /// <summary>When it was made.</summary>
    public required Instant ReportedAt { get; init; }

    /// <summary>Account it was made with.</summary>
    public required string Actor { get; init; }

    /// <summary>Through what it came, such as <c>portal</c> or <c>collector</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Names of the facts it stated.</summary>
    public IReadOnlyList<string> FactNames { get; init; } = [];

    /// <summary>Tasks it gave rise to.</summary>
    public IReadOnlyList<GridTaskId> Tasks { get; init; } = [];

    /// <summary>What was stated, as JSON, while the report is held.</summary>
    internal string? Statement { get; init; }

    /// <summary>The id.</summary>
    public override string ToString() => Id.ToString();
}

using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Cases;

/// <summary>One application on its way through the office (办件).</summary>
public sealed record ServiceCase
{
    /// <summary>Identifies the case.</summary>
    public required ServiceCaseId Id { get; init; }

    /// <summary>State that was read.</summary>
    public Revision Revision { get; init; }

    /// <summary>Number people see, such as <c>2026-000123</c>: year in Asia/Shanghai and a count without gaps in the agency (办件编号).</summary>
    public required string Number { get; init; }

    /// <summary>What is asked for.</summary>
    public required ServiceItemId Item { get; init; }

    /// <summary>Where it was handed in.</summary>
    public required ServiceChannels Channel { get; init; }

    /// <summary>Where it is.</summary>
    public required CaseState State { get; init; }

    /// <summary>Who applies.</summary>
    public required CaseApplicant Applicant { get; init; }

    /// <summary>Codes of the papers on file, supplements included.</summary>
    public IReadOnlyList<string> Papers { get; init; } = [];

    /// <summary>Codes of the papers the applicant was told to hand in, alternatives included; null while nobody asked.</summary>
    public IReadOnlyList<string>? AskedFor { get; init; }

    /// <summary>The centre where it was handed in; null online.</summary>
    public ServiceCentreId? Centre { get; init; }

    /// <summary>The window; null online.</summary>
    public string? Window { get; init; }

    /// <summary>The appointment it was brought to; null for none.</summary>
    public Guid? Appointment { get; init; }

    /// <summary>The ticket it was called with; null for none.</summary>
    public Guid? Ticket { get; init; }

    /// <summary>Day from which the limit counts, in Asia/Shanghai; null until accepted.</summary>
    public LocalDate? AcceptedOn { get; init; }

    /// <summary>The limit as it was on the day of acceptance: promised, else statutory; null when neither is configured.</summary>
    public ITimeLimit? Limit { get; init; }

    /// <summary>What the limit rests on: the item's first basis; null for a promised limit or none.</summary>
    public LegalBasis? LimitBasis { get; init; }

    /// <summary>What was done, oldest first.</summary>
    public required IReadOnlyList<CaseStep> Steps { get; init; }

    /// <summary>When it was handed in.</summary>
    public Instant SubmittedAt => Steps[0].At;

    /// <summary>When it came into its state.</summary>
    public Instant LastAt => Steps[^1].At;

    internal LocalDate? DueOnFile { get; init; }

    /// <summary>Which limit runs now, and until when.</summary>
    /// <param name="calendar">The work calendar of the moment.</param>
    public CaseDue Due(WorkCalendar calendar) => CaseLimits.Due(this, calendar);

    /// <summary>The number.</summary>
    public override string ToString() => Number;
}

using NewCitizen.Calendars;
using NewCitizen.Services;
using NodaTime;

namespace NewCitizen.Cases;

/// <summary>Until when something must be done, and what says so (办理期限). Never a guess.</summary>
public sealed record CaseDue
{
    private CaseDue(CaseDueStatus status, LegalBasis? basis)
    {
        Status = status;
        Basis = basis;
    }

    /// <summary>What can be said.</summary>
    public CaseDueStatus Status { get; }

    /// <summary>The last day, in Asia/Shanghai; only when known.</summary>
    public LocalDate? LastDay { get; private init; }

    /// <summary>The year whose holidays are not announced; only then.</summary>
    public int? NotAnnouncedYear { get; private init; }

    /// <summary>What the limit, or that none runs, rests on; null for what an office sets itself.</summary>
    public LegalBasis? Basis { get; }

    /// <summary>Whether the last day is over; null if it is not known.</summary>
    /// <param name="today">Today in Asia/Shanghai.</param>
    public bool? IsOver(LocalDate today) => LastDay is { } day ? today > day : null;

    internal static CaseDue NotRunning(LegalBasis? basis = null) => new(CaseDueStatus.NotRunning, basis);

    internal static CaseDue NotConfigured { get; } = new(CaseDueStatus.NotConfigured, null);

    internal static CaseDue Of(DeadlineAnswer answer, LegalBasis? basis) => answer.LastDay is { } day
        ? new(CaseDueStatus.Known, basis) { LastDay = day }
        : new(CaseDueStatus.NotAnnounced, basis) { NotAnnouncedYear = answer.NotAnnouncedYear };
}

using NewCitizen.Addresses;
using NewCitizen.Divisions;
using NewCitizen.Residents;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Permits;

/// <summary>
/// A residence permit from the application to its end (居住证). It holds its history; how it stands on a day is worked out when it is read
/// (<see cref="StandingOn"/>), so that a suspension needs no job. Who holds it is an id: name and number stay in the person's file.
/// </summary>
public sealed record ResidencePermit
{
    /// <summary>Identifies the permit.</summary>
    public required ResidencePermitId Id { get; init; }

    /// <summary>State that was read.</summary>
    public Revision Revision { get; init; }

    /// <summary>Number the applicant follows it by.</summary>
    public required PermitNumber Number { get; init; }

    /// <summary>The holder's file.</summary>
    public required ResidentId Holder { get; init; }

    /// <summary>Division of the office that took the application.</summary>
    public required DivisionCode Division { get; init; }

    /// <summary>Address on the card (居住地住址).</summary>
    public required StandardAddressId Address { get; init; }

    /// <summary>Which of the three conditions it rests on.</summary>
    public required PermitRoute Route { get; init; }

    /// <summary>Whether a guardian or close relative applied.</summary>
    public bool ByAgent { get; init; }

    /// <summary>Whether it rests on a permit of Beijing or Hebei, without the half year.</summary>
    public bool IsExempt { get; init; }

    /// <summary>First day of the continuous stay it rests on.</summary>
    public LocalDate? StayedSince { get; init; }

    /// <summary>Codes of the papers on file, supplements included.</summary>
    public IReadOnlyList<string> Papers { get; init; } = [];

    /// <summary>Codes of the papers the applicant was told to hand in, alternatives included; null while nobody asked.</summary>
    public IReadOnlyList<string>? AskedFor { get; init; }

    /// <summary>Calendar days a special case has; null unless it was extended.</summary>
    public int? ExtendedDays { get; init; }

    /// <summary>What was done, oldest first.</summary>
    public required IReadOnlyList<PermitStep> Steps { get; init; }

    /// <summary>Day on which the holder is reminded to endorse; null for none, or when it is out.</summary>
    public LocalDate? RemindOn { get; init; }

    /// <summary>What the application needs.</summary>
    public IReadOnlyList<ServiceMaterial> PapersNeeded => PermitPapers.For(Route, ByAgent, IsExempt);

    /// <summary>All that is missing of it (一次性告知).</summary>
    public IReadOnlyList<MissingPaper> PapersMissing => PermitPapers.Missing(PapersNeeded, Papers);

    // The state when it was last written; the calendar may have gone on.
    internal PermitState StateOnFile { get; init; }

    /// <summary>How it stands on a day.</summary>
    /// <param name="on">The day in Asia/Shanghai; days before the last step give the state of then.</param>
    public PermitStanding StandingOn(LocalDate on) => PermitLife.StandingOn(Steps.Select(step => step.ToEvent()), on);

    /// <summary>Its life until a day, each line with its rule.</summary>
    public PermitTrace Trace(LocalDate on) => PermitLife.Trace(Steps.Select(step => step.ToEvent()), on);

    /// <summary>The id.</summary>
    public override string ToString() => Id.ToString();
}

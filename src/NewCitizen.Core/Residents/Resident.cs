using NewCitizen.Agencies;
using NewCitizen.Codes;
using NewCitizen.Identity;
using NewCitizen.People;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Residents;

/// <summary>
/// A new citizen's file (新市民档案, 一人一档): who the person is and was, with everything dated and nothing overwritten.
/// Holds full personal data, so it comes only from calls that state a purpose; pages and lists use <see cref="ResidentOverview"/>.
/// </summary>
public sealed record Resident
{
    /// <summary>Identifies the file.</summary>
    public required ResidentId Id { get; init; }

    /// <summary>State that was read; default for a file not stored yet.</summary>
    public Revision Revision { get; init; }

    /// <summary>State of the file.</summary>
    public ResidentStatus Status { get; init; }

    /// <summary>The file this one was merged into, if it was.</summary>
    public ResidentId? MergedInto { get; init; }

    /// <summary>The agency this file was handed over to, if it was.</summary>
    public AgencyId? HandedOverTo { get; init; }

    /// <summary>Names over time, newest last; at least one.</summary>
    [PersonalData(PersonalDataLevel.Ordinary)]
    public required IReadOnlyList<Dated<PersonName>> Names { get; init; }

    /// <summary>Sex.</summary>
    public Sex Sex { get; init; } = Sex.NotStated;

    /// <summary>Birth date, where known.</summary>
    [PersonalData(PersonalDataLevel.Ordinary)]
    public LocalDate? BirthDate { get; init; }

    /// <summary>Ethnicity, GB/T 3304.</summary>
    public CodedValue? Ethnicity { get; init; }

    /// <summary>Marital status, GB/T 2261.2.</summary>
    public CodedValue? MaritalStatus { get; init; }

    /// <summary>Political status, GB/T 4762.</summary>
    public CodedValue? PoliticalStatus { get; init; }

    /// <summary>Reason for coming, GB/T 31000.</summary>
    public CodedValue? InflowReason { get; init; }

    /// <summary>Household register addresses over time, newest last.</summary>
    public IReadOnlyList<Dated<Origin>> Origins { get; init; } = [];

    /// <summary>Identity documents over time.</summary>
    [PersonalData(PersonalDataLevel.Ordinary)]
    public required IReadOnlyList<Dated<IdentityDocument>> Documents { get; init; }

    /// <summary>Mobile numbers over time.</summary>
    [PersonalData(PersonalDataLevel.Ordinary)]
    public IReadOnlyList<Dated<MobileNumber>> Phones { get; init; } = [];

    /// <summary>Education over time, GB/T 4658.</summary>
    public IReadOnlyList<Dated<CodedValue>> Educations { get; init; } = [];

    /// <summary>Jobs over time.</summary>
    public IReadOnlyList<Dated<Employment>> Employments { get; init; } = [];

    /// <summary>Family ties, GB/T 4761.</summary>
    public IReadOnlyList<Dated<Relation>> Relations { get; init; } = [];

    /// <summary>Declared stays.</summary>
    public IReadOnlyList<ResidenceRegistration> Registrations { get; init; } = [];

    /// <summary>Files merged into this one, with the day.</summary>
    public IReadOnlyList<Dated<ResidentId>> MergedFiles { get; init; } = [];

    /// <summary>Further facts by key (扩展项).</summary>
    public ExtensionBag Extensions { get; init; } = ExtensionBag.Empty;

    /// <summary>Where the file came from.</summary>
    public required RecordSource Source { get; init; }

    /// <summary>Day the file was opened, Asia/Shanghai.</summary>
    public required LocalDate OpenedOn { get; init; }

    /// <summary>The name in use.</summary>
    public PersonName CurrentName => Names[^1].Value;

    /// <summary>Id and masked name.</summary>
    public override string ToString() => $"{Id} {CurrentName}";
}

using NewCitizen.Addresses;
using NewCitizen.Codes;
using NewCitizen.People;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Residents;

/// <summary>A resident's file with personal data masked (脱敏概览): what pages and lists show, without purpose or audit entry.</summary>
public sealed record ResidentOverview
{
    internal ResidentOverview()
    {
    }

    /// <summary>Identifies the file.</summary>
    public ResidentId Id { get; internal init; }

    /// <summary>State that was read; hand it back with a change.</summary>
    public Revision Revision { get; internal init; }

    /// <summary>State of the file.</summary>
    public ResidentStatus Status { get; internal init; }

    /// <summary>The file this one was merged into, if it was.</summary>
    public ResidentId? MergedInto { get; internal init; }

    /// <summary>Name in use, masked.</summary>
    public string MaskedName { get; internal init; } = string.Empty;

    /// <summary>Sex.</summary>
    public Sex Sex { get; internal init; }

    /// <summary>Year of birth, where known.</summary>
    public int? BirthYear { get; internal init; }

    /// <summary>Ethnicity, GB/T 3304.</summary>
    public CodedValue? Ethnicity { get; internal init; }

    /// <summary>Education now, GB/T 4658.</summary>
    public CodedValue? Education { get; internal init; }

    /// <summary>Documents in use, masked.</summary>
    public IReadOnlyList<MaskedDocument> MaskedDocuments { get; internal init; } = [];

    /// <summary>Mobile numbers in use, masked.</summary>
    public IReadOnlyList<string> MaskedPhones { get; internal init; } = [];

    /// <summary>Division of the household register, where known.</summary>
    public string? OriginDivisionCode { get; internal init; }

    /// <summary>Declared stays; an address is an id here and read through <see cref="AddressManager"/>.</summary>
    public IReadOnlyList<ResidenceRegistration> Registrations { get; internal init; } = [];

    /// <summary>Day the file was opened.</summary>
    public LocalDate OpenedOn { get; internal init; }

    /// <summary>Where the file came from.</summary>
    public RecordSource Source { get; internal init; } = null!;

    internal static ResidentOverview Of(Resident resident) => new()
    {
        Id = resident.Id,
        Revision = resident.Revision,
        Status = resident.Status,
        MergedInto = resident.MergedInto,
        MaskedName = resident.CurrentName.ToString(),
        Sex = resident.Sex,
        BirthYear = resident.BirthDate?.Year,
        Ethnicity = resident.Ethnicity,
        Education = resident.Educations.LastOrDefault(dated => dated.IsCurrent)?.Value,
        MaskedDocuments = [.. resident.Documents.Where(dated => dated.IsCurrent).Select(dated => MaskedDocument.Of(dated.Value))],
        MaskedPhones = [.. resident.Phones.Where(dated => dated.IsCurrent).Select(dated => dated.Value.ToString())],
        OriginDivisionCode = resident.Origins.LastOrDefault(dated => dated.IsCurrent)?.Value.DivisionCode,
        Registrations = resident.Registrations,
        OpenedOn = resident.OpenedOn,
        Source = resident.Source,
    };

    /// <summary>Id and masked name.</summary>
    public override string ToString() => $"{Id} {MaskedName}";
}

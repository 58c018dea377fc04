using NewCitizen.Addresses;
using NewCitizen.Codes;
using NewCitizen.People;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Residents;

/// <summary>A resident's file with personal data masked (脱敏概览): what pages and lists show, without purpose or audit entry.</summary>
public sealed record ResidentOverview
{
    internal ResidentOverview(Resident resident)
    {
        Id = resident.Id;
        Revision = resident.Revision;
        Status = resident.Status;
        MergedInto = resident.MergedInto;
        MaskedName = resident.CurrentName.ToString();
        Sex = resident.Sex;
        BirthYear = resident.BirthDate?.Year;
        Ethnicity = resident.Ethnicity;
        Education = resident.Educations.LastOrDefault(dated => dated.IsCurrent)?.Value;
        MaskedDocuments = [.. resident.Documents.Where(dated => dated.IsCurrent).Select(dated => new MaskedDocument(dated.Value.Kind, dated.Value.MaskedNumber))];
        MaskedPhones = [.. resident.Phones.Where(dated => dated.IsCurrent).Select(dated => dated.Value.ToString())];
        OriginDivisionCode = resident.Origins.LastOrDefault(dated => dated.IsCurrent)?.Value.DivisionCode;
        Registrations = resident.Registrations;
        OpenedOn = resident.OpenedOn;
        Source = resident.Source;
    }

    /// <summary>Identifies the file.</summary>
    public ResidentId Id { get; }

    /// <summary>State that was read; hand it back with a change.</summary>
    public Revision Revision { get; }

    /// <summary>State of the file.</summary>
    public ResidentStatus Status { get; }

    /// <summary>The file this one was merged into, if it was.</summary>
    public ResidentId? MergedInto { get; }

    /// <summary>Name in use, masked.</summary>
    public string MaskedName { get; }

    /// <summary>Sex.</summary>
    public Sex Sex { get; }

    /// <summary>Year of birth, where known.</summary>
    public int? BirthYear { get; }

    /// <summary>Ethnicity, GB/T 3304.</summary>
    public CodedValue? Ethnicity { get; }

    /// <summary>Education now, GB/T 4658.</summary>
    public CodedValue? Education { get; }

    /// <summary>Documents in use, masked.</summary>
    public IReadOnlyList<MaskedDocument> MaskedDocuments { get; }

    /// <summary>Mobile numbers in use, masked.</summary>
    public IReadOnlyList<string> MaskedPhones { get; }

    /// <summary>Division of the household register, where known.</summary>
    public string? OriginDivisionCode { get; }

    /// <summary>Declared stays; an address is an id here and read through <see cref="AddressManager"/>.</summary>
    public IReadOnlyList<ResidenceRegistration> Registrations { get; }

    /// <summary>Day the file was opened.</summary>
    public LocalDate OpenedOn { get; }

    /// <summary>Where the file came from.</summary>
    public RecordSource Source { get; }

    /// <summary>Id and masked name.</summary>
    public override string ToString() => $"{Id} {MaskedName}";
}

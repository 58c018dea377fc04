using NewCitizen.Divisions;
using NodaTime;

namespace NewCitizen.Housing.Policies;

/// <summary>
/// The numbers a city has set for homes that are let (出租住房居住标准). The law names none (住房租赁条例第七条 leaves them to governments of districted
/// cities and above); what is null here is not set, and the rules that need it answer NotConfigured.
/// </summary>
public sealed record OccupancyPolicy
{
    /// <summary>Where it holds, with everything below.</summary>
    public required DivisionCode Division { get; init; }

    /// <summary>First day in force, Asia/Shanghai.</summary>
    public required LocalDate Since { get; init; }

    /// <summary>First day no longer in force; null while it is.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Whose standard it is, in Chinese, 1 to 60 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Where it was published; null when not stated.</summary>
    public string? Source { get; init; }

    /// <summary>Least area a person in m², above 0 up to 100.</summary>
    public decimal? AreaPerPerson { get; init; }

    /// <summary>Which area that is.</summary>
    public AreaKind AreaKind { get; init; }

    /// <summary>Most people in a room, 1 to 100.</summary>
    public int? PeoplePerRoom { get; init; }

    /// <summary>Whether a family (法定赡养、抚养、扶养义务关系) may be more than <see cref="PeoplePerRoom"/>.</summary>
    public bool FamilyExempt { get; init; }

    /// <summary>Whether rooms may be let bed by bed.</summary>
    public bool? BedLettingAllowed { get; init; }

    /// <summary>Group rental.</summary>
    public GroupRentalPolicy? GroupRental { get; init; }

    /// <summary>Days after signing within which a lease is filed, 1 to 366.</summary>
    public int? LeaseFilingDays { get; init; }

    /// <summary>From how many homes on a natural person who sublets counts as an enterprise (住房租赁条例第二十条).</summary>
    public int? SublessorHomes { get; init; }

    /// <summary>Whether it is in force on a day.</summary>
    public bool HoldsOn(LocalDate day) => Since <= day && (Until is null || day < Until);

    /// <summary>Division and first day.</summary>
    public override string ToString() => $"{Division} {Since:uuuu-MM-dd}";
}

using NewCitizen.Addresses;
using NewCitizen.Housing;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.Collection;

/// <summary>What several parties report of one person's stay at one address, put together (居住事实档). Values are masked; conflicts are read with a purpose.</summary>
public sealed record StayFile
{
    /// <summary>Identifies it.</summary>
    public required StayFileId Id { get; init; }

    /// <summary>State that was read; default for a new one.</summary>
    public Revision Revision { get; init; }

    /// <summary>Whose stay.</summary>
    public required ResidentId Resident { get; init; }

    /// <summary>Where.</summary>
    public required StandardAddressId Address { get; init; }

    /// <summary>In which home that is let; null when none is on file.</summary>
    public RentalPropertyId? Home { get; init; }

    /// <summary>The facts.</summary>
    public IReadOnlyList<OccupancyFact> Facts { get; init; } = [];

    /// <summary>Values that gave way, oldest first.</summary>
    public IReadOnlyList<PastFact> Past { get; init; } = [];

    /// <summary>First day, as far as it is settled.</summary>
    public LocalDate? Since => DayOf(StayFacts.ArrivedOn);

    /// <summary>First day no longer there, as far as anybody said; null while the stay goes on.</summary>
    public LocalDate? Until => DayOf(StayFacts.LeftOn);

    /// <summary>Whether somebody said that it ended.</summary>
    public bool IsEnded => Find(StayFacts.LeftOn) is not null;

    /// <summary>The fact of a name; null when nobody stated it.</summary>
    public OccupancyFact? Find(string name) => Facts.FirstOrDefault(fact => string.Equals(fact.Name, name, StringComparison.Ordinal));

    /// <summary>The id.</summary>
    public override string ToString() => Id.ToString();

    internal StayFile With(OccupancyFact fact) => this with
    {
        Facts = Find(fact.Name) is { } own ? [.. Facts.Select(other => ReferenceEquals(other, own) ? fact : other)] : [.. Facts, fact],
    };

    private LocalDate? DayOf(string name) => Find(name) is { } fact ? LocalDatePattern.Iso.Parse(fact.Value).Value : null;
}

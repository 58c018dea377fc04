using NodaTime;

namespace NewCitizen.Collection;

/// <summary>One fact of a stay: who stated it, when, how sure it is, and what others state instead (居住事实).</summary>
public sealed record OccupancyFact
{
    /// <summary>Name, one of <see cref="StayFacts"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Who stated it.</summary>
    public required ReportingParty Party { get; init; }

    /// <summary>The report it comes from.</summary>
    public required StayReportId Report { get; init; }

    /// <summary>Day it was stated, in Asia/Shanghai.</summary>
    public required LocalDate StatedOn { get; init; }

    /// <summary>How sure it is.</summary>
    public required FactConfidence Confidence { get; init; }

    /// <summary>Other parties that stated the same or confirmed it.</summary>
    public IReadOnlyList<ReportingParty> ConfirmedBy { get; init; } = [];

    /// <summary>Values others state, until somebody decides; empty when it is not contested.</summary>
    public IReadOnlyList<OccupancyFact> Rivals { get; init; } = [];

    /// <summary>The task in which somebody decides; null when it is not contested.</summary>
    public Grid.GridTaskId? Task { get; init; }

    /// <summary>Whether others state another value.</summary>
    public bool IsContested => Rivals.Count > 0;

    /// <summary>The value, masked where it is personal.</summary>
    public string MaskedValue => StayFacts.Mask(Name, Value);

    internal string Value { get; init; } = string.Empty;

    /// <summary>The name only.</summary>
    public override string ToString() => Name;
}

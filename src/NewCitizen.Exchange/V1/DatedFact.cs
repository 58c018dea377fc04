using NodaTime;

namespace NewCitizen.Exchange.V1;

/// <summary>A fact that held for a time (时段事实). Facts are ended, never overwritten.</summary>
public abstract record DatedFact : ExchangeObject
{
    /// <summary>First day it held, or the day it was recorded (起始日); Asia/Shanghai.</summary>
    public required LocalDate Since { get; init; }

    /// <summary>First day it no longer held (终止日, not included); null while it holds.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Key of the file it came from by a merge (并入来源).</summary>
    public string? MergedFrom { get; init; }
}

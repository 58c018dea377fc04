using NodaTime;

namespace NewCitizen.Exchange.V1;

/// <summary>An identity document (证件) and when it was on file.</summary>
public sealed record DocumentFact : DatedFact
{
    /// <summary>Kind, GA/T 517 code (证件类型); 901 is the residence permit for Hong Kong, Macao and Taiwan residents.</summary>
    public required string Kind { get; init; }

    /// <summary>The number in full and in normal form (证件号码), 5 to 20 characters A–Z and 0–9.</summary>
    public required string Number { get; init; }

    /// <summary>Issuing country, ISO 3166-1 alpha-3 (签发国家或地区); <c>CHN</c> for everything but passports.</summary>
    public required string Country { get; init; }

    /// <summary>First day of validity (有效期起), where known.</summary>
    public LocalDate? ValidFrom { get; init; }

    /// <summary>Last day of validity (有效期止), included; null means long-term (长期) or not known.</summary>
    public LocalDate? ValidUntil { get; init; }
}

using NewCitizen.Privacy;
using NodaTime;

namespace NewCitizen.Residents;

/// <summary>An identity document as somebody stated it, not yet checked (填报的证件).</summary>
public sealed record StatedDocument
{
    /// <summary>Kind: a GA/T 517 code or its Chinese or English name; null lets the number tell.</summary>
    public string? Kind { get; init; }

    /// <summary>The number as typed.</summary>
    [PersonalData(PersonalDataLevel.Ordinary)]
    public required string Number { get; init; }

    /// <summary>Issuing country, ISO 3166-1 alpha-3; null for China.</summary>
    public string? Country { get; init; }

    /// <summary>First day of validity, where stated.</summary>
    public LocalDate? ValidFrom { get; init; }

    /// <summary>Last day of validity; null means long-term (长期) or not stated.</summary>
    public LocalDate? ValidUntil { get; init; }

    /// <summary>The kind only.</summary>
    public override string ToString() => Kind ?? "document";
}

using NodaTime;

namespace NewCitizen.Exchange.V1;

/// <summary>Document <c>ncx.residence-registration.v1</c> (居住登记): a declared stay at an address.</summary>
public sealed record ResidenceRegistrationDocument : ExchangeObject
{
    /// <summary>Key of the resident's record (新市民记录键).</summary>
    public required string Resident { get; init; }

    /// <summary>Where (居住地址).</summary>
    public required RegisteredAddress Address { get; init; }

    /// <summary>Key of the room, where it is known (房间).</summary>
    public string? Room { get; init; }

    /// <summary>Day it was declared (登记日期), where the source says so.</summary>
    public LocalDate? RegisteredOn { get; init; }

    /// <summary>First day of the stay as far as known (起住日期).</summary>
    public required LocalDate Since { get; init; }

    /// <summary>First day the person no longer lived there (搬离日期, not included); null while the stay goes on.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>GB/T 31000 (住所类型).</summary>
    public CodedText? DwellingType { get; init; }

    /// <summary>Key of the file the stay came from by a merge (并入来源).</summary>
    public string? MergedFrom { get; init; }
}

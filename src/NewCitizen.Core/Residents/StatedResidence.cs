using NewCitizen.Housing;
using NewCitizen.Privacy;
using NodaTime;

namespace NewCitizen.Residents;

/// <summary>A stay as somebody declared it, not yet checked (填报的居住信息).</summary>
public sealed record StatedResidence
{
    /// <summary>The address as typed, at most 200 characters.</summary>
    [PersonalData(PersonalDataLevel.Ordinary)]
    public required string Address { get; init; }

    /// <summary>Division code of 6, 9 or 12 digits, where known.</summary>
    public string? DivisionCode { get; init; }

    /// <summary>The room, where it is on file.</summary>
    public RoomId? Room { get; init; }

    /// <summary>Day of declaration (登记日期), where stated.</summary>
    public LocalDate? RegisteredOn { get; init; }

    /// <summary>First day of the stay, where stated.</summary>
    public LocalDate? Since { get; init; }

    /// <summary>GB/T 31000 住所类型: code or name.</summary>
    public string? DwellingType { get; init; }

    /// <summary>Nothing but the type.</summary>
    public override string ToString() => nameof(StatedResidence);
}

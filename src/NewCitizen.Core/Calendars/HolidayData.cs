namespace NewCitizen.Calendars;

/// <summary>The JSON form of a break.</summary>
internal sealed record HolidayData
{
    public string? Name { get; init; }

    public string? EnglishName { get; init; }

    public string? First { get; init; }

    public string? Last { get; init; }
}

namespace NewCitizen.Calendars;

/// <summary>The JSON form of a notice.</summary>
internal sealed record HolidayNoticeData
{
    public string? Number { get; init; }

    public string? Title { get; init; }

    public string? Date { get; init; }
}

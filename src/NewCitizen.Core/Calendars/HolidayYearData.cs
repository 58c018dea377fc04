namespace NewCitizen.Calendars;

/// <summary>The JSON form of a year.</summary>
internal sealed record HolidayYearData
{
    public int? Year { get; init; }

    public IReadOnlyList<HolidayNoticeData?>? Notices { get; init; }

    public IReadOnlyList<HolidayData?>? Holidays { get; init; }

    public IReadOnlyList<string?>? MakeUpWorkdays { get; init; }
}

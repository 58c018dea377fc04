using System.Globalization;
using System.Text.Json;
using NewCitizen.Errors;
using NodaTime;

namespace NewCitizen.Calendars;

/// <summary>
/// Reads the holidays of a year from a JSON file an office can write by hand (节假日文件):
/// <c>{"year":2027,"notices":[{"number":"…","title":"…","date":"2026-11-…"}],"holidays":[{"name":"元旦","first":"2027-01-01","last":"2027-01-03"}],"makeUpWorkdays":["…"]}</c>.
/// </summary>
public static class HolidayYearReader
{
    // A year is 2 KB; a file far beyond that is something else.
    private const int LargestFile = 1 << 20;

    /// <summary>Reads and checks a year.</summary>
    /// <param name="utf8Json">UTF-8, with or without a byte-order mark.</param>
    /// <param name="issues">Everything that is wrong, with JSON pointers.</param>
    /// <returns>The year, or <see langword="null"/> if there are issues.</returns>
    public static HolidayYear? Read(ReadOnlySpan<byte> utf8Json, out IReadOnlyList<Issue> issues)
    {
        if (utf8Json.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            utf8Json = utf8Json[3..];
        }

        HolidayYearData? data = null;
        try
        {
            data = utf8Json.Length > LargestFile ? null : JsonSerializer.Deserialize(utf8Json, HolidayDataJson.Default.HolidayYearData);
        }
        catch (JsonException exception)
        {
            issues = [new Issue(CalendarErrors.Unreadable, new IssueLocation(Line: exception.LineNumber + 1))];
            return null;
        }

        if (data is null)
        {
            issues = [new Issue(CalendarErrors.Unreadable)];
            return null;
        }

        var found = new List<Issue>();
        var notices = (data.Notices ?? []).Select((notice, i) => Notice(notice, At("/notices", i), found)).ToList();
        var holidays = (data.Holidays ?? []).Select((holiday, i) => Break(holiday, At("/holidays", i), found)).ToList();
        var makeUp = (data.MakeUpWorkdays ?? []).Select((day, i) => Date(day, At("/makeUpWorkdays", i), found)).ToList();
        if (found.Count > 0)
        {
            issues = found;
            return null;
        }

        return HolidayYear.Create(data.Year ?? 0, notices, holidays, makeUp, out issues);
    }

    /// <summary>Reads and checks a year from a stream; see <see cref="Read(ReadOnlySpan{byte}, out IReadOnlyList{Issue})"/>.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static HolidayYear? Read(Stream utf8Json, out IReadOnlyList<Issue> issues)
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        var size = utf8Json.CanSeek ? Math.Min(utf8Json.Length - utf8Json.Position, LargestFile) : LargestFile;
        var buffer = new byte[size + 1];
        var length = utf8Json.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return Read(buffer.AsSpan(0, length), out issues);
    }

    internal static HolidayYear ReadEmbedded(int year)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"NewCitizen.Calendars.holidays-{year}.json");
        using var stream = typeof(HolidayYearReader).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing from the assembly.");
        return Read(stream, out var issues) ?? throw new InvalidOperationException($"{name}: {issues[0]}.");
    }

    private static string At(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}/{index}");

    private static HolidayNotice Notice(HolidayNoticeData? data, string place, List<Issue> found) =>
        new(data?.Title ?? string.Empty, data?.Number, data?.Date is null ? null : Date(data.Date, place + "/date", found));

    private static Holiday Break(HolidayData? data, string place, List<Issue> found) =>
        new(data?.Name ?? string.Empty, data?.EnglishName, Date(data?.First, place + "/first", found), Date(data?.Last, place + "/last", found));

    private static LocalDate Date(string? text, string place, List<Issue> found)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return LocalDate.FromDateOnly(date);
        }

        found.Add(new Issue(CalendarErrors.Date, IssueLocation.At(place)));
        return default;
    }
}

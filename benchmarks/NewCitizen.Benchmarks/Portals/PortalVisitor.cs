using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace NewCitizen.Benchmarks.Portals;

/// <summary>
/// A person who books, then the next one, until the time is over: eight pages from the list of halls to the number, with forms as a browser without script
/// sends them. Each has a browser of its own, so a connection and cookies of its own. What was begun is finished; nothing is begun after the end.
/// </summary>
internal sealed partial class PortalVisitor(Uri address, PortalTally tally, Random random, double pause, long until)
{
    public async Task RunAsync()
    {
        while (!Over)
        {
            try
            {
                await VisitAsync();
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or InvalidOperationException)
            {
                tally.Errors.Add(exception.Message);
            }
        }
    }

    private bool Over => Stopwatch.GetTimestamp() >= until;

    private async Task VisitAsync()
    {
        using var handler = new SocketsHttpHandler { CookieContainer = new CookieContainer(), UseCookies = true };
        using var http = new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        if (await GetAsync(http, "/book") is null
            || await GetAsync(http, $"/book/{LoadHall.Code}") is null
            || await GetAsync(http, $"/book/{LoadHall.Code}/{LoadHall.Code}") is null
            || await GetAsync(http, $"/book/{LoadHall.Code}/{LoadHall.Code}/day") is not { } days)
        {
            return;
        }

        var free = FreeDay().Matches(days.Text);
        if (free.Count == 0 || await GetAsync(http, free[random.Next(free.Count)].Groups["path"].Value) is not { } times)
        {
            return;
        }

        var slots = FreeTime().Matches(times.Text);
        if (slots.Count == 0 || await PostAsync(http, times, ("Start", slots[random.Next(slots.Count)].Groups["time"].Value)) is not { } who)
        {
            return;
        }

        var check = await PostAsync(http, who, ("Person.Name", "王小明"), ("Person.Kind", "111"), ("Person.Number", PortalTally.NextNumber()), ("Person.Phone", "19900000000"));
        if (check is not { } answers || await PostAsync(http, answers) is not { } done)
        {
            return;
        }

        if (!done.Url.AbsolutePath.EndsWith("/done", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The last form led to {done.Url.AbsolutePath.Split('/')[1]}.");
        }

        tally.CountBooking();
    }

    private Task<(Uri Url, string Text)?> GetAsync(HttpClient http, string path) => TimeAsync(() => http.GetAsync(new Uri(path, UriKind.Relative)));

    private Task<(Uri Url, string Text)?> PostAsync(HttpClient http, (Uri Url, string Text) page, params (string Name, string Value)[] fields)
    {
        var main = page.Text[page.Text.IndexOf("<main", StringComparison.Ordinal)..];
        var hidden = Hidden().Matches(main).Select(match => (Name: Name().Match(match.Value).Groups["text"].Value, Value: WebUtility.HtmlDecode(Value().Match(match.Value).Groups["text"].Value)));
        return TimeAsync(() => http.PostAsync(page.Url, new FormUrlEncodedContent(hidden.Concat(fields).Select(field => KeyValuePair.Create(field.Name, field.Value)))));
    }

    private async Task<(Uri Url, string Text)?> TimeAsync(Func<Task<HttpResponseMessage>> send)
    {
        if (pause > 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(pause * (0.5 + random.NextDouble())));
        }

        if (Over)
        {
            return null;
        }

        var watch = Stopwatch.StartNew();
        using var answer = await send();
        var text = await answer.Content.ReadAsStringAsync();
        tally.Milliseconds.Add(watch.Elapsed.TotalMilliseconds);
        var url = answer.RequestMessage!.RequestUri!;
        return answer.IsSuccessStatusCode ? (url, text) : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"/{url.AbsolutePath.Split('/')[1]} answered {(int)answer.StatusCode}."));
    }

    [GeneratedRegex("href=\"(?<path>/book/load/load/[0-9-]{10})\"", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex FreeDay();

    [GeneratedRegex("<button type=\"submit\" name=\"Start\" value=\"(?<time>[0-9:]{5})\"", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex FreeTime();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>", RegexOptions.None, 2000)]
    private static partial Regex Hidden();

    [GeneratedRegex("name=\"(?<text>[^\"]*)\"", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Name();

    [GeneratedRegex("value=\"(?<text>[^\"]*)\"", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Value();
}

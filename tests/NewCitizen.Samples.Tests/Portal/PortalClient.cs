using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;

namespace NewCitizen.Samples.Tests.Portal;

/// <summary>A browser without script: follows no redirect by itself and sends forms with their hidden fields.</summary>
public sealed partial class PortalClient(PortalFactory factory)
{
    public HttpClient Http { get; } = Open(factory);

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<string> ReadAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Opens a page, fills its first form in and sends it; hidden fields of the same name in other forms stay behind.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string path, params (string Name, string Value)[] fields) =>
        await PostAsync(path, HiddenFields(await ReadAsync(path)).DistinctBy(field => field.Name).Concat(fields));

    public Task<HttpResponseMessage> PostAsync(string path, IEnumerable<(string Name, string Value)> fields)
    {
        var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return Http.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    public static IReadOnlyList<(string Name, string Value)> HiddenFields(string page) =>
        [.. Hidden().Matches(MainOf(page)).Select(match => (match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value)))];

    /// <summary>The part inside main; the header has a form of its own.</summary>
    public static string MainOf(string page) => page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)];

    /// <summary>Ids behind links of a form such as /residents/….</summary>
    public static IReadOnlyList<Guid> Ids(string page, string area) =>
        [.. Regex.Matches(page, $"href=\"/{area}/(?<id>[0-9a-f-]{{36}})\"", RegexOptions.None, TimeSpan.FromSeconds(2)).Select(match => Guid.Parse(match.Groups["id"].Value)).Distinct()];

    // On a real port the factory's client follows redirects whatever it is told.
    private static HttpClient Open(PortalFactory factory)
    {
        var address = factory.ClientOptions.BaseAddress;
        return address.IsDefaultPort
            ? factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true })
            : new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
    }

    [GeneratedRegex("<input[^>]*name=\"(?<name>[^\"]+)\"[^>]*type=\"hidden\"[^>]*value=\"(?<value>[^\"]*)\"|<input[^>]*type=\"hidden\"[^>]*name=\"(?<name>[^\"]+)\"[^>]*value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Hidden();
}

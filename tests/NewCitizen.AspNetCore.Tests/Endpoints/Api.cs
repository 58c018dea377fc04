using System.Net;
using System.Text;
using System.Text.Json;

namespace NewCitizen.AspNetCore.Tests.Endpoints;

/// <summary>Short ways to call, and made-up people to call about.</summary>
internal static class Api
{
    public const string Clerk = "west/c1/clerk";
    public const string Officer = "west/o1/officer";
    public const string Reader = "west/r1/reader";
    public const string OtherOfficer = "south/o2/officer";
    public const string Number = "41990019900307123X";

    public static string Person(string name = "张三丰", string number = Number) =>
        $$$"""{"name":"{{{name}}}","document":{"number":"{{{number}}}"},"phone":"13800138000","residence":{"address":"天海路1号","since":"2026-01-02"}}""";

    public static async Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, string json, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return await client.SendAsync(request);
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Checks the form of a problem and gives its code.</summary>
    public static async Task<string> ProblemAsync(this HttpResponseMessage answer, HttpStatusCode expected)
    {
        var problem = await answer.JsonAsync(expected);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var code = problem.GetProperty("code").GetString()!;
        Assert.Equal($"urn:newcitizen:error:{code}", problem.GetProperty("type").GetString());
        Assert.Equal((int)expected, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        foreach (var issue in problem.GetProperty("issues").EnumerateArray())
        {
            Assert.StartsWith("NC", issue.GetProperty("code").GetString(), StringComparison.Ordinal);
            Assert.Contains(issue.GetProperty("severity").GetString(), new[] { "error", "warning" });
            Assert.NotEmpty(issue.GetProperty("message").GetProperty("zh").GetString()!);
            Assert.NotEmpty(issue.GetProperty("message").GetProperty("en").GetString()!);
        }

        return code;
    }

    public static async Task<(Guid Id, string Tag)> RegisterAsync(this HttpClient client)
    {
        var answer = await client.PostAsync("/api/residents", Person());
        var body = await answer.JsonAsync(HttpStatusCode.Created);
        return (body.GetProperty("id").GetGuid(), answer.Headers.ETag!.Tag);
    }
}

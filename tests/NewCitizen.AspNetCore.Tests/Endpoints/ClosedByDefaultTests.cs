using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace NewCitizen.AspNetCore.Tests.Endpoints;

/// <summary>Asks every endpoint in the route table, so that one added open, or too open, fails.</summary>
public sealed class ClosedByDefaultTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly string[] s_open = ["/health", "/health/live", "/health/ready"];

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized, "NC6008")]
    [InlineData("west/x/visitor", HttpStatusCode.Forbidden, "NC6009")]
    [InlineData("/x/officer", HttpStatusCode.Forbidden, "NC6009")]
    [InlineData("west+south/x/officer", HttpStatusCode.Forbidden, "NC6009")]
    [InlineData("WEST/x/officer", HttpStatusCode.Forbidden, "NC6009")]
    public async Task EveryEndpoint_WithoutAgencyAndRole_IsClosed(string? who, HttpStatusCode expected, string code)
    {
        var asked = 0;
        foreach (var (method, path) in All())
        {
            using var request = new HttpRequestMessage(method, path);
            var answer = await host.Client(who).SendAsync(request);
            Assert.True(answer.StatusCode == expected, $"{method} {path}: {(int)answer.StatusCode}");
            Assert.Equal(code, await answer.ProblemAsync(expected));
            asked++;
        }

        Assert.True(asked >= 20, $"{asked} endpoints");
    }

    [Fact]
    public async Task EveryPost_ForAReader_IsClosedUnlessItOnlyReads()
    {
        foreach (var (method, path) in All().Where(route => route.Method == HttpMethod.Post))
        {
            var onlyReads = path.EndsWith("/search", StringComparison.Ordinal) || path.EndsWith("/find", StringComparison.Ordinal);
            using var request = new HttpRequestMessage(method, path);
            var answer = await host.Client(Api.Reader).SendAsync(request);
            Assert.True(onlyReads == (answer.StatusCode != HttpStatusCode.Forbidden), $"{path}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task FullData_ForAClerk_IsForbidden() =>
        Assert.Equal("NC6009", await (await host.Client(Api.Clerk).PostAsync($"/api/residents/{Guid.NewGuid()}/full", "")).ProblemAsync(HttpStatusCode.Forbidden));

    [Fact]
    public async Task Health_IsOpenAndSaysOneWord() =>
        Assert.Equal("Healthy", await host.Client(null).GetStringAsync(new Uri("/health", UriKind.Relative)));

    private IEnumerable<(HttpMethod Method, string Path)> All()
    {
        foreach (var route in host.Routes)
        {
            var path = "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => segment.Parts[0] is RoutePatternLiteralPart literal ? literal.Content : Guid.NewGuid().ToString()));
            foreach (var method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                if (!s_open.Contains(path))
                {
                    yield return (new HttpMethod(method), path);
                }
            }
        }
    }
}

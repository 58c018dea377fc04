using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewCitizen.AspNetCore.Access;
using NewCitizen.Privacy;
using NewCitizen.TestStores;
using NodaTime;
using NodaTime.Testing;

namespace NewCitizen.AspNetCore.Tests.Endpoints;

/// <summary>A host of its own with the endpoints, on the in-memory store unless another was chosen for all tests. Who calls is said in a header, <c>agency/account/role</c>.</summary>
public sealed class TestHost : IAsyncLifetime
{
    private WebApplication _app = null!;

    public IEnumerable<RouteEndpoint> Routes => ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 6, 1, 4, 0));

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IClock>(Clock);
        builder.Services.AddSingleton<IKeyRing>(new EphemeralKeyRing());
        builder.Services.AddNewCitizen().UseTestStore(sdk => sdk.UseInMemory()).AddAspNetCore();
        builder.Services.AddAuthentication("header").AddScheme<AuthenticationSchemeOptions, HeaderSignIn>("header", _ => { });
        _app = builder.Build();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.MapGroup("/api").MapNewCitizen();
        _app.MapNewCitizenHealth("/health");
        await _app.StartAsync();
    }

    public HttpClient Client(string? who)
    {
        var client = _app.GetTestClient();
        if (who is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Test", who);
        }

        return client;
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    private sealed class HeaderSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header) || header.Parameter is not { } who)
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            var parts = who.Split('/');
            var claims = new List<Claim> { new(NewCitizenClaims.Account, parts[1]), new(NewCitizenClaims.Role, parts[2]) };
            claims.AddRange(parts[0].Split('+', StringSplitOptions.RemoveEmptyEntries).Select(agency => new Claim(NewCitizenClaims.Agency, agency)));
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, "header")), "header")));
        }
    }
}

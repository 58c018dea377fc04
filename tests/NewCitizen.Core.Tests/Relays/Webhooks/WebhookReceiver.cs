using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewCitizen.Relays.Webhooks;
using NodaTime;

namespace NewCitizen.Core.Tests.Relays.Webhooks;

/// <summary>A receiver on a real port of this machine; checks each signature and answers as told.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebhookReceiver(WebApplication app) => _app = app;

    public List<(string Id, string ContentType, byte[] Body, WebhookCheck Check)> Calls { get; } = [];

    public Func<string, HttpContext, int> Answer { get; set; } = (_, _) => 204;

    public WebhookSecret Secret { get; } = WebhookSecret.Parse(WebhookSecret.Generate());

    public Uri Address => new(_app.Urls.First() + "/changes");

    public static async Task<WebhookReceiver> StartAsync(IClock clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(builder.Build());
        receiver._app.MapPost("/changes", async (HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            string? Header(string name) => http.Request.Headers[name];
            var check = WebhookSignature.Check(
                [receiver.Secret], Header(WebhookSignature.IdHeader), Header(WebhookSignature.TimestampHeader), Header(WebhookSignature.SignatureHeader), body.ToArray(), clock.GetCurrentInstant());
            receiver.Calls.Add((Header(WebhookSignature.IdHeader)!, http.Request.ContentType!, body.ToArray(), check));
            http.Response.StatusCode = receiver.Answer(System.Text.Encoding.UTF8.GetString(body.ToArray()), http);
        });
        await receiver._app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

using System.Net;
using System.Text.Json;
using NewCitizen.Errors;
using NewCitizen.Relays;
using NewCitizen.Relays.Webhooks;
using NodaTime;

namespace NewCitizen.Core.Tests.Relays.Webhooks;

public sealed class WebhookSinkTests : IAsyncLifetime
{
    private readonly RelayBench _bench = new();
    private WebhookReceiver _receiver = null!;

    public async Task InitializeAsync() => _receiver = await WebhookReceiver.StartAsync(_bench.Clock);

    public Task DisposeAsync() => _receiver.DisposeAsync().AsTask();

    [Fact]
    public async Task Relay_OneEventACall_SignsEachAndKeepsTheOrder()
    {
        await _bench.WriteManyAsync(7);
        using var sink = Sink();
        using var relay = _bench.Start(sink: sink);
        await _bench.DrainAsync(relay);

        Assert.All(_receiver.Calls, call => Assert.Equal((WebhookCheck.Valid, "application/cloudevents+json; charset=utf-8"), (call.Check, call.ContentType)));
        Assert.Equal(_bench.Written.Select(w => $"{w.Position.Epoch:D19}-{w.Position.Sequence:D19}"), _receiver.Calls.Select(call => Json(call.Body).GetProperty("sequence").GetString()!));
        Assert.Equal(_receiver.Calls.Select(call => Json(call.Body).GetProperty("id").GetString()!), _receiver.Calls.Select(call => call.Id));
    }

    [Fact]
    public async Task Relay_Batches_SendLists()
    {
        await _bench.WriteManyAsync(7);
        using var sink = Sink(eventsPerCall: 3);
        using var relay = _bench.Start(sink: sink);
        await _bench.DrainAsync(relay);

        Assert.Equal([3, 2, 2], _receiver.Calls.Select(call => Json(call.Body).GetArrayLength()));
        Assert.All(_receiver.Calls, call => Assert.Equal((WebhookCheck.Valid, "application/cloudevents-batch+json; charset=utf-8"), (call.Check, call.ContentType)));
    }

    [Fact]
    public async Task Relay_OneOfABatchRefused_FindsAndParksIt()
    {
        await _bench.WriteManyAsync(5);
        var poison = $"-{_bench.Written[3].Position.Sequence:D19}";
        _receiver.Answer = (body, _) => body.Contains(poison, StringComparison.Ordinal) ? 422 : 200;
        using var sink = Sink(eventsPerCall: 5);
        using var relay = _bench.Start(sink: sink);
        await _bench.DrainAsync(relay);

        var parked = Assert.Single(await relay.ListParkedAsync(10, null, default));
        Assert.Equal((_bench.Written[3].Position, "http-422"), (parked.Entry.Position, parked.Reason));
        Assert.Equal(4, relay.Status.Delivered);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(408)]
    [InlineData(410)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Relay_FaultOfTheAddress_SkipsNothing(int status)
    {
        await _bench.WriteManyAsync(2);
        _receiver.Answer = (_, http) =>
        {
            http.Response.Headers.Location = "/elsewhere";
            return status;
        };
        using var sink = Sink();
        using var relay = _bench.Start(sink: sink);
        Assert.Equal(RelayState.Failing, (await relay.StepAsync(default)).State);
        Assert.Equal($"http-{status}", relay.Status.LastFailure);
        Assert.Single(_receiver.Calls);

        _receiver.Answer = (_, _) => 200;
        await _bench.DrainAsync(relay);
        Assert.Equal(2, relay.Status.Delivered);
        Assert.Equal(0, relay.Status.Parked);
        Assert.Equal(_receiver.Calls[0].Id, _receiver.Calls[1].Id);
    }

    [Fact]
    public async Task Relay_RetryAfter_IsHonouredUpToTheLongestWait()
    {
        await _bench.WriteAsync();
        using var sink = Sink();
        using var relay = _bench.Start(sink: sink);
        _receiver.Answer = (_, http) =>
        {
            http.Response.Headers.RetryAfter = "17";
            return 429;
        };
        Assert.Equal(Duration.FromSeconds(17), (await relay.StepAsync(default)).Wait);
        _receiver.Answer = (_, http) =>
        {
            http.Response.Headers.RetryAfter = "86400";
            return 503;
        };
        Assert.Equal(_bench.Options.MaxBackoff, (await relay.StepAsync(default)).Wait);
    }

    [Fact]
    public async Task Relay_ReceiverThatHangs_TimesOut()
    {
        await _bench.WriteAsync();
        using var hanging = new CancellationTokenSource();
        _receiver.Answer = (_, _) =>
        {
            hanging.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(20));
            return 200;
        };
        using var sink = new WebhookSink(Options() with { Timeout = Duration.FromMilliseconds(200) }, _bench.Clock);
        using var relay = _bench.Start(sink: sink);
        await relay.StepAsync(default);
        await hanging.CancelAsync();
        Assert.Equal("timeout", relay.Status.LastFailure);
    }

    [Fact]
    public async Task Relay_NobodyThere_SaysSo()
    {
        await _bench.WriteAsync();
        using var sink = Sink();
        await _receiver.DisposeAsync();
        using var relay = _bench.Start(sink: sink);
        await relay.StepAsync(default);
        Assert.Equal("connection-ConnectionError", relay.Status.LastFailure);
    }

    [Fact]
    public async Task Relay_AddressNotAllowed_IsNeverCalled()
    {
        await _bench.WriteAsync();
        using var sink = new WebhookSink(Options() with { AllowAddress = address => !IPAddress.IsLoopback(address) }, _bench.Clock);
        using var relay = _bench.Start(sink: sink);
        await relay.StepAsync(default);
        Assert.Equal("address-refused", relay.Status.LastFailure);
        Assert.Empty(_receiver.Calls);
    }

    [Theory]
    [InlineData("http://example.org/", true)]
    [InlineData("http://127.0.0.1/", false)]
    [InlineData("https://user:word@example.org/", true)]
    [InlineData("ftp://example.org/", true)]
    [InlineData("file:///etc/passwd", true)]
    public void Address_OutsideTheRules_IsRefused(string address, bool allowLoopback) => Assert.Equal(
        RelayErrors.AddressRefused,
        Assert.Throws<NewCitizenException>(() => new WebhookSink(Options() with { Address = new Uri(address), AllowLoopbackHttp = allowLoopback }, _bench.Clock)).Code);

    [Theory]
    [InlineData("169.254.169.254", false)]
    [InlineData("::ffff:169.254.169.254", false)]
    [InlineData("fe80::1", false)]
    [InlineData("10.1.2.3", true)]
    [InlineData("93.184.216.34", true)]
    public void AllowAddress_Unset_RefusesLinkLocalOnly(string address, bool allowed) => Assert.Equal(allowed, Options().Allows(IPAddress.Parse(address)));

    private static JsonElement Json(byte[] body) => JsonDocument.Parse(body).RootElement;

    private WebhookOptions Options() => new() { Address = _receiver.Address, Secrets = [_receiver.Secret], AllowLoopbackHttp = true };

    private WebhookSink Sink(int eventsPerCall = 1) => new(Options() with { EventsPerCall = eventsPerCall }, _bench.Clock);
}

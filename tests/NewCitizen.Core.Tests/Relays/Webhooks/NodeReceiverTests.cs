using System.Diagnostics;
using NewCitizen.Relays;
using NewCitizen.Relays.Webhooks;
using NewCitizen.TestServers;
using NodaTime;

namespace NewCitizen.Core.Tests.Relays.Webhooks;

/// <summary>The receiver printed in docs/exchange/events.md, run as it stands there.</summary>
public sealed class NodeReceiverTests
{
    [SkippableFact]
    public async Task Receiver_OfTheGuide_TakesSignedEventsOnceAndRefusesForgedOnes()
    {
        ServerMissing.SkipUnless(File.Exists("/usr/bin/node"), "Node is not installed (Debian: apt install nodejs).");
        var text = await File.ReadAllTextAsync(Path.Combine(Root(), "docs", "exchange", "events.md"));
        var folder = Directory.CreateTempSubdirectory("newcitizen-node-").FullName;
        var script = Path.Combine(folder, "receiver.mjs");
        await File.WriteAllTextAsync(script, text.Split("```js\n")[1].Split("```")[0]);
        var secret = WebhookSecret.Generate();
        var start = new ProcessStartInfo("/usr/bin/node") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(script);
        start.Environment["WEBHOOK_SECRET"] = secret;
        start.Environment["PORT"] = "0";
        using var node = Process.Start(start)!;
        try
        {
            var address = new Uri($"http://127.0.0.1:{(await node.StandardOutput.ReadLineAsync())!.Split(' ')[1]}/");

            // The receiver goes by the real clock.
            var bench = new RelayBench();
            bench.Options.BatchSize = 50;
            await bench.WriteManyAsync(9);
            using var forged = new WebhookSink(Options(address, WebhookSecret.Parse(WebhookSecret.Generate())), SystemClock.Instance);
            using var genuine = new WebhookSink(Options(address, WebhookSecret.Parse(secret)), SystemClock.Instance);
            using (var relay = bench.Start(sink: forged))
            {
                await relay.StepAsync(default);
                Assert.Equal("http-401", relay.Status.LastFailure);
            }

            for (var twice = 0; twice < 2; twice++)
            {
                using var relay = bench.Start($"node-{twice}", genuine);
                await bench.DrainAsync(relay);
                Assert.Equal(9, relay.Status.Delivered);
            }

            node.Kill();
            var lines = (await node.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(9, lines.Length);
            Assert.All(lines, line => Assert.StartsWith("cn.newcitizen.bench_thing.put ", line, StringComparison.Ordinal));
        }
        finally
        {
            node.Kill();
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Vectors_OfTheGuide_AreThoseOfTheTests()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Root(), "docs", "exchange", "events.md"));
        var secret = WebhookSecret.Parse("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        var body = System.Text.Encoding.UTF8.GetBytes("{\"hello\":\"新市民\"}");
        var signature = WebhookSignature.Sign([secret], "3f0f1c8e-0000-8000-8000-000000000001", Instant.FromUnixTimeSeconds(1795320000), body);
        Assert.Contains($"`{signature}`", text, StringComparison.Ordinal);
        Assert.Contains("\"id\":\"ae0b5925-5430-8ff3-9d60-1a83ff935250\"", text, StringComparison.Ordinal);
    }

    private static WebhookOptions Options(Uri address, WebhookSecret secret) =>
        new() { Address = address, Secrets = [secret], AllowLoopbackHttp = true, EventsPerCall = 4 };

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Sdk.sln"))) directory = directory.Parent;
        return directory!.FullName;
    }
}

using System.Diagnostics;
using NewCitizen.Relays;
using NewCitizen.TestServers.RabbitMq;
using NodaTime;
using RabbitMQ.Client;
using Xunit.Abstractions;

namespace NewCitizen.Exchange.RabbitMq.Tests;

public sealed class RabbitMqSinkTests(ITestOutputHelper output)
{
    [SkippableFact]
    public async Task Relay_ToAQueue_DeliversEachOnceAndInOrder()
    {
        var server = await RabbitServer.SharedAsync();
        await using var sink = Sink(server.Address, "once");
        await using var office = new BusyOffice(sink);
        await office.WriteAsync(500);
        await office.CloseAsync();

        var events = await Listener.ReadAllAsync(server.Address, "once");
        Assert.Equal((0, 0), Listener.Compare(office, events));
        Assert.Equal("cn.newcitizen.bench_thing.put", events[0].GetProperty("type").GetString());
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(64)]
    public async Task Relay_Throughput_IsPrinted(int unconfirmed)
    {
        var server = await RabbitServer.SharedAsync();
        var queue = $"speed-{unconfirmed}";
        await using var sink = new RabbitMqSink(new RabbitMqSinkOptions { Addresses = [server.Address], Exchange = "x-" + queue, Queue = queue, MaxUnconfirmed = unconfirmed });
        await using var office = new BusyOffice(sink);
        await office.WriteAsync(2000);
        var start = Stopwatch.GetTimestamp();
        await office.CloseAsync();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        output.WriteLine($"5 agencies, {unconfirmed} unconfirmed each: {2000 / seconds:F0} messages/s");
        Assert.Equal((0, 0), Listener.Compare(office, await Listener.ReadAllAsync(server.Address, queue)));
    }

    [SkippableFact]
    public async Task Relay_NoQueueBound_ParksAndThenStopsParking()
    {
        var server = await RabbitServer.SharedAsync();
        await using var sink = new RabbitMqSink(new RabbitMqSinkOptions { Addresses = [server.Address], Exchange = "nobody-listens" });
        await using var office = new BusyOffice(sink);
        await office.WriteAsync(30);
        RelayStep step;
        do step = await office.Relay.StepAsync(default);
        while (step.State == RelayState.Delivering);

        Assert.Equal((RelayState.Refused, "unroutable"), (step.State, office.Relay.Status.LastFailure));
        Assert.Equal(20, (await office.Relay.ListParkedAsync(100, null, default)).Count);
    }

    [SkippableFact]
    public async Task Relay_OneKindUnbound_ParksOnlyThat()
    {
        var server = await RabbitServer.SharedAsync();
        await using var sink = new RabbitMqSink(new RabbitMqSinkOptions { Addresses = [server.Address], Exchange = "some", Queue = "some", Bindings = ["station-1.#", "station-2.#"] });
        await using var office = new BusyOffice(sink);
        await office.WriteAsync(5);
        for (var step = await office.Relay.StepAsync(default); step.State == RelayState.Delivering; step = await office.Relay.StepAsync(default))
        {
        }

        Assert.Equal(3, (await office.Relay.ListParkedAsync(100, null, default)).Count);
        Assert.Equal(2, (await Listener.ReadAllAsync(server.Address, "some")).Count);
    }

    [SkippableFact]
    public async Task Relay_FullQueueThatRefuses_KeepsTheOrder()
    {
        var server = await RabbitServer.SharedAsync();
        var factory = new ConnectionFactory { Uri = server.Address };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync("full", ExchangeType.Topic, durable: true);
        var arguments = new Dictionary<string, object?> { ["x-max-length"] = 10, ["x-overflow"] = "reject-publish" };
        await channel.QueueDeclareAsync("full", durable: true, exclusive: false, autoDelete: false, arguments);
        await channel.QueueBindAsync("full", "full", "#");

        await using var sink = new RabbitMqSink(new RabbitMqSinkOptions { Addresses = [server.Address], Exchange = "full" });
        await using var office = new BusyOffice(sink);
        await office.WriteAsync(60);
        var events = new List<System.Text.Json.JsonElement>();
        var nacked = 0;
        for (var i = 0; i < 200 && office.Relay.Status.Delivered < 60; i++)
        {
            await office.Relay.StepAsync(default);
            nacked += office.Relay.Status.LastFailure == "nacked" ? 1 : 0;
            events.AddRange(await Listener.ReadAllAsync(server.Address, "full"));
        }

        Assert.True(nacked > 0, "the queue was never full");
        Assert.Equal(0, Listener.Compare(office, events).Lost);
    }

    [SkippableFact]
    public async Task Relay_BrokerKilledAndStartedAgain_LosesNothing()
    {
        await using var server = await RabbitServer.StartNewAsync();
        await using var sink = Sink(server.Address, "killed");
        await using var office = new BusyOffice(sink);
        await office.SettleAsync();
        office.Open();
        for (var kill = 0; kill < 3; kill++)
        {
            await office.WaitForAsync(200);
            await server.KillAsync();
            await server.StartAsync();
        }

        await office.WaitForAsync(200);
        await office.CloseAsync();
        var (lost, doubled) = Listener.Compare(office, await Listener.ReadAllAsync(server.Address, "killed"));
        output.WriteLine($"3 kills: {office.Written.Count} written, {lost} lost, {doubled} doubled, longest outage {office.LongestOutage.TotalSeconds:F1} s (restart included)");
        Assert.Equal(0, lost);
        Assert.Empty(await office.Relay.ListParkedAsync(10, null, default));
    }

    [Fact]
    public async Task Deliver_NobodyThere_FailsAndSkipsNothing()
    {
        await using var sink = new RabbitMqSink(new RabbitMqSinkOptions { Addresses = [new Uri("amqp://127.0.0.1:1/")], ConnectTimeout = Duration.FromSeconds(2) });
        await using var office = new BusyOffice(sink);
        await office.WriteAsync(1);
        Assert.Equal(RelayState.Failing, (await office.Relay.StepAsync(default)).State);
        Assert.Equal("unreachable", office.Relay.Status.LastFailure);
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("/relative")]
    public void Addresses_OfAnotherKind_AreRefused(string address) =>
        Assert.Throws<ArgumentException>(() => new RabbitMqSink(new RabbitMqSinkOptions { Addresses = [new Uri(address, UriKind.RelativeOrAbsolute)] }));

    private static RabbitMqSink Sink(Uri address, string queue) => new(new RabbitMqSinkOptions { Addresses = [address], Exchange = "x-" + queue, Queue = queue });
}

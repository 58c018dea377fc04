using Xunit.Abstractions;

namespace NewCitizen.Exchange.RabbitMq.Tests;

public sealed class RabbitClusterTests(ITestOutputHelper output)
{
    [SkippableFact]
    public async Task Relay_LeaderOfThreeKilledAndRevived_LosesNothing()
    {
        await using var cluster = await RabbitCluster.StartAsync();
        await using var sink = new RabbitMqSink(new RabbitMqSinkOptions { Addresses = cluster.Addresses, Queue = "city" });
        await using var office = new BusyOffice(sink);
        await office.SettleAsync();
        var leader = cluster.LeaderOf("city");
        office.Open();
        await office.WaitForAsync(200);
        await cluster.KillAsync(leader);
        await office.WaitForAsync(500);
        var outage = office.LongestOutage;
        await cluster.ReviveAsync(leader);
        await office.WaitForAsync(200);
        await office.CloseAsync();
        var (lost, doubled) = Listener.Compare(office, await Listener.ReadAllAsync(cluster.Addresses[leader - 1], "city"));
        output.WriteLine($"leader of 3 nodes killed: {office.Written.Count} written, {lost} lost, {doubled} doubled, outage {outage.TotalSeconds:F1} s");
        Assert.Equal(0, lost);
        Assert.Empty(await office.Relay.ListParkedAsync(10, null, default));
    }
}

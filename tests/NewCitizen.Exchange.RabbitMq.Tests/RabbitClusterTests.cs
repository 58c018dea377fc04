using Xunit.Abstractions;

namespace NewCitizen.Exchange.RabbitMq.Tests;

public sealed class RabbitClusterTests(ITestOutputHelper output)
{
    [SkippableFact]
    public async Task Relay_EachNodeOfThreeKilledInTurn_LosesNothing()
    {
        await using var cluster = await RabbitCluster.StartAsync();
        await using var sink = new RabbitMqSink(new RabbitMqSinkOptions { Addresses = cluster.Addresses, Queue = "city" });
        await using var office = new BusyOffice(sink);
        await office.SettleAsync();
        office.Open();
        await office.WaitForAsync(200);
        for (var node = 1; node <= 3; node++)
        {
            await cluster.KillAsync(node);
            await office.WaitForAsync(200);
            await cluster.ReviveAsync(node);
            await office.WaitForAsync(100);
        }

        await office.CloseAsync();
        var (lost, doubled) = Listener.Compare(office, await Listener.ReadAllAsync(cluster.Addresses[0], "city"));
        output.WriteLine($"3 nodes killed in turn: {office.Written.Count} written, {lost} lost, {doubled} doubled, longest outage {office.LongestOutage.TotalSeconds:F1} s");
        Assert.Equal(0, lost);
        Assert.Empty(await office.Relay.ListParkedAsync(10, null, default));
    }
}

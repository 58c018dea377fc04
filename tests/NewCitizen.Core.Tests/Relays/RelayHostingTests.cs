using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewCitizen.Relays;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Relays;

public sealed class RelayHostingTests
{
    [Fact]
    public async Task Host_WithTwoRelays_RunsAndReleasesThem()
    {
        var (one, two) = (new ScriptedSink(), new ScriptedSink());
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddNewCitizen().UseInMemory()
            .AddRelay("one", _ => one, options => options.PollInterval = Duration.FromMilliseconds(5))
            .AddRelay("two", _ => two, options => options.PollInterval = Duration.FromMilliseconds(5));
        await using var provider = services.BuildServiceProvider();
        var relays = provider.GetServices<ChangeRelay>().ToList();
        Assert.Equal(["one", "two"], relays.Select(relay => relay.Name));

        var hosted = provider.GetServices<IHostedService>().ToList();
        foreach (var service in hosted) await service.StartAsync(default);
        var store = provider.GetRequiredService<IRecordStore>();
        await store.CommitAsync(new WriteBatch(RelayBench.Agencies[0]).Put(RelayBench.Kind, CountedIds.Of(1), ExpectedVersion.Any, [], "{}"u8.ToArray()), default);
        for (var i = 0; i < 1000 && relays.Any(relay => relay.Status.Delivered == 0); i++) await Task.Delay(10);
        foreach (var service in hosted) await service.StopAsync(default);

        Assert.Single(one.Seen);
        Assert.Equal(one.Ids, two.Ids);
        Assert.All(relays, relay => Assert.Equal(RelayState.Stopped, relay.Status.State));
        Assert.All(await RelayPositions.ListAsync(store, default), position => Assert.Null(position.Holder));
    }

    [Fact]
    public void AddRelay_SameNameTwice_IsRefused()
    {
        var builder = new ServiceCollection().AddNewCitizen().AddRelay("bus", _ => new ScriptedSink());
        Assert.Throws<InvalidOperationException>(() => builder.AddRelay("bus", _ => new ScriptedSink()));
    }
}

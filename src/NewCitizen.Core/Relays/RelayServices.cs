using Microsoft.Extensions.Hosting;

namespace NewCitizen.Relays;

/// <summary>The services of one relay, one a shard, started and stopped together.</summary>
internal sealed class RelayServices(IReadOnlyList<RelayService> services) : IHostedService, IDisposable
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var service in services)
        {
            await service.StartAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(services.Select(service => service.StopAsync(cancellationToken)));

    public void Dispose()
    {
        foreach (var service in services)
        {
            service.Dispose();
        }
    }
}

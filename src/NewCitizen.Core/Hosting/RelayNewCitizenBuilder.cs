using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NewCitizen.Hosting;
using NewCitizen.Relays;
using NewCitizen.Relays.Webhooks;
using NewCitizen.Storage;
using NewCitizen.Storage.Sharding;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds relays of the change feed to a host.</summary>
public static class RelayNewCitizenBuilder
{
    /// <summary>
    /// Passes the change feed on to a receiver while the host runs. Several hosts may run the same relay: one works, the others wait to
    /// take over. All relays of the host are services of type <see cref="ChangeRelay"/>.
    /// </summary>
    /// <param name="builder">The SDK.</param>
    /// <param name="name">1 to 40 characters of a–z, 0–9 and hyphen. The position is kept under it: never give it to another receiver.</param>
    /// <param name="sink">Makes the receiver; disposed of with the host.</param>
    /// <param name="configure">Sets batch size, waits and more.</param>
    /// <exception cref="InvalidOperationException">The name is taken.</exception>
    public static NewCitizenBuilder AddRelay(
        this NewCitizenBuilder builder, string name, Func<IServiceProvider, IChangeSink> sink, Action<RelayOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(sink);
        var key = typeof(ChangeRelay).FullName + "/" + name;
        if (builder.Services.Any(service => service.IsKeyedService && service.ServiceType == typeof(ChangeRelay) && Equals(service.ServiceKey, key)))
        {
            throw new InvalidOperationException($"There are two relays named '{name}'.");
        }

        var options = new RelayOptions();
        configure?.Invoke(options);
        options.Require();
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);

        // The sink is a service, so that the container disposes of it after the relay that uses it.
        services.AddKeyedSingleton(key, (provider, _) => sink(provider));
        services.AddKeyedSingleton(key, (provider, _) => Relay(provider, provider.GetRequiredService<IStoreShards>().Shards[0]));
        services.AddSingleton(provider => provider.GetRequiredKeyedService<ChangeRelay>(key));

        // Each shard has a feed of its own: one relay each, with its progress on that shard.
        services.AddSingleton<Hosting.IHostedService>(provider => new RelayServices(
        [
            Service(provider, provider.GetRequiredKeyedService<ChangeRelay>(key)),
            .. provider.GetRequiredService<IStoreShards>().Shards.Skip(1).Select(shard => Service(provider, Relay(provider, shard))),
        ]));
        return builder;

        ChangeRelay Relay(IServiceProvider provider, StoreShard shard) => new(
            name,
            provider.GetRequiredKeyedService<IChangeSink>(key),
            shard.Records,
            shard.Changes,
            options,
            provider.GetRequiredService<IClock>(),
            provider.GetRequiredService<IIdGenerator>(),
            provider.GetRequiredService<TimeProvider>());

        static RelayService Service(IServiceProvider provider, ChangeRelay relay) =>
            new(relay, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<RelayService>>());
    }

    /// <summary>Passes the change feed on to a receiver over HTTP, signed.</summary>
    /// <inheritdoc cref="AddRelay"/>
    /// <param name="builder">The SDK.</param>
    /// <param name="name">1 to 40 characters of a–z, 0–9 and hyphen.</param>
    /// <param name="webhook">Address, secrets and form.</param>
    /// <param name="configure">Sets batch size, waits and more.</param>
    /// <exception cref="NewCitizen.Errors.NewCitizenException">NC3055: the address is not allowed.</exception>
    public static NewCitizenBuilder AddWebhookRelay(this NewCitizenBuilder builder, string name, WebhookOptions webhook, Action<RelayOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        webhook.Require();
        return builder.AddRelay(name, provider => new WebhookSink(webhook, provider.GetRequiredService<IClock>()), configure);
    }
}

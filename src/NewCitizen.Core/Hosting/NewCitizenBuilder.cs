using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewCitizen.Storage;
using NewCitizen.Storage.Sharding;
using NewCitizen.Telemetry;

namespace NewCitizen.Hosting;

/// <summary>What <c>services.AddNewCitizen()</c> returns; packages add themselves to it. Every call may be repeated.</summary>
public sealed class NewCitizenBuilder
{
    internal NewCitizenBuilder(IServiceCollection services) => Services = services;

    /// <summary>The host's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a record kind of the host's own, kept beside ours with the same promises.</summary>
    public NewCitizenBuilder AddRecordKind(RecordKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        if (!Services.Any(service => service.ServiceType == typeof(RecordKind) && ReferenceEquals(service.ImplementationInstance, kind)))
        {
            Services.AddSingleton(kind);
        }

        return this;
    }

    /// <summary>
    /// Names the one store of the host. Called by storage packages: <typeparamref name="TStore"/> must be registered as a singleton and
    /// implement all kernel contracts. The contracts are answered by a <see cref="MeasuredStore"/> around it; ask for the class itself to get
    /// the store as it is.
    /// </summary>
    /// <typeparam name="TStore">The store's class.</typeparam>
    /// <exception cref="InvalidOperationException">Another store was named before.</exception>
    public NewCitizenBuilder UseStore<TStore>()
        where TStore : class, IRecordStore, IChangeFeed, IAuditTrail, IBulkLoader, ISchemaManager, IStoreMaintenance
    {
        var named = Services.FirstOrDefault(service => service.ServiceType == typeof(StoreRegistration))?.ImplementationInstance as StoreRegistration;
        if (named is not null && named.StoreType != typeof(TStore))
        {
            throw new InvalidOperationException($"Two stores are registered: {named.StoreType.Name} and {typeof(TStore).Name}. Keep one Use… call.");
        }

        Services.TryAddSingleton(new StoreRegistration(typeof(TStore)));
        Services.TryAddSingleton(services => new MeasuredStore(services.GetRequiredService<TStore>()));
        Services.TryAddSingleton<IRecordStore>(services => services.GetRequiredService<MeasuredStore>());
        Services.TryAddSingleton<IChangeFeed>(services => services.GetRequiredService<MeasuredStore>());
        Services.TryAddSingleton<IAuditTrail>(services => services.GetRequiredService<MeasuredStore>());
        Services.TryAddSingleton<IBulkLoader>(services => services.GetRequiredService<MeasuredStore>());
        Services.TryAddSingleton<ISchemaManager>(services => services.GetRequiredService<MeasuredStore>());
        Services.TryAddSingleton<IStoreMaintenance>(services => services.GetRequiredService<MeasuredStore>());
        Services.TryAddSingleton<IStoreShards>(services =>
        {
            var store = services.GetRequiredService<MeasuredStore>();
            return new SingleShard(store, store, store, store, store, store);
        });
        return this;
    }
}

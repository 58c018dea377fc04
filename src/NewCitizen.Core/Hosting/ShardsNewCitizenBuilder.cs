using Microsoft.Extensions.DependencyInjection.Extensions;
using NewCitizen.Hosting;
using NewCitizen.Storage;
using NewCitizen.Storage.Sharding;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Spreads agencies over several stores.</summary>
public static class ShardsNewCitizenBuilder
{
    /// <summary>
    /// Keeps each agency whole on one of several stores: <c>UseShards(s => s.Add("east", …).Add("west", …))</c>. Keys must be given with
    /// <c>UseKeyFile</c>. Uniqueness of a person over agencies is another matter: see <c>AddPersonDirectory</c>.
    /// </summary>
    /// <param name="builder">The SDK.</param>
    /// <param name="configure">Names the shards and the map.</param>
    /// <param name="schema">Whether a host may create or extend the schemas of the shards when it starts; by default it only validates.</param>
    public static NewCitizenBuilder UseShards(this NewCitizenBuilder builder, Action<ShardOptions> configure, SchemaMode schema = SchemaMode.Validate)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new ShardOptions();
        configure(options);
        if (options.Shards.Count == 0)
        {
            throw new InvalidOperationException("UseShards needs at least one shard.");
        }

        builder.AddRecordKind(ShardSeals.Kind);
        builder.Services.TryAddSingleton(new SchemaModeSetting(schema));
        builder.Services.TryAddSingleton(services => options.Open([.. services.GetServices<RecordKind>()], services.GetRequiredService<IClock>()));
        builder.Services.TryAddSingleton<IStoreShards>(services => services.GetRequiredService<ShardedRecordStore>());
        builder.Services.TryAddSingleton<AgencyMover>();
        return builder.UseStore<ShardedRecordStore>();
    }
}

using Microsoft.Extensions.DependencyInjection.Extensions;
using NewCitizen.Hosting;
using NewCitizen.Storage;
using NewCitizen.Storage.PostgreSql;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses the PostgreSQL store.</summary>
public static class PostgreSqlNewCitizenBuilder
{
    /// <summary>Keeps records in a PostgreSQL database. Keys must be kept elsewhere: call <c>UseKeyFile</c> as well.</summary>
    /// <param name="builder">The SDK.</param>
    /// <param name="connectionString">Npgsql connection string; with several hosts the primary is found among them.</param>
    /// <param name="schema">Whether a host may create or extend the schema when it starts; by default it only validates and refuses to start on a difference.</param>
    public static NewCitizenBuilder UsePostgreSql(this NewCitizenBuilder builder, string connectionString, SchemaMode schema = SchemaMode.Validate) =>
        builder.UsePostgreSql(options => options.ConnectionString = connectionString, schema);

    /// <summary>Keeps records in a PostgreSQL database, with every setting open.</summary>
    /// <inheritdoc cref="UsePostgreSql(NewCitizenBuilder, string, SchemaMode)"/>
    public static NewCitizenBuilder UsePostgreSql(this NewCitizenBuilder builder, Action<PostgreSqlStoreOptions> configure, SchemaMode schema = SchemaMode.Validate)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new PostgreSqlStoreOptions();
        configure(options);
        ArgumentException.ThrowIfNullOrEmpty(options.ConnectionString, nameof(configure));
        builder.Services.TryAddSingleton(new SchemaModeSetting(schema));
        builder.Services.TryAddSingleton(services => new PostgreSqlRecordStore(options, [.. services.GetServices<RecordKind>()], services.GetRequiredService<IClock>()));
        return builder.UseStore<PostgreSqlRecordStore>();
    }
}

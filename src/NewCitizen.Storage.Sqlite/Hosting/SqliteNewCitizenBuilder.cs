using Microsoft.Extensions.DependencyInjection.Extensions;
using NewCitizen.Hosting;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NewCitizen.Storage.Sqlite;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses the embedded SQLite store.</summary>
public static class SqliteNewCitizenBuilder
{
    /// <summary>Keeps records in one SQLite file.</summary>
    /// <param name="builder">The SDK.</param>
    /// <param name="path">Path of the file. Unless <c>UseKeyFile</c> says otherwise, keys are kept beside it in <c>path.keys.json</c>.</param>
    /// <param name="schema">Whether a host may create or extend the schema when it starts; by default it only validates and refuses to start on a difference.</param>
    public static NewCitizenBuilder UseSqlite(this NewCitizenBuilder builder, string path, SchemaMode schema = SchemaMode.Validate) =>
        builder.UseSqlite(options => options.Path = path, schema);

    /// <summary>Keeps records in one SQLite file, with every setting open.</summary>
    /// <inheritdoc cref="UseSqlite(NewCitizenBuilder, string, SchemaMode)"/>
    public static NewCitizenBuilder UseSqlite(this NewCitizenBuilder builder, Action<SqliteStoreOptions> configure, SchemaMode schema = SchemaMode.Validate)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new SqliteStoreOptions();
        configure(options);
        ArgumentException.ThrowIfNullOrEmpty(options.Path, nameof(configure));
        builder.Services.TryAddSingleton(new SchemaModeSetting(schema));
        builder.Services.TryAddSingleton(new StoreLocation(options.Path));
        builder.Services.TryAddSingleton<IKeyRing>(_ => FileKeyRing.OpenOrCreate(options.Path + ".keys.json"));
        builder.Services.TryAddSingleton(services => new SqliteRecordStore(options, [.. services.GetServices<RecordKind>()], services.GetRequiredService<IClock>()));
        return builder.UseStore<SqliteRecordStore>();
    }
}

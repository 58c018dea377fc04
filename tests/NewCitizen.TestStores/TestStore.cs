using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewCitizen.Hosting;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NewCitizen.TestServers.PostgreSql;

namespace NewCitizen.TestStores;

/// <summary>
/// The one place where tests take their store from. Unless NEWCITIZEN_TEST_STORE says postgres15 or postgres18 each test has the store
/// it names itself; otherwise the very same test runs on a schema of its own on that server.
/// </summary>
public static class TestStore
{
    private const string Variable = "NEWCITIZEN_TEST_STORE";
    private const string Prefix = "postgres:";
    private static readonly ConcurrentDictionary<string, string> s_schemas = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string> s_keys = new(StringComparer.Ordinal);

    /// <summary>Version of PostgreSQL the tests run on; null: each on the store it names.</summary>
    public static int? Major { get; } = Chosen() switch
    {
        null or "" => null,
        "postgres15" => PostgreSqlInstall.Old,
        "postgres18" => PostgreSqlInstall.New,
        var other => throw new InvalidOperationException($"{Variable} is postgres15 or postgres18, not {other}."),
    };

    /// <summary>The server of this process.</summary>
    public static PostgreSqlServer Server => PostgreSqlServer.Shared(Major ?? throw new InvalidOperationException("The tests run on the stores they name."));

    /// <summary>Puts the managers on the store a test names, or on the one that was chosen for all, with keys in memory.</summary>
    /// <param name="builder">The SDK.</param>
    /// <param name="usual">The store the test names.</param>
    public static NewCitizenBuilder UseTestStore(this NewCitizenBuilder builder, Func<NewCitizenBuilder, NewCitizenBuilder> usual) => builder.UseTestStore(usual, PostgreSqlServer.NewSchema());

    /// <inheritdoc cref="UseTestStore(NewCitizenBuilder, Func{NewCitizenBuilder, NewCitizenBuilder})"/>
    /// <param name="builder">The SDK.</param>
    /// <param name="usual">The store the test names.</param>
    /// <param name="schema">The schema, for a test that looks into it.</param>
    public static NewCitizenBuilder UseTestStore(this NewCitizenBuilder builder, Func<NewCitizenBuilder, NewCitizenBuilder> usual, string schema)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(usual);
        if (Major is null) return usual(builder);
        builder.Services.TryAddSingleton<IKeyRing>(_ => new EphemeralKeyRing());
        return builder.UseServer(schema);
    }

    /// <summary>Name of a store for <c>--store</c>: of the file, or of a schema that belongs to the path of the file.</summary>
    /// <param name="path">Path of the file.</param>
    public static string Name(string path)
    {
        if (Major is null) return "sqlite:" + path;
        var name = $"{Prefix}{Server.ConnectionString};Search Path={SchemaOf(path)}";
        s_keys[name] = path + ".keys.json";
        return name;
    }

    /// <summary>Opens the store that <see cref="Name"/> names, with its keys.</summary>
    /// <param name="builder">The SDK.</param>
    /// <param name="path">Path of the file.</param>
    public static NewCitizenBuilder UseNamedStore(this NewCitizenBuilder builder, string path) => Major is null
        ? builder.UseSqlite(path, SchemaMode.Create)
        : builder.UseServer(SchemaOf(path)).UseKeyFile(path + ".keys.json");

    /// <summary>Key file of a store on a server; null where the store has a place for it.</summary>
    /// <param name="name">An answer of <see cref="Name"/>.</param>
    public static string? KeysOf(string name) => s_keys.GetValueOrDefault(name);

    /// <summary>Schema of a store.</summary>
    /// <param name="path">The path given to <see cref="Name"/>.</param>
    public static string SchemaOf(string path) => s_schemas.GetOrAdd(path, _ => PostgreSqlServer.NewSchema());

    private static NewCitizenBuilder UseServer(this NewCitizenBuilder builder, string schema)
    {
        var connection = Server.ConnectionString;
        builder.Services.TryAddSingleton<IChangeFeed>(services => Settled(services, connection));
        builder.Services.TryAddSingleton<IAuditTrail>(services => Settled(services, connection));
        return builder.UsePostgreSql(options => (options.ConnectionString, options.Schema) = (connection, schema), SchemaMode.Create);
    }

    private static SettledLogs Settled(IServiceProvider services, string connection)
    {
        var store = services.GetRequiredService<MeasuredStore>();
        return new SettledLogs(store, store, connection);
    }

    // A project that repeats the tests of others on PostgreSQL says so in its own settings.
    private static string? Chosen() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } said ? said : AppContext.GetData(Variable) as string;
}

using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NewCitizen.Storage.Copying;

namespace NewCitizen.Cli.CommandLine;

/// <summary>A store without its keys, for verbs that move and check what is kept and never read it.</summary>
internal sealed class CliKernel : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private CliKernel(ServiceProvider services)
    {
        _services = services;
        Kinds = [.. services.GetServices<RecordKind>()];
        Side = new(Get<IRecordStore>(), Get<IChangeFeed>(), Get<IAuditTrail>(), Get<IBulkLoader>(), Get<ISchemaManager>());
    }

    /// <summary>All kinds this program knows.</summary>
    public IReadOnlyList<RecordKind> Kinds { get; }

    public StoreSide Side { get; }

    /// <summary>Opens a store and checks its schema, or makes it.</summary>
    /// <exception cref="NewCitizenException">NC7025: there is no store; NC30xx: it cannot be used.</exception>
    public static async Task<CliKernel> OpenAsync(CliContext context, StoreName name, SchemaMode mode, CancellationToken cancellationToken)
    {
        RequireFile(name, mode);
        var kernel = Make(context, name);
        try
        {
            await kernel.Side.Schema.PrepareAsync(mode, cancellationToken).ConfigureAwait(false);
            return kernel;
        }
        catch
        {
            await kernel.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Puts a store together without looking at it.</summary>
    public static CliKernel Make(CliContext context, StoreName name) => new(CliStore.Build(context, name, keys: null, SchemaMode.Validate));

    /// <exception cref="NewCitizenException">NC7025.</exception>
    public static void RequireFile(StoreName name, SchemaMode mode)
    {
        if (mode == SchemaMode.Validate && name.Path is { } path && !File.Exists(path)) throw new NewCitizenException(CommandLineErrors.StoreMissing, path);
    }

    /// <summary>Opens the key ring of a store, and never makes one: a new ring would fit nothing.</summary>
    /// <exception cref="NewCitizenException">NC7045; NC31xx: it is not there or cannot be used.</exception>
    public static FileKeyRing OpenKeys(CliContext context, StoreName name, string? stated)
    {
        var file = stated ?? context.Terminal.Variable("NEWCITIZEN_KEYS");
        if (string.IsNullOrEmpty(file)) file = name.Path is { } path ? path + ".keys.json" : throw new NewCitizenException(CommandLineErrors.KeysNeeded);
        return FileKeyRing.Open(file);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Cli.CommandLine;

/// <summary>Opens the store a call names, with all of the SDK on it.</summary>
internal static class CliStore
{
    // A roster keeps thousands of rows in flight; the more of them share a transaction, the fewer pages are written twice.
    private const int MaxGroup = 1024;

    /// <summary>Opens a store for work.</summary>
    /// <param name="context">The call.</param>
    /// <param name="store">Name of the store, as <see cref="StoreName.Parse"/> takes it.</param>
    /// <param name="keys">The key ring file as stated; a server has no place beside it, so there must be one.</param>
    /// <param name="mode">Whether the schema may be made.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="NewCitizenException">NC7024, NC7025, NC7045; NC30xx and NC31xx: store or keys cannot be used.</exception>
    public static async Task<ServiceProvider> OpenAsync(CliContext context, string store, string? keys, SchemaMode mode, CancellationToken cancellationToken)
    {
        var name = StoreName.Parse(store);
        if (mode == SchemaMode.Validate && name.Path is { } path && !File.Exists(path)) throw new NewCitizenException(CommandLineErrors.StoreMissing, path);
        if (name.Engine != StoreEngine.Sqlite && KeyFile(context, keys) is null) throw new NewCitizenException(CommandLineErrors.KeysNeeded);
        var provider = Build(context, name, keys, mode);
        try
        {
            await provider.StartNewCitizenAsync(cancellationToken).ConfigureAwait(false);
            return provider;
        }
        catch
        {
            await provider.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Puts the SDK together on a store without opening it.</summary>
    public static ServiceProvider Build(CliContext context, StoreName name, string? keys, SchemaMode mode)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(context.Terminal.Clock);
        var builder = Use(services.AddNewCitizen(), name, mode).AddValidation().AddExchange();
        if (KeyFile(context, keys) is { } file) builder.UseKeyFile(file);
        return services.BuildServiceProvider();
    }

    /// <exception cref="NewCitizenException">NC7028.</exception>
    public static AccessContext Access(string agency, string? purpose = null) =>
        AgencyId.TryParse(agency, out var id) ? new AccessContext(id, "newcitizen-cli", purpose) : throw new NewCitizenException(CommandLineErrors.InvalidAgency);

    private static NewCitizenBuilder Use(NewCitizenBuilder builder, StoreName name, SchemaMode mode) => name.Engine switch
    {
        StoreEngine.Sqlite => builder.UseSqlite(options => (options.Path, options.GroupBatches, options.GroupOperations) = (name.Place, MaxGroup, 4 * MaxGroup), mode),
        _ => builder.UsePostgreSql(options => (options.ConnectionString, options.Schema) = (name.Place, name.Schema ?? options.Schema), mode),
    };

    private static string? KeyFile(CliContext context, string? stated) => (stated ?? context.Terminal.Variable("NEWCITIZEN_KEYS")) is { Length: > 0 } file ? file : null;
}

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
    private const string Prefix = "sqlite:";

    // A roster keeps thousands of rows in flight; the more of them share a transaction, the fewer pages are written twice.
    private const int MaxGroup = 1024;

    /// <summary>Path of the file a store's name means.</summary>
    /// <exception cref="NewCitizenException">NC7024.</exception>
    public static string PathOf(string store) =>
        store.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && store.Length > Prefix.Length
            ? store[Prefix.Length..]
            : throw new NewCitizenException(CommandLineErrors.StoreName);

    /// <exception cref="NewCitizenException">NC7024, NC7025; NC30xx and NC31xx: store or keys cannot be used.</exception>
    public static async Task<ServiceProvider> OpenAsync(CliContext context, string store, string? keys, SchemaMode mode, CancellationToken cancellationToken)
    {
        var path = PathOf(store);
        if (mode == SchemaMode.Validate && !File.Exists(path)) throw new NewCitizenException(CommandLineErrors.StoreMissing, path);
        var provider = Build(context, path, keys, mode);
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

    public static ServiceProvider Build(CliContext context, string path, string? keys, SchemaMode mode)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(context.Terminal.Clock);
        var builder = services.AddNewCitizen().UseSqlite(options => (options.Path, options.GroupBatches, options.GroupOperations) = (path, MaxGroup, 4 * MaxGroup), mode).AddValidation().AddExchange();
        if ((keys ?? context.Terminal.Variable("NEWCITIZEN_KEYS")) is { Length: > 0 } file) builder.UseKeyFile(file);
        return services.BuildServiceProvider();
    }

    /// <exception cref="NewCitizenException">NC7028.</exception>
    public static AccessContext Access(string agency, string? purpose = null) =>
        AgencyId.TryParse(agency, out var id) ? new AccessContext(id, "newcitizen-cli", purpose) : throw new NewCitizenException(CommandLineErrors.InvalidAgency);
}

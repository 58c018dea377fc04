using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewCitizen.Errors;
using NewCitizen.Privacy;
using NewCitizen.Storage;

namespace NewCitizen.Hosting;

/// <summary>Refuses to start a host that lacks a piece, and says which call adds it; then brings the store's schema into being.</summary>
internal sealed class StartupCheck(IServiceProvider services) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (services.GetService<IKeyRing>() is null)
        {
            throw new NewCitizenException(HostingErrors.PieceMissing, "IKeyRing", "NewCitizen.Core", "UseKeyFile(path)");
        }

        if (services.GetService<ISchemaManager>() is not { } schema)
        {
            throw new NewCitizenException(HostingErrors.PieceMissing, "IRecordStore", "NewCitizen.Storage.Sqlite", "UseSqlite(path)");
        }

        var mode = services.GetService<SchemaModeSetting>()?.Mode ?? SchemaMode.Validate;
        await schema.PrepareAsync(mode, cancellationToken).ConfigureAwait(false);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

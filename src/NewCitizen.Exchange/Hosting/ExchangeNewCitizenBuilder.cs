using Microsoft.Extensions.DependencyInjection.Extensions;
using NewCitizen.Exchange.Export;
using NewCitizen.Exchange.Rosters;
using NewCitizen.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds import and exchange to the SDK.</summary>
public static class ExchangeNewCitizenBuilder
{
    /// <summary>Adds the roster importer and the exporter. May be called twice.</summary>
    public static NewCitizenBuilder AddExchange(this NewCitizenBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<RosterImporter>();
        builder.Services.TryAddSingleton<ResidentExporter>();
        return builder;
    }
}

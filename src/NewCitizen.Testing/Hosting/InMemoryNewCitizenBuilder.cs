using Microsoft.Extensions.DependencyInjection.Extensions;
using NewCitizen.Hosting;
using NewCitizen.Privacy;
using NewCitizen.Testing.InMemory;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses the in-memory store, for tests.</summary>
public static class InMemoryNewCitizenBuilder
{
    /// <summary>Keeps records and keys in memory; both are gone with the process.</summary>
    public static NewCitizenBuilder UseInMemory(this NewCitizenBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<IKeyRing, EphemeralKeyRing>();
        builder.Services.TryAddSingleton<InMemoryRecordStore>();
        return builder.UseStore<InMemoryRecordStore>();
    }
}

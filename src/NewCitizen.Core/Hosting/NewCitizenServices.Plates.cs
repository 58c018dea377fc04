using Microsoft.Extensions.DependencyInjection.Extensions;
using NewCitizen.Plates;

namespace Microsoft.Extensions.DependencyInjection;

public static partial class NewCitizenServices
{
    private static void AddPlates(IServiceCollection services)
    {
        services.AddOptions();
        services.TryAddSingleton<PlateSigner>();
        services.TryAddSingleton<IDoorPlateStore, DoorPlateStore>();
        services.TryAddSingleton<PlateManager>();
    }
}

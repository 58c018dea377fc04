using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewCitizen.Inspections;
using NewCitizen.Inspections.Rules;
using NewCitizen.Rules;

namespace Microsoft.Extensions.DependencyInjection;

public static partial class NewCitizenServices
{
    private static void AddInspections(IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(InspectionManager)))
        {
            return;
        }

        services.AddOptions();
        services.TryAddSingleton<InspectionStore>();
        services.TryAddSingleton<HazardStore>();
        services.TryAddSingleton<IInspectionStore>(provider => provider.GetRequiredService<InspectionStore>());
        services.TryAddSingleton<IHazardStore>(provider => provider.GetRequiredService<HazardStore>());
        services.TryAddSingleton<IInspectionPhotoStore, InspectionPhotoStore>();
        services.TryAddSingleton<RiskGradeManager>();
        services.TryAddSingleton<InspectionManager>();
        services.TryAddSingleton<HazardManager>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<Hosting.IHostedService, HazardSweeper>());
        services.AddSingleton<RuleTopic>(provider => GradeTopic.Create([.. provider.GetRequiredService<IOptions<InspectionOptions>>().Value.GradePolicies]));
    }
}

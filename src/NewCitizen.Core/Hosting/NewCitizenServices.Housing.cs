using Microsoft.Extensions.DependencyInjection.Extensions;
using NewCitizen.Housing.Policies;
using NewCitizen.Housing.Registers;
using NewCitizen.Housing.Rules;
using NewCitizen.Housing.Surveys;
using NewCitizen.Rules;

namespace Microsoft.Extensions.DependencyInjection;

public static partial class NewCitizenServices
{
    private static void AddHousingRules(IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(HousingTopics)))
        {
            return;
        }

        services.TryAddSingleton(OccupancyPolicies.None);
        services.AddSingleton<HousingTopics>();
        services.TryAddSingleton<HouseRegister>();
        services.TryAddSingleton<HousingSurvey>();
        services.AddSingleton<RuleTopic>(provider => provider.GetRequiredService<HousingTopics>().Room);
        services.AddSingleton<RuleTopic>(provider => provider.GetRequiredService<HousingTopics>().Property);
        services.AddSingleton<RuleTopic>(provider => provider.GetRequiredService<HousingTopics>().Lease);
    }
}

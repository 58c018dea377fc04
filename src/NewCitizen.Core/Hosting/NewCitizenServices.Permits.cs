using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewCitizen.Permits.Rules;
using NewCitizen.Permits;
using NewCitizen.Privacy;
using NewCitizen.Residents;
using NewCitizen.Rules;

namespace Microsoft.Extensions.DependencyInjection;

public static partial class NewCitizenServices
{
    private static void AddPermits(IServiceCollection services)
    {
        services.TryAddSingleton(provider => new RuleBook(provider.GetServices<RuleTopic>()));
        if (services.Any(service => service.ServiceType == typeof(PermitManager)))
        {
            return;
        }

        services.AddOptions<PermitOptions>()
            .Validate(options => options.RemindDays is >= 1 and <= 60, $"{nameof(PermitOptions)}.{nameof(PermitOptions.RemindDays)}")
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<RuleTopic, RuleTopic<PermitFacts>>(
            provider => PermitTopic.Create(new([.. provider.GetRequiredService<IOptions<PermitOptions>>().Value.Policies]))));
        services.TryAddSingleton<PermitStore>();
        services.TryAddSingleton<IPermitStore>(provider => provider.GetRequiredService<PermitStore>());
        services.TryAddSingleton<PermitManager>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITimelineSource, PermitTimelineSource>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IErasureSource, PermitErasureSource>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<Hosting.IHostedService, PermitSweeper>());
        services.AddSingleton<IRecordRekeyer>(provider => Rekeyer<ResidencePermit>(provider, provider.GetRequiredService<PermitStore>()));
    }
}

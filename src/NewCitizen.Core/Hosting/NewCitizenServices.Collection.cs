using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewCitizen.Addresses;
using NewCitizen.Calendars;
using NewCitizen.Checklists;
using NewCitizen.Collection;
using NewCitizen.Collection.Rules;
using NewCitizen.Grid;
using NewCitizen.Hosting;
using NewCitizen.Housing;
using NewCitizen.Privacy;
using NewCitizen.Residents;
using NewCitizen.Rules;
using NewCitizen.Storage;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

public static partial class NewCitizenServices
{
    /// <summary>Sets what a city gives time for where the law on reporting names none (申报期限设置). Without a call nothing is set.</summary>
    /// <param name="builder">The SDK.</param>
    /// <param name="policies">The settings.</param>
    public static NewCitizenBuilder UseDutyPolicies(this NewCitizenBuilder builder, DutyPolicies policies)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(policies);
        builder.Services.Replace(ServiceDescriptor.Singleton(policies));
        return builder;
    }

    /// <summary>Sets the checklists of a host (清单模板), such as <see cref="ChecklistReader.ReadFile"/> returns. Without a call there are none.</summary>
    /// <param name="builder">The SDK.</param>
    /// <param name="templates">The templates.</param>
    public static NewCitizenBuilder UseChecklists(this NewCitizenBuilder builder, ChecklistTemplates templates)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(templates);
        builder.Services.Replace(ServiceDescriptor.Singleton(templates));
        return builder;
    }

    private static void AddCollection(IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(CollectionManager)))
        {
            return;
        }

        services.AddOptions();
        services.TryAddSingleton(DutyPolicies.None);
        services.AddSingleton(provider => DutyTopic.Create(provider.GetRequiredService<IWorkCalendarSource>(), provider.GetRequiredService<DutyPolicies>()));
        services.AddSingleton<RuleTopic>(provider => provider.GetRequiredService<RuleTopic<StayDutyFacts>>());
        services.TryAddSingleton<GridStore>();
        services.TryAddSingleton<IGridStore>(provider => provider.GetRequiredService<GridStore>());
        services.TryAddSingleton<GridTaskStore>();
        services.TryAddSingleton<IGridTaskStore>(provider => provider.GetRequiredService<GridTaskStore>());
        services.TryAddSingleton(provider => new GridTasks(
            provider.GetRequiredService<IGridStore>(),
            provider.GetRequiredService<IGridTaskStore>(),
            provider.GetRequiredService<IOptions<GridOptions>>(),
            provider.GetRequiredService<IClock>(),
            provider.GetRequiredService<IIdGenerator>()));
        services.AddSingleton(provider => new GridManager(
            provider.GetRequiredService<IRecordStore>(),
            provider.GetRequiredService<IGridStore>(),
            provider.GetRequiredService<GridTasks>(),
            provider.GetRequiredService<IStandardAddressStore>(),
            provider.GetRequiredService<IHousingStore>(),
            provider.GetRequiredService<IWorkCalendarSource>(),
            provider.GetRequiredService<IClock>(),
            provider.GetRequiredService<IIdGenerator>()));
        services.TryAddSingleton<CollectionStore>();
        services.TryAddSingleton<ICollectionStore>(provider => provider.GetRequiredService<CollectionStore>());
        services.AddSingleton(provider => new CollectionManager(
            provider.GetRequiredService<IRecordStore>(),
            provider.GetRequiredService<ICollectionStore>(),
            provider.GetRequiredService<ResidentManager>(),
            provider.GetRequiredService<IResidentStore>(),
            provider.GetRequiredService<IHousingStore>(),
            provider.GetRequiredService<AddressManager>(),
            provider.GetRequiredService<IGridStore>(),
            provider.GetRequiredService<GridTasks>(),
            provider.GetRequiredService<IClock>(),
            provider.GetRequiredService<IIdGenerator>()));
        services.TryAddSingleton(ChecklistTemplates.None);
        services.TryAddSingleton<ChecklistStore>();
        services.AddSingleton(provider => new ChecklistManager(
            provider.GetRequiredService<IRecordStore>(),
            provider.GetRequiredService<ChecklistStore>(),
            provider.GetRequiredService<ChecklistTemplates>(),
            provider.GetRequiredService<IClock>()));
        services.AddSingleton<IRecordRekeyer>(provider => Rekeyer<GridWorker>(provider, provider.GetRequiredService<GridStore>()));
        services.AddSingleton<IRecordRekeyer>(provider => Rekeyer<GridTask>(provider, provider.GetRequiredService<GridTaskStore>()));
        services.AddSingleton<IRecordRekeyer>(provider => Rekeyer<StayReport>(provider, provider.GetRequiredService<CollectionStore>()));
        services.AddSingleton<IRecordRekeyer>(provider => Rekeyer<StayFile>(provider, provider.GetRequiredService<CollectionStore>()));
        services.AddSingleton<IRecordRekeyer>(provider => Rekeyer<ChecklistProgress>(provider, provider.GetRequiredService<ChecklistStore>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITimelineSource, CollectionTimelineSource>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITimelineSource, ChecklistTimelineSource>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IErasureSource, CollectionErasureSource>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IErasureSource, ChecklistErasureSource>());
    }
}

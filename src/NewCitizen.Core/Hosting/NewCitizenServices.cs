using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewCitizen.Addresses;
using NewCitizen.Appointments;
using NewCitizen.Appointments.Credit;
using NewCitizen.Appointments.Reminders;
using NewCitizen.Audit;
using NewCitizen.Calendars;
using NewCitizen.Cases;
using NewCitizen.Collection;
using NewCitizen.Centres;
using NewCitizen.Hosting;
using NewCitizen.Housing;
using NewCitizen.Identity;
using NewCitizen.Inspections;
using NewCitizen.Maintenance;
using NewCitizen.Privacy;
using NewCitizen.Queues;
using NewCitizen.Relays;
using NewCitizen.Residents;
using NewCitizen.Services;
using NewCitizen.Storage;
using NewCitizen.Storage.Records;
using NewCitizen.Telemetry;
using NewCitizen.Validation;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the SDK to a host.</summary>
public static partial class NewCitizenServices
{
    /// <summary>
    /// Adds managers, typed stores, clock and privacy: <c>services.AddNewCitizen().UseSqlite(path)</c>. May be called twice. A store and a
    /// key ring must follow; the host refuses to start without them, naming the call that is missing.
    /// </summary>
    public static NewCitizenBuilder AddNewCitizen(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var builder = new NewCitizenBuilder(services);
        foreach (var kind in RecordKinds.All)
        {
            builder.AddRecordKind(kind);
        }

        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton<IIdGenerator, TimeOrderedIdGenerator>();
        services.TryAddSingleton<FieldProtector>();
        services.TryAddSingleton<BlindIndexer>();
        services.TryAddSingleton<PageCursorSeal>();
        services.TryAddSingleton<StoreLeases>();
        services.TryAddSingleton<IStandardAddressStore, StandardAddressStore>();
        services.TryAddSingleton<ResidentStore>();
        services.TryAddSingleton<IResidentOverviewStore, ResidentOverviewStore>();
        services.TryAddSingleton<HousingStore>();
        services.TryAddSingleton<IResidentStore>(provider => provider.GetRequiredService<ResidentStore>());
        services.TryAddSingleton<IHousingStore>(provider => provider.GetRequiredService<HousingStore>());
        services.TryAddSingleton<ITenancyStore, TenancyStore>();
        services.TryAddSingleton<CommandValidators>();
        services.TryAddSingleton<AddressManager>();
        services.TryAddSingleton<ResidentManager>();
        services.TryAddSingleton<HousingManager>();
        services.TryAddSingleton<ResidentRetention>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITimelineSource, HousingTimelineSource>());
        services.TryAddSingleton<PersonErasure>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IErasureSource, HousingErasureSource>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IChangeFeedReader, RelayFeedReader>());
        services.TryAddSingleton<StoreMonitor>();
        AddHousingRules(services);
        AddQueues(services);
        AddCentres(services);
        AddCases(services);
        AddAppointments(services);
        AddPlates(services);
        AddInspections(services);
        services.TryAddSingleton<AppointmentReminders>();
        AddCollection(services);
        AddMaintenanceJobs(services);
        AddPermits(services);
        services.TryAddSingleton<AuditSequencer>();
        services.TryAddSingleton<AuditSequencers>();
        services.TryAddSingleton(provider => new AuditVerifier(
            provider.GetRequiredService<IRecordStore>(), provider.GetRequiredService<IAuditTrail>(), provider.GetRequiredService<IKeyRing>().AuditPublicKeys));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<Hosting.IHostedService, StartupCheck>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<Hosting.IHostedService, AuditSequencingService>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<Hosting.IHostedService, StoreMonitorService>());
        return builder;
    }

    /// <summary>Keeps the keys in a file, created on first use and readable by its owner only. Keep it apart from the data, and back it up.</summary>
    /// <param name="builder">The SDK.</param>
    /// <param name="path">Path of the key file.</param>
    public static NewCitizenBuilder UseKeyFile(this NewCitizenBuilder builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(path);
        builder.Services.Replace(ServiceDescriptor.Singleton<IKeyRing>(_ => FileKeyRing.OpenOrCreate(path)));
        return builder;
    }

    /// <summary>
    /// Checks that all pieces are there and prepares the store, for programs without a host. A host does this when it starts.
    /// </summary>
    /// <exception cref="NewCitizen.Errors.NewCitizenException">NC7000: a piece is missing; NC30xx: the store cannot be used; NC31xx: the keys cannot.</exception>
    public static async ValueTask StartNewCitizenAsync(this IServiceProvider services, CancellationToken cancellationToken = default) =>
        await new StartupCheck(services).StartAsync(cancellationToken).ConfigureAwait(false);

    private static void AddQueues(IServiceCollection services)
    {
        services.TryAddSingleton<QueueStore>();
        services.TryAddSingleton<IQueueStore>(provider => provider.GetRequiredService<QueueStore>());
        services.TryAddSingleton<IBookedArrivals, AppointmentArrivals>();
        services.TryAddSingleton(provider => new QueueManager(
            provider.GetRequiredService<IRecordStore>(),
            provider.GetRequiredService<QueueStore>(),
            provider.GetRequiredService<IServiceCentreStore>(),
            provider.GetRequiredService<IWorkCalendarSource>(),
            provider.GetRequiredService<IBookedArrivals>(),
            provider.GetRequiredService<BlindIndexer>(),
            provider.GetRequiredService<IClock>(),
            provider.GetRequiredService<IIdGenerator>()));
    }

    private static void AddAppointments(IServiceCollection services)
    {
        services.TryAddSingleton<AppointmentStore>();
        services.TryAddSingleton<WaitlistStore>();
        services.TryAddSingleton<IAppointmentStore>(provider => provider.GetRequiredService<AppointmentStore>());
        services.TryAddSingleton<IBookingCreditPolicy, NoBookingCredit>();
        services.TryAddSingleton(provider => new AppointmentManager(
            provider.GetRequiredService<IRecordStore>(),
            provider.GetRequiredService<AppointmentStore>(),
            provider.GetRequiredService<WaitlistStore>(),
            provider.GetRequiredService<IServiceCentreStore>(),
            provider.GetRequiredService<IServiceItemStore>(),
            provider.GetRequiredService<IWorkCalendarSource>(),
            provider.GetRequiredService<IBookingCreditPolicy>(),
            provider.GetRequiredService<BlindIndexer>(),
            provider.GetRequiredService<IClock>(),
            provider.GetRequiredService<IIdGenerator>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITimelineSource, AppointmentTimelineSource>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IErasureSource, AppointmentErasureSource>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<Hosting.IHostedService, AppointmentSweeper>());
    }

    private static void AddCentres(IServiceCollection services)
    {
        services.TryAddSingleton<WorkCalendarSource>();
        services.TryAddSingleton<IWorkCalendarSource>(provider => provider.GetRequiredService<WorkCalendarSource>());
        services.TryAddSingleton<IServiceItemStore, ServiceItemStore>();
        services.TryAddSingleton<IServiceCentreStore, ServiceCentreStore>();
        services.TryAddSingleton<ServiceItemManager>();
        services.TryAddSingleton<CentreManager>();
    }

    private static void AddCases(IServiceCollection services)
    {
        services.AddOptions();
        services.TryAddSingleton<ServiceCaseStore>();
        services.TryAddSingleton<IServiceCaseStore>(provider => provider.GetRequiredService<ServiceCaseStore>());
        services.TryAddSingleton<RatingStore>();
        services.TryAddSingleton<CaseManager>();
        services.TryAddSingleton(provider => new RatingManager(
            provider.GetRequiredService<IRecordStore>(),
            provider.GetRequiredService<IServiceCaseStore>(),
            provider.GetRequiredService<RatingStore>(),
            provider.GetRequiredService<IWorkCalendarSource>(),
            provider.GetRequiredService<IOptions<RatingOptions>>(),
            provider.GetRequiredService<IClock>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITimelineSource, CaseTimelineSource>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IErasureSource, CaseErasureSource>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<Hosting.IHostedService, CaseDueRefresher>());
    }

    private static void AddMaintenanceJobs(IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(JobRunner)))
        {
            return;
        }

        services.AddOptions<MaintenanceOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MaintenanceOptions>, MaintenanceOptionsCheck>());
        foreach (var rule in RetentionRules.All)
        {
            services.AddSingleton(rule);
        }

        services.AddSingleton<IRecordRekeyer>(provider => Rekeyer<Resident>(provider, provider.GetRequiredService<ResidentStore>()));
        services.AddSingleton<IRecordRekeyer>(provider => Rekeyer<RentalProperty>(provider, provider.GetRequiredService<HousingStore>()));
        services.AddSingleton<IRecordRekeyer>(provider => Rekeyer<ServiceCase>(provider, provider.GetRequiredService<ServiceCaseStore>()));
        services.AddSingleton<IRecordRekeyer>(provider => Rekeyer<RatingFollowUp>(provider, provider.GetRequiredService<RatingStore>()));
        services.AddSingleton<IRecordRekeyer>(provider => Rekeyer<Appointment>(provider, provider.GetRequiredService<AppointmentStore>()));
        services.AddSingleton<IRecordRekeyer>(provider => Rekeyer<WaitlistEntry>(provider, provider.GetRequiredService<WaitlistStore>()));
        services.AddSingleton<IRecordRekeyer>(provider => Rekeyer<Inspection>(provider, provider.GetRequiredService<InspectionStore>()));
        services.AddSingleton<IRecordRekeyer>(provider => Rekeyer<Hazard>(provider, provider.GetRequiredService<HazardStore>()));
        services.TryAddSingleton<JobRuns>();
        services.TryAddSingleton<JobRunner>();
        services.TryAddSingleton<Retention>();
        services.AddSingleton<IMaintenanceJob, RetentionJob>();
        services.AddSingleton<IMaintenanceJob, RequestKeyJob>();
        services.AddSingleton<IMaintenanceJob, FeedTrimJob>();
        services.AddSingleton<IMaintenanceJob, RekeyJob>();
        services.AddSingleton<IMaintenanceJob, AppointmentReminderJob>();
        services.AddSingleton<IMaintenanceJob, DuplicatesJob>();
    }

    private static RecordRekeyer<T> Rekeyer<T>(IServiceProvider provider, IRecordMapper<T> mapper)
        where T : class =>
        new(mapper, provider.GetRequiredService<FieldProtector>(), provider.GetRequiredService<IKeyRing>());
}

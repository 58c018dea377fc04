using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Addresses;
using NewCitizen.Agencies;
using NewCitizen.Hosting;
using NewCitizen.Housing;
using NewCitizen.Privacy;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NewCitizen.TestStores;
using NodaTime;
using NodaTime.Testing;

namespace NewCitizen.Core.Tests;

/// <summary>One office with managers, on the in-memory store unless another was chosen for all tests, and a clock that stands at noon of 2026-11-22 in Shanghai.</summary>
internal sealed class TestOffice : IDisposable
{
    public const string Number = "11010519491231002X";
    public const string OtherNumber = "440524188001010014";

    private readonly ServiceProvider _services;

    public TestOffice()
        : this(_ => { })
    {
    }

    public TestOffice(Action<NewCitizenBuilder> configure)
    {
        var builder = new ServiceCollection().AddSingleton<IClock>(Clock).AddNewCitizen().UseTestStore(builder => builder.UseInMemory());
        configure(builder);
        _services = builder.Services.BuildServiceProvider();
        Wait(_services.StartNewCitizenAsync);
    }

    /// <summary>An office on the store that belongs to a file, so that other processes can open it too.</summary>
    public TestOffice(string path)
    {
        var builder = new ServiceCollection().AddSingleton<IClock>(Clock).AddNewCitizen().UseNamedStore(path);
        _services = builder.Services.BuildServiceProvider();
        Wait(_services.StartNewCitizenAsync);
    }

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 22, 4, 0));

    public LocalDate Today { get; } = new(2026, 11, 22);

    public AccessContext West { get; } = new(AgencyId.Parse("west"), "clerk-1");

    public AccessContext South { get; } = new(AgencyId.Parse("south"), "clerk-2");

    public ResidentManager Residents => _services.GetRequiredService<ResidentManager>();

    public HousingManager Housing => _services.GetRequiredService<HousingManager>();

    public ResidentRetention Retention => _services.GetRequiredService<ResidentRetention>();

    public AddressManager Addresses => _services.GetRequiredService<AddressManager>();

    public IRecordStore Store => _services.GetRequiredService<IRecordStore>();

    public EphemeralKeyRing Keys => (EphemeralKeyRing)_services.GetRequiredService<IKeyRing>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public IAuditTrail Audit => _services.GetRequiredService<IAuditTrail>();

    public static RegisterResident Person(string name = "张三", string number = Number, string? address = "天津经济技术开发区第三大街16号3-201") => new()
    {
        Name = name,
        Document = new StatedDocument { Number = number },
        Residence = address is null ? null : new StatedResidence { Address = address, RegisteredOn = new LocalDate(2026, 11, 1) },
        Source = new RecordSource("counter"),
    };

    public async Task<Registered> RegisterAsync(RegisterResident command, AccessContext? context = null) =>
        (await Residents.RegisterAsync(context ?? West, command, null, default)).Require();

    public async Task<Resident> FullAsync(ResidentId id) => (await Residents.ReadFullAsync(West.For("test"), id, default)).Require();

    public async Task<IReadOnlyList<string>> AuditActionsAsync() =>
        [.. (await Audit.ReadAuditAsync(null, FeedPosition.Start, 10_000, default)).Entries.Select(stored => stored.Entry.Action)];

    public void Dispose() => Wait(_ => _services.DisposeAsync());

    // On a thread of the pool: a test's own thread must not be what the work waits for.
    private static void Wait(Func<CancellationToken, ValueTask> work) => Task.Run(() => work(CancellationToken.None).AsTask()).GetAwaiter().GetResult();
}

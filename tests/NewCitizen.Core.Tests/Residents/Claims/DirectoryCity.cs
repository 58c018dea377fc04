using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Privacy;
using NewCitizen.Residents;
using NewCitizen.Residents.Claims;
using NewCitizen.Storage;
using NewCitizen.Testing.InMemory;
using NodaTime;
using NodaTime.Testing;

namespace NewCitizen.Core.Tests.Residents.Claims;

/// <summary>Agencies on one store with a person directory. <see cref="Process"/> makes what another process would have: its own managers over the same data.</summary>
internal sealed class DirectoryCity
{
    public static readonly string[] Numbers = [TestOffice.Number, TestOffice.OtherNumber];

    private static readonly EphemeralKeyRing s_keys = new();

    public DirectoryCity() => Records = new InMemoryRecordStore(Clock);

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 22, 4, 0));

    public InMemoryRecordStore Records { get; }

    public static AccessContext Context(string agency) => new(AgencyId.Parse(agency), "clerk", "test");

    public static RegisterResident Person(int number) => TestOffice.Person(number == 0 ? "张三" : "李四", Numbers[number], address: null);

    public IServiceProvider Process(Func<Task>? step = null, PersonDirectoryOptions? options = null, bool dropsFences = false)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(Clock).AddSingleton<IKeyRing>(s_keys).AddSingleton(Records);
        var builder = services.AddNewCitizen().AddPersonDirectory(options);
        if (step is not null)
        {
            services.AddSingleton<IRecordStore>(new StepStore(Records, step, dropsFences));
        }

        return builder.UseStore<InMemoryRecordStore>().Services.BuildServiceProvider();
    }

    public ResidentManager Residents(Func<Task>? step = null) => Process(step).GetRequiredService<ResidentManager>();

    public PersonDirectoryReconciler Reconciler(Func<Task>? step = null) => Process(step).GetRequiredService<PersonDirectoryReconciler>();

    /// <summary>Active files with a number, of all agencies.</summary>
    public async Task<List<(string Agency, Guid Id)>> FilesAsync(int number, params string[] agencies)
    {
        var store = Process().GetRequiredService<IResidentOverviewStore>();
        var found = new List<(string, Guid)>();
        foreach (var agency in agencies)
        {
            var page = await store.SearchAsync(AgencyId.Parse(agency), new ResidentSearch { DocumentNumber = Numbers[number] }, default);
            found.AddRange(page.Items.Select(file => (agency, file.Id.Value)));
        }

        return found;
    }

    public async Task<List<PersonClaim>> ClaimsAsync()
    {
        var claims = new List<PersonClaim>();
        foreach (var directory in PersonDirectoryKinds.DirectoryAgencies)
        {
            claims.AddRange((await Records.QueryAsync(new RecordQuery(directory, PersonDirectoryKinds.Claim), default)).Records.Select(PersonClaim.Read));
        }

        return claims;
    }

    /// <summary>What must hold once everything was put right: a claim for each file and a file for each claim, and no person twice.</summary>
    public async Task RequireSoundAsync(string what, params string[] agencies)
    {
        var files = new List<(string Agency, Guid Id)>();
        for (var number = 0; number < Numbers.Length; number++)
        {
            var found = await FilesAsync(number, agencies);
            Assert.True(found.Count <= 1, $"{what}: person {number} is on file at {string.Join(", ", found)}");
            files.AddRange(found);
        }

        var claims = await ClaimsAsync();
        Assert.True(claims.TrueForAll(claim => claim.State == ClaimState.Confirmed), $"{what}: {string.Join(", ", claims)}");
        var held = claims.Select(claim => claim.Holder.Value).Order(StringComparer.Ordinal).ToList();
        Assert.True(held.SequenceEqual(files.Select(file => file.Agency).Order(StringComparer.Ordinal)), $"{what}: claims of [{string.Join(' ', held)}], files [{string.Join(' ', files)}]");
    }
}

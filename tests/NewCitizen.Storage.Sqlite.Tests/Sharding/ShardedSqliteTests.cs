using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Residents;
using NewCitizen.Residents.Claims;
using NewCitizen.Storage.Sharding;
using NewCitizen.Testing.Conformance;

namespace NewCitizen.Storage.Sqlite.Tests.Sharding;

public sealed class ShardedSqliteTests : IDisposable
{
    private static readonly ShardedSqliteFixture s_fixture = new();
    private readonly TempFolder _folder = new();

    public static TheoryData<string> Scenarios => [.. ConformanceCatalogue.All.Select(scenario => scenario.Name)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Scenarios))]
    public Task Promise_OnThreeFiles_IsKept(string scenario) => ConformanceCatalogue.Find(scenario).RequireAsync(s_fixture);

    [Fact]
    public async Task Host_WithShardsAndADirectory_RegistersEachPersonOnceAndSignsEachLog()
    {
        await using (var services = Host())
        {
            await services.StartNewCitizenAsync();
            var residents = services.GetRequiredService<ResidentManager>();
            var west = (await residents.RegisterAsync(Context("west"), Person(), null, default)).Require();
            var south = await residents.RegisterAsync(Context("south"), Person(), null, default);
            Assert.Equal(PersonDirectoryErrors.KnownElsewhere, south.FirstError.Code);

            // The agency moves; who keeps the person does not change.
            var moved = await services.GetRequiredService<AgencyMover>().MoveAsync(Context("west"), "c", default);
            Assert.True(moved.Verified >= 1);
            Assert.Equal(PersonDirectoryErrors.KnownElsewhere, (await residents.RegisterAsync(Context("south"), Person(), null, default)).FirstError.Code);
            Assert.Equal(west.Id, (await residents.FindAsync(Context("west"), west.Id, default))!.Id);
            var signed = await services.GetRequiredService<AuditSequencers>().RunAsync(flush: true, default);
            Assert.Equal(3, signed.Count);
        }

        await using var again = Host();
        await again.StartNewCitizenAsync();
        var map = again.GetRequiredService<ShardedRecordStore>().Map;
        Assert.Equal((2L, "c"), (map.Version, map.ShardOf(AgencyId.Parse("west"))));
        Assert.Equal(0, (await again.GetRequiredService<PersonDirectoryReconciler>().CheckClaimsAsync(repair: true, default)).Freed);
    }

    private ServiceProvider Host() => new ServiceCollection().AddNewCitizen().UseKeyFile(_folder.File("keys.json"))
        .AddPersonDirectory()
        .UseShards(
            shards =>
            {
                shards.MapFile = _folder.File("shards.json");
                foreach (var name in new[] { "a", "b", "c" })
                {
                    shards.Add(name, (kinds, clock) => new SqliteRecordStore(_folder.Options(name + ".db"), kinds, clock));
                }
            },
            SchemaMode.Create)
        .Services.BuildServiceProvider();

    private static AccessContext Context(string agency) => new(AgencyId.Parse(agency), "clerk-1");

    private static RegisterResident Person() => new()
    {
        Name = "张三",
        Document = new StatedDocument { Number = "11010519491231002X" },
        Residence = new StatedResidence { Address = "洞庭路76号" },
        Source = new RecordSource("counter"),
    };
}

using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Residents;
using NewCitizen.Residents.Claims;
using NewCitizen.Storage.Sharding;
using NewCitizen.Testing.Conformance;
using NewCitizen.TestServers.PostgreSql;

namespace NewCitizen.Storage.PostgreSql.Tests.Sharding;

/// <summary>The kit and the person directory on three PostgreSQL servers behind the router.</summary>
public sealed class ShardedPostgreSqlTests(ShardedPostgreSqlServers servers) : IClassFixture<ShardedPostgreSqlServers>
{
    public static TheoryData<string> Scenarios => [.. ConformanceCatalogue.All.Select(scenario => scenario.Name)];

    [SkippableTheory]
    [MemberData(nameof(Scenarios))]
    public async Task Promise_OnThreeServers_IsKept(string scenario)
    {
        ShardedPostgreSqlServers.Require();
        PostgreSqlInstall.Require(PostgreSqlInstall.Old);
        await ConformanceCatalogue.Find(scenario).RequireAsync(servers);
    }

    [SkippableFact]
    public async Task RegisterAsync_OnePersonAtSixAgenciesOnThreeServersAtOnce_IsOnFileOnce()
    {
        ShardedPostgreSqlServers.Require();
        PostgreSqlInstall.Require(PostgreSqlInstall.Old);
        var keys = Path.Combine(Directory.CreateTempSubdirectory("newcitizen-").FullName, "keys.json");
        var schema = PostgreSqlServer.NewSchema();
        string[] agencies = ["a-1", "a-2", "b-1", "b-2", "c-1", "c-2"];
        var map = new ShardMap(["a", "b", "c"], agencies.ToDictionary(AgencyId.Parse, agency => agency[..1]));
        await using var services = new ServiceCollection().AddNewCitizen().UseKeyFile(keys).AddPersonDirectory()
            .UseShards(
                shards =>
                {
                    shards.Map = new FixedShardMap(map);
                    foreach (var name in map.Shards)
                    {
                        shards.Add(name, (kinds, clock) => new PostgreSqlRecordStore(servers.Options(name, schema), kinds, clock));
                    }
                },
                SchemaMode.Create)
            .Services.BuildServiceProvider();
        await services.StartNewCitizenAsync();
        var residents = services.GetRequiredService<ResidentManager>();
        for (var person = 0; person < 10; person++)
        {
            var command = new RegisterResident
            {
                Name = "张三",
                Document = new StatedDocument { Kind = "护照", Number = $"X{person:D7}", Country = "USA" },
                Sex = "男",
                BirthDate = new(1990, 1, 1),
                Source = new RecordSource("counter"),
            };
            var outcomes = await Task.WhenAll(agencies.Select(agency => Task.Run(async () =>
                await residents.RegisterAsync(new AccessContext(AgencyId.Parse(agency), "clerk"), command, null, default))));
            Assert.Single(outcomes, outcome => outcome.Succeeded);
        }

        var claims = await services.GetRequiredService<PersonDirectoryReconciler>().CheckClaimsAsync(repair: false, default);
        Assert.Equal((10L, 0), (claims.Looked, claims.Findings.Count));
    }
}

using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Residents;
using NewCitizen.Residents.Claims;

namespace NewCitizen.Core.Tests.Residents.Claims;

/// <summary>Kills a process before and after every call of a procedure, and looks what the next ones find.</summary>
public sealed class DirectoryCrashTests
{
    private static readonly AccessContext s_west = DirectoryCity.Context("west");
    private static readonly AccessContext s_south = DirectoryCity.Context("south");
    private static readonly string[] s_agencies = ["west", "south", "east"];

    /// <summary>Each procedure with what it needs beforehand.</summary>
    public static TheoryData<string> Procedures => ["register", "add-document", "erase", "hand-over", "take-back", "register-after-hand-over", "register-over-orphan", "reconcile"];

    [Theory]
    [MemberData(nameof(Procedures))]
    public async Task Procedure_KilledAtEveryStep_IsPutRightByTheReconciler(string procedure)
    {
        var kills = await KillEverywhereAsync(procedure, async (city, what) =>
        {
            city.Clock.AdvanceDays(40);
            await city.Reconciler().ResolveExpiredAsync(repair: true, default);
            await city.Reconciler().CheckClaimsAsync(repair: true, default);
            await city.RequireSoundAsync(what, s_agencies);
            var second = await city.Reconciler().CheckClaimsAsync(repair: true, default);
            Assert.Empty(second.Findings);
        });
        Assert.InRange(kills, 8, 200);
    }

    [Theory]
    [MemberData(nameof(Procedures))]
    public async Task Procedure_KilledAtEveryStep_LeavesNobodyLockedOutAndNobodyTwice(string procedure)
    {
        await KillEverywhereAsync(procedure, async (city, what) =>
        {
            city.Clock.AdvanceDays(40);
            var before = await city.FilesAsync(0, s_agencies);
            var east = await city.Residents().RegisterAsync(DirectoryCity.Context("east"), DirectoryCity.Person(0), null, default);
            Assert.True(east.Succeeded == (before.Count == 0 || before[0].Agency == "east"), $"{what}: {before.Count} files, {(east.Succeeded ? "registered" : east.FirstError.Code.Value)}");
            Assert.Single(await city.FilesAsync(0, s_agencies));
        });
    }

    [Theory]
    [MemberData(nameof(Procedures))]
    public async Task Procedure_KilledAtEveryStepAndRunAgain_EndsAsIfNothingHadHappened(string procedure)
    {
        await KillEverywhereAsync(procedure, async (city, what) =>
        {
            if (procedure == "take-back" && (await city.FilesAsync(0, "west")).Count == 1)
            {
                return;
            }

            await RunAsync(procedure, city, step: null);
            var files = await city.FilesAsync(0, s_agencies);
            string[] expected = procedure switch { "erase" or "hand-over" => [], "register-after-hand-over" or "register-over-orphan" => ["south"], _ => ["west"] };
            Assert.True(expected.SequenceEqual(files.Select(file => file.Agency)), $"{what}: {string.Join(' ', files)}");
        });
    }

    private static async Task<int> KillEverywhereAsync(string procedure, Func<DirectoryCity, string, Task> look)
    {
        for (var deadly = 1; ; deadly++)
        {
            var city = new DirectoryCity();
            await PrepareAsync(procedure, city);
            var steps = 0;
            try
            {
                await RunAsync(procedure, city, () => ++steps == deadly ? throw new Killed() : Task.CompletedTask);
                return deadly - 1;
            }
            catch (Killed)
            {
                await look(city, $"{procedure} killed at step {deadly}");
            }
        }
    }

    private static async Task PrepareAsync(string procedure, DirectoryCity city)
    {
        var residents = city.Residents();
        switch (procedure)
        {
            case "add-document":
                await residents.RegisterAsync(s_west, DirectoryCity.Person(1), null, default);
                break;
            case "erase" or "hand-over":
                await residents.RegisterAsync(s_west, DirectoryCity.Person(0), null, default);
                break;
            case "take-back" or "register-after-hand-over":
                var file = (await residents.RegisterAsync(s_west, DirectoryCity.Person(0), null, default)).Require();
                (await residents.HandOverAsync(s_west, file.Id, file.Revision, s_south.Agency, default)).Require();
                break;
            case "register-over-orphan":
                // A registration at west died between claim and file, long ago.
                await Assert.ThrowsAsync<Killed>(async () => await DieAfterClaimAsync(city));
                city.Clock.AdvanceMinutes(6);
                break;
            case "reconcile":
                await residents.RegisterAsync(s_west, DirectoryCity.Person(0), null, default);
                foreach (var claim in await city.ClaimsAsync())
                {
                    await city.Records.CommitAsync((claim with { State = ClaimState.Pending, ExpiresAt = city.Clock.GetCurrentInstant() }).Write(), default);
                }

                await Assert.ThrowsAsync<Killed>(async () => await DieAfterClaimAsync(city, person: 1));
                city.Clock.AdvanceMinutes(6);
                break;
        }
    }

    private static async Task DieAfterClaimAsync(DirectoryCity city, int person = 0)
    {
        var before = (await city.ClaimsAsync()).Count;
        await city.Residents(async () =>
        {
            if ((await city.ClaimsAsync()).Count > before)
            {
                throw new Killed();
            }
        }).RegisterAsync(s_west, DirectoryCity.Person(person), null, default);
    }

    private static async Task RunAsync(string procedure, DirectoryCity city, Func<Task>? step)
    {
        var plain = city.Residents();
        var residents = city.Residents(step);
        switch (procedure)
        {
            case "register":
                await residents.RegisterAsync(s_west, DirectoryCity.Person(0), null, default);
                break;
            case "add-document":
                var other = await plain.FindByDocumentAsync(s_west, DirectoryCity.Person(1).Document, default);
                if ((await city.FilesAsync(0, "west")).Count == 0)
                {
                    await residents.AddDocumentAsync(s_west, other!.Id, other.Revision, DirectoryCity.Person(0).Document, default);
                }

                break;
            case "erase" or "hand-over":
                if (await plain.FindByDocumentAsync(s_west, DirectoryCity.Person(0).Document, default) is { } file)
                {
                    _ = procedure == "erase"
                        ? await residents.EraseAsync(s_west, file.Id, file.Revision, default)
                        : await residents.HandOverAsync(s_west, file.Id, file.Revision, s_south.Agency, default);
                }

                break;
            case "take-back":
                var all = await city.Process().GetRequiredService<IResidentStore>().ListAsync(s_west.Agency, 10, null, default);
                await residents.TakeBackAsync(s_west, all.Items[0].Id, all.Items[0].Revision, default);
                break;
            case "register-after-hand-over" or "register-over-orphan":
                await residents.RegisterAsync(s_south, DirectoryCity.Person(0), null, default);
                break;
            case "reconcile":
                await city.Reconciler(step).ResolveExpiredAsync(repair: true, default);
                break;
        }
    }
}

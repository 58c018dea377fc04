using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Errors;
using NewCitizen.Residents;
using NewCitizen.Residents.Claims;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Residents.Claims;

public sealed class DirectoryTests
{
    private static readonly AccessContext s_west = DirectoryCity.Context("west");
    private static readonly AccessContext s_south = DirectoryCity.Context("south");
    private static readonly AccessContext s_east = DirectoryCity.Context("east");
    private readonly DirectoryCity _city = new();

    [Fact]
    public async Task RegisterAsync_PersonOfAnotherAgency_IsRefusedWithoutSayingWhose()
    {
        var residents = _city.Residents();
        Assert.Equal(RegistrationEffect.Created, (await residents.RegisterAsync(s_west, DirectoryCity.Person(0), null, default)).Require().Effect);
        for (var i = 0; i < 3; i++)
        {
            var refused = await residents.RegisterAsync(s_south, DirectoryCity.Person(0), null, default);
            Assert.Equal(PersonDirectoryErrors.KnownElsewhere, refused.FirstError.Code);
            Assert.Empty(refused.FirstError.Arguments);
        }

        Assert.Equal(RegistrationEffect.NothingNew, (await residents.RegisterAsync(s_west, DirectoryCity.Person(0), null, default)).Require().Effect);
        Assert.Equal(RegistrationEffect.Created, (await residents.RegisterAsync(s_south, DirectoryCity.Person(1), null, default)).Require().Effect);
        await _city.RequireSoundAsync("two people", "west", "south");
    }

    [Fact]
    public async Task RegisterAsync_WhereThePolicyAllows_NamesTheAgency()
    {
        var residents = _city.Process(options: new() { DiscloseAgency = true }).GetRequiredService<ResidentManager>();
        await residents.RegisterAsync(s_west, DirectoryCity.Person(0), null, default);
        var refused = await residents.RegisterAsync(s_south, DirectoryCity.Person(0), null, default);
        Assert.Equal((PersonDirectoryErrors.KnownAtAgency, "west"), (refused.FirstError.Code, refused.FirstError.Arguments.Single()));
    }

    [Fact]
    public async Task RegisterAsync_WithoutTheDirectory_IsAsBefore()
    {
        using var office = new TestOffice();
        await office.RegisterAsync(TestOffice.Person());
        await office.RegisterAsync(TestOffice.Person(), office.South);
        Assert.Empty((await office.Store.QueryAsync(new RecordQuery(PersonDirectoryKinds.DirectoryAgencies[0], PersonDirectoryKinds.Claim), default)).Records);
    }

    [Fact]
    public async Task RegisterAsync_SameRequestKey_GetsTheSameAnswer()
    {
        var residents = _city.Residents();
        var key = new RequestKey("counter-7", [1, 2, 3]);
        var first = (await residents.RegisterAsync(s_west, DirectoryCity.Person(0), key, default)).Require();
        var again = (await residents.RegisterAsync(s_west, DirectoryCity.Person(0), key, default)).Require();
        Assert.Equal((first.Id, RegistrationEffect.Created), (again.Id, again.Effect));
        await _city.RequireSoundAsync("retry", "west", "south");
    }

    [Fact]
    public async Task RegisterAsync_ManyAgenciesAtOnce_ExactlyOneIsFirst()
    {
        for (var round = 0; round < 20; round++)
        {
            var city = new DirectoryCity();
            string[] agencies = [.. Enumerable.Range(0, 8).Select(number => $"agency-{number}")];
            var outcomes = await Task.WhenAll(agencies.SelectMany(agency => new[] { agency, agency }).Select(agency => Task.Run(async () =>
                (agency, Outcome: await city.Residents().RegisterAsync(DirectoryCity.Context(agency), DirectoryCity.Person(0), null, default)))));
            var succeeded = outcomes.Where(one => one.Outcome.Succeeded).ToList();
            Assert.Single(succeeded, one => one.Outcome.Value!.Effect == RegistrationEffect.Created);
            Assert.Single(succeeded.Select(one => one.agency).Distinct());
            Assert.All(
                outcomes.Where(one => !one.Outcome.Succeeded),
                one => Assert.Contains(one.Outcome.FirstError.Code, new[] { PersonDirectoryErrors.KnownElsewhere, PersonDirectoryErrors.BeingRegistered }));
            await city.RequireSoundAsync("many at once", agencies);
        }
    }

    [Fact]
    public async Task RegisterAsync_ManyClerksOfOneAgencyAtOnce_OpenOneFile()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(async () =>
            (await _city.Residents().RegisterAsync(s_west, DirectoryCity.Person(0), null, default)).Require())));
        Assert.Single(outcomes, one => one.Effect == RegistrationEffect.Created);
        Assert.Single(outcomes.Select(one => one.Id).Distinct());
        await _city.RequireSoundAsync("many clerks", "west");
    }

    [Fact]
    public async Task AddDocumentAsync_NumberOfAnotherAgency_IsRefused()
    {
        var residents = _city.Residents();
        var west = (await residents.RegisterAsync(s_west, DirectoryCity.Person(0), null, default)).Require();
        await residents.RegisterAsync(s_south, DirectoryCity.Person(1), null, default);
        var refused = await residents.AddDocumentAsync(s_west, west.Id, west.Revision, new StatedDocument { Number = TestOffice.OtherNumber }, default);
        Assert.Equal(PersonDirectoryErrors.KnownElsewhere, refused.FirstError.Code);

        var passport = await residents.AddDocumentAsync(s_west, west.Id, west.Revision, new StatedDocument { Kind = "414", Number = "E12345678", Country = "USA" }, default);
        Assert.True(passport.Succeeded, passport.Succeeded ? "" : passport.FirstError.Code.Value);
        Assert.Equal(3, (await _city.ClaimsAsync()).Count(claim => claim.State == ClaimState.Confirmed));
    }

    [Fact]
    public async Task EraseAsync_APerson_FreesThemForOthers()
    {
        var residents = _city.Residents();
        var west = (await residents.RegisterAsync(s_west, DirectoryCity.Person(0), null, default)).Require();
        (await residents.EraseAsync(s_west, west.Id, west.Revision, default)).Require();
        Assert.Empty(await _city.ClaimsAsync());
        (await residents.RegisterAsync(s_south, DirectoryCity.Person(0), null, default)).Require();
        await _city.RequireSoundAsync("erased", "west", "south");
    }

    [Fact]
    public async Task EraseEndedAsync_Files_FreesTheirPeople()
    {
        var process = _city.Process();
        var residents = process.GetRequiredService<ResidentManager>();
        var west = (await residents.RegisterAsync(s_west, TestOffice.Person(), null, default)).Require();
        var file = (await residents.ReadFullAsync(s_west, west.Id, default)).Require();
        await residents.EndResidenceAsync(s_west, west.Id, file.Revision, file.Registrations[0].Id, new LocalDate(2026, 11, 20), default);
        Assert.Single(await process.GetRequiredService<ResidentRetention>().EraseEndedAsync(s_west, new LocalDate(2026, 11, 21), 10, default));
        Assert.Empty(await _city.ClaimsAsync());
    }

    [Fact]
    public async Task MergeAsync_TwoFilesOfOneAgency_KeepsTheirClaims()
    {
        var residents = _city.Residents();
        var one = (await residents.RegisterAsync(s_west, DirectoryCity.Person(0), null, default)).Require();
        var two = (await residents.RegisterAsync(s_west, DirectoryCity.Person(1), null, default)).Require();
        var merged = (await residents.MergeAsync(s_west, one.Id, one.Revision, two.Id, two.Revision, default)).Require();
        Assert.Equal(PersonDirectoryErrors.KnownElsewhere, (await residents.RegisterAsync(s_south, DirectoryCity.Person(1), null, default)).FirstError.Code);
        var checkedClaims = await _city.Reconciler().CheckClaimsAsync(repair: true, default);
        Assert.Equal((2L, 0L, 0), (checkedClaims.Looked, checkedClaims.Freed, checkedClaims.Findings.Count));
        (await residents.EraseAsync(s_west, merged.Id, merged.Revision, default)).Require();
        Assert.Empty(await _city.ClaimsAsync());
    }

    [Fact]
    public async Task HandOverAsync_ToAnotherAgency_IsRegisteredThereAndNowhereElse()
    {
        var residents = _city.Residents();
        var west = (await residents.RegisterAsync(s_west, DirectoryCity.Person(0), null, default)).Require();
        var gone = (await residents.HandOverAsync(s_west, west.Id, west.Revision, s_south.Agency, default)).Require();
        Assert.Equal(ResidentStatus.HandedOver, gone.Status);
        Assert.Equal(PersonDirectoryErrors.KnownElsewhere, (await residents.RegisterAsync(s_east, DirectoryCity.Person(0), null, default)).FirstError.Code);
        Assert.Equal(PersonDirectoryErrors.KnownElsewhere, (await residents.RegisterAsync(s_west, DirectoryCity.Person(0), null, default)).FirstError.Code);
        Assert.Equal(RegistrationEffect.Created, (await residents.RegisterAsync(s_south, DirectoryCity.Person(0), null, default)).Require().Effect);
        Assert.Equal(PersonDirectoryErrors.KnownElsewhere, (await residents.TakeBackAsync(s_west, west.Id, gone.Revision, default)).FirstError.Code);
        Assert.Equal(PersonDirectoryErrors.FileHandedOver, (await residents.AddPhoneAsync(s_west, west.Id, gone.Revision, "13800138000", default)).FirstError.Code);
        Assert.Equal(west.Id, (await residents.FindAsync(s_west, west.Id, default))!.Id);
        await _city.RequireSoundAsync("handed over", "west", "south", "east");
    }

    [Fact]
    public async Task TakeBackAsync_BeforeTheOtherAgencyRegistered_MakesTheFileActive()
    {
        var residents = _city.Residents();
        var west = (await residents.RegisterAsync(s_west, DirectoryCity.Person(0), null, default)).Require();
        Assert.Equal(PersonDirectoryErrors.NotHandedOver, (await residents.TakeBackAsync(s_west, west.Id, west.Revision, default)).FirstError.Code);
        var gone = (await residents.HandOverAsync(s_west, west.Id, west.Revision, s_south.Agency, default)).Require();
        var back = (await residents.TakeBackAsync(s_west, west.Id, gone.Revision, default)).Require();
        Assert.Equal(ResidentStatus.Active, back.Status);
        Assert.Equal(PersonDirectoryErrors.KnownElsewhere, (await residents.RegisterAsync(s_south, DirectoryCity.Person(0), null, default)).FirstError.Code);
        await _city.RequireSoundAsync("taken back", "west", "south");
    }

    [Fact]
    public async Task HandOverAsync_NobodyComes_LetsAnybodyRegisterAfterItsTime()
    {
        var residents = _city.Residents();
        var west = (await residents.RegisterAsync(s_west, DirectoryCity.Person(0), null, default)).Require();
        await residents.HandOverAsync(s_west, west.Id, west.Revision, s_south.Agency, default);
        _city.Clock.AdvanceDays(31);
        (await residents.RegisterAsync(s_east, DirectoryCity.Person(0), null, default)).Require();
        await _city.RequireSoundAsync("nobody came", "west", "south", "east");
    }

    [Fact]
    public async Task CheckFilesAsync_FilesFromBeforeTheDirectory_AreClaimedAndDuplicatesNamed()
    {
        using var without = new TestOffice();
        var process = _city.Process();
        var plain = new ResidentManager(
            _city.Records, process.GetRequiredService<IResidentStore>(), process.GetRequiredService<IResidentOverviewStore>(), process.GetRequiredService<NewCitizen.Addresses.AddressManager>(), _city.Clock,
            process.GetRequiredService<NewCitizen.Hosting.IIdGenerator>(), [], []);
        await plain.RegisterAsync(s_west, DirectoryCity.Person(0), null, default);
        await plain.RegisterAsync(s_south, DirectoryCity.Person(0), null, default);
        await plain.RegisterAsync(s_south, DirectoryCity.Person(1), null, default);

        var listed = await _city.Reconciler().CheckFilesAsync(s_west, repair: false, default);
        Assert.Equal((1L, 0L, DirectoryFindingType.Unclaimed), (listed.Looked, listed.Claimed, listed.Findings.Single().Type));
        Assert.Empty(await _city.ClaimsAsync());

        Assert.Equal(1, (await _city.Reconciler().CheckFilesAsync(s_west, repair: true, default)).Claimed);
        var south = await _city.Reconciler().CheckFilesAsync(s_south, repair: true, default);
        Assert.Equal((2L, 1L, 1L), (south.Looked, south.Claimed, south.Duplicates));
        Assert.Equal("west", south.Findings.Single(finding => finding.Type == DirectoryFindingType.Duplicate).Other!.Value.Value);
        Assert.Equal(2, (await _city.ClaimsAsync()).Count(claim => claim.State == ClaimState.Confirmed));
    }

    [Fact]
    public async Task CheckClaimsAsync_AFileThatWentAround_FreesItsClaim()
    {
        var residents = _city.Residents();
        var west = (await residents.RegisterAsync(s_west, DirectoryCity.Person(0), null, default)).Require();
        await _city.Records.CommitAsync(new WriteBatch(s_west.Agency).Delete(ResidentKind.Kind, west.Id.Value, ExpectedVersion.Any), default);
        Assert.Equal(DirectoryFindingType.Orphan, (await _city.Reconciler().CheckClaimsAsync(repair: false, default)).Findings.Single().Type);
        Assert.Equal(1, (await _city.Reconciler().CheckClaimsAsync(repair: true, default)).Freed);
        Assert.Empty(await _city.ClaimsAsync());
        _city.Clock.AdvanceDays(31);
        Assert.Equal(1, (await _city.Reconciler().CheckFilesAsync(s_west, repair: true, default)).FencesForgotten);
    }

    [Fact]
    public async Task AuditEntries_OfTheDirectory_HoldNoIndexOfAPerson()
    {
        var residents = _city.Residents();
        var west = (await residents.RegisterAsync(s_west, DirectoryCity.Person(0), null, default)).Require();
        var address = (await _city.ClaimsAsync()).Single().Address;
        await residents.EraseAsync(s_west, west.Id, west.Revision, default);
        var freed = Assert.Single((await _city.Records.ReadAuditAsync(null, default, 100, default)).Entries, stored => stored.Entry.Action == "person-claim.free");
        Assert.Equal(west.Id.Value, freed.Entry.SubjectId);
        Assert.DoesNotContain(address.ToString(), freed.Entry.ToString(), StringComparison.OrdinalIgnoreCase);
    }
}

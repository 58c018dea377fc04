using System.Text.Encodings.Web;
using System.Text.Json;
using NewCitizen.Access;
using NewCitizen.Errors;
using NewCitizen.Housing;
using NewCitizen.People;
using NewCitizen.Plates;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Plates;

public sealed class PlateTests : IDisposable
{
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly LocalDate s_day = new(2026, 11, 1);
    private readonly TestOffice _office = new();

    private PlateManager Plates => _office.Get<PlateManager>();

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task IssueAsync_ManyAtOnceForOneHome_ExactlyOneGetsIt()
    {
        var home = await HomeAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(async () => await Plates.IssueAsync(_office.West, home, null, default))));

        var issued = Assert.Single(outcomes, outcome => outcome.Succeeded).Value!;
        Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome => Assert.Equal(PlateErrors.HomeHasPlate, outcome.FirstError.Code));
        Assert.Equal(issued, await Plates.FindByHomeAsync(_office.West, home, default));
        Assert.Equal(issued, await Plates.FindByCodeAsync(_office.West, issued.Code, default));
        Assert.Equal(PlateErrors.HomeMissing, (await Plates.IssueAsync(_office.South, home, null, default)).FirstError.Code);
    }

    [Fact]
    public async Task IssueAsync_SameKeyTwice_AnswersWithTheSamePlate()
    {
        var home = await HomeAsync();
        var first = (await Plates.IssueAsync(_office.West, home, Key("a"), default)).Require();
        var again = (await Plates.IssueAsync(_office.West, home, Key("a"), default)).Require();

        Assert.Equal(first, again);
        Assert.Single((await Plates.ListAsync(_office.West, home, 10, null, default)).Items);
    }

    [Fact]
    public async Task ScanAsync_ForgedOrAltered_IsNotFoundAndLeavesOneAuditRow()
    {
        var plate = (await Plates.IssueAsync(_office.West, await HomeAsync(), null, default)).Require();
        var token = Plates.TokenOf(plate).ToString();
        Assert.True((await Plates.ScanAsync(_office.West, token, PlateViewer.Anybody, default)).Succeeded);
        Assert.DoesNotContain("plate.forged", await _office.AuditActionsAsync());

        var altered = token[..^1] + (token[^1] == '0' ? '1' : '0');
        Assert.Equal(PlateErrors.NotAPlate, (await Plates.ScanAsync(_office.West, altered, PlateViewer.Anybody, default)).FirstError.Code);
        Assert.Single(await _office.AuditActionsAsync(), action => action == "plate.forged");

        // Genuine, but of another agency: told no more than a forgery is.
        Assert.Equal(PlateErrors.NotAPlate, (await Plates.ScanAsync(_office.South, token, PlateViewer.Anybody, default)).FirstError.Code);
        var rows = (await _office.Audit.ReadAuditAsync(null, FeedPosition.Start, 10_000, default)).Entries.Where(stored => stored.Entry.Action == "plate.forged").ToList();
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Null(row.Entry.Details));
    }

    [Fact]
    public async Task ScanAsync_WallOfForgeries_WritesNoMoreThanTheLimitAndCountsTheRest()
    {
        for (var i = 0; i < 75; i++)
        {
            await Plates.ScanAsync(_office.West, "7K3F92M8QX.1.4D0QH3N7ZK2VWY8T", PlateViewer.Anybody, default);
        }

        Assert.Equal(60, (await _office.AuditActionsAsync()).Count(action => action == "plate.forged"));
        _office.Clock.AdvanceMinutes(1);
        await Plates.ScanAsync(_office.West, "nothing", PlateViewer.Anybody, default);
        var last = (await _office.Audit.ReadAuditAsync(null, FeedPosition.Start, 10_000, default)).Entries.Last(stored => stored.Entry.Action == "plate.forged");
        Assert.Equal("""{"notWritten":15}""", last.Entry.Details);
    }

    [Fact]
    public async Task RevokeAndReplace_OldPlate_IsRefusedAndTheNewOneWorks()
    {
        var home = await HomeAsync();
        var first = (await Plates.IssueAsync(_office.West, home, null, default)).Require();
        var second = (await Plates.ReplaceAsync(_office.West, first.Id, first.Revision, PlateRevocation.Damaged, default)).Require();

        Assert.Equal(first.Id, second.Replaces);
        Assert.Equal(PlateErrors.Revoked, (await Plates.ScanAsync(_office.West, Plates.TokenOf(first).ToString(), PlateViewer.Anybody, default)).FirstError.Code);
        Assert.True((await Plates.ScanAsync(_office.West, Plates.TokenOf(second).ToString(), PlateViewer.Anybody, default)).Succeeded);
        Assert.Equal(PlateErrors.Revoked, (await Plates.ReplaceAsync(_office.West, first.Id, first.Revision, PlateRevocation.Lost, default)).FirstError.Code);
        Assert.Equal(StorageErrors.Conflict, (await Plates.RevokeAsync(_office.West, second.Id, Revision.Parse("99", null), PlateRevocation.Lost, default)).FirstError.Code);

        var revoked = (await Plates.RevokeAsync(_office.West, second.Id, second.Revision, PlateRevocation.NoLongerLet, default)).Require();
        Assert.Equal((_office.Today, PlateRevocation.NoLongerLet), (revoked.RevokedOn, revoked.Reason!.Value));
        Assert.Equal(revoked, await Plates.FindAsync(_office.West, second.Id, default));
        Assert.Null(await Plates.FindByHomeAsync(_office.West, home, default));
        Assert.Equal(PlateErrors.Revoked, (await Plates.RevokeAsync(_office.West, second.Id, revoked.Revision, PlateRevocation.Lost, default)).FirstError.Code);
        Assert.True((await Plates.IssueAsync(_office.West, home, null, default)).Succeeded);
    }

    [Fact]
    public async Task RotateAsync_NewKey_OldPrintsWorkUntilTheyAreNoLongerKept()
    {
        var plate = (await Plates.IssueAsync(_office.West, await HomeAsync(), null, default)).Require();
        var old = Plates.TokenOf(plate).ToString();
        _office.Keys.Rotate();
        var kept = (await Plates.RotateAsync(_office.West, plate.Id, plate.Revision, keepOldPrints: true, default)).Require();
        var current = Plates.TokenOf(kept).ToString();

        Assert.NotEqual(old, current);
        Assert.True((await Plates.ScanAsync(_office.West, old, PlateViewer.Anybody, default)).Succeeded);
        Assert.True((await Plates.ScanAsync(_office.West, current, PlateViewer.Anybody, default)).Succeeded);
        await Plates.RotateAsync(_office.West, plate.Id, kept.Revision, keepOldPrints: false, default);
        Assert.Equal(PlateErrors.Revoked, (await Plates.ScanAsync(_office.West, old, PlateViewer.Anybody, default)).FirstError.Code);
        Assert.True((await Plates.ScanAsync(_office.West, current, PlateViewer.Anybody, default)).Succeeded);
    }

    [Fact]
    public async Task ScanAsync_EachRole_SeesWhatItMayAndNoMore()
    {
        var home = await HomeAsync();
        var room = (await _office.Housing.AddRoomAsync(_office.West, new AddRoom(home, "101", RoomUse.Bedroom, 20, [], null), default)).Require();
        var one = (await _office.RegisterAsync(TestOffice.Person("欧阳小红"))).Id;
        var two = (await _office.RegisterAsync(TestOffice.Person("诸葛大明", TestOffice.OtherNumber))).Id;
        foreach (var person in new[] { one, two })
        {
            (await _office.Housing.MoveInAsync(_office.West, new MoveIn(person, room.Id, null, null, s_day), default)).Require();
        }

        var token = Plates.TokenOf((await Plates.IssueAsync(_office.West, home, null, default)).Require()).ToString();

        var open = await ViewAsync(PlateViewer.Anybody);
        Assert.Equal((PlateRole.Public, null, null, null, null, 0), (open.Role, open.Home, open.Address, open.LandlordName, open.LandlordPhone, open.People.Count));
        var tenant = await ViewAsync(new(PlateRole.Tenant, one));
        Assert.Equal([one], tenant.People.Select(person => person.Resident));
        Assert.Equal(PlateRole.Public, (await ViewAsync(new(PlateRole.Tenant, (await _office.RegisterAsync(TestOffice.Person("路人", "H12345678", null))).Id))).Role);
        var landlord = await ViewAsync(new(PlateRole.Landlord, Homes: [home]));
        Assert.Equal(2, landlord.People.Count);
        Assert.All(landlord.People.Concat(tenant.People), person => Assert.Null(person.FullName));
        Assert.Equal(PlateRole.Public, (await ViewAsync(new(PlateRole.Landlord, Homes: [new(Guid.NewGuid())]))).Role);
        var worker = await ViewAsync(new(PlateRole.GridWorker));
        Assert.Null(worker.LandlordPhone);
        Assert.DoesNotContain(worker.People, person => person.MaskedName.Contains("小红", StringComparison.Ordinal));

        Assert.Equal(AccessErrors.PurposeMissing, (await Plates.ScanAsync(_office.West, token, new(PlateRole.Police), default)).FirstError.Code);
        Assert.Equal(PlateErrors.ViewerIncomplete, (await Plates.ScanAsync(_office.West, token, new(PlateRole.Tenant), default)).FirstError.Code);
        Assert.Equal(PlateErrors.ViewerIncomplete, (await Plates.ScanAsync(_office.West, token, new(PlateRole.Landlord), default)).FirstError.Code);
        var police = (await Plates.ScanAsync(_office.West.For("治安检查"), token, new(PlateRole.Police), default)).Require();
        Assert.Equal(["欧阳小红", "诸葛大明"], police.People.Select(person => person.FullName).Order(StringComparer.Ordinal));
        Assert.Equal("13800138000", police.LandlordPhone);
        var rows = (await _office.Audit.ReadAuditAsync(null, FeedPosition.Start, 10_000, default)).Entries.Select(stored => stored.Entry).Where(entry => entry.Purpose == "治安检查").ToList();
        Assert.Equal(2, rows.Count(row => row.Action == "resident.read-full"));
        Assert.Single(rows, row => row.Action == "plate.read");

        async Task<PlateView> ViewAsync(PlateViewer viewer) => (await Plates.ScanAsync(_office.West, token, viewer, default)).Require();
    }

    [Fact]
    public void PlateViews_AnyViewerWhoIsTheirPublic_ShowsNothingOfThePersons()
    {
        // Everything personal is planted; the public view is printed whole and must hold none of it.
        string[] planted = ["欧阳小红", "欧*", "王房东", "王*", "13800138000", "第三大街", "102室"];
        var home = new RentalProperty(new(Guid.NewGuid()), default, default, PropertyKind.Dwelling, "王房东的家", new Landlord(PersonName.Parse("王房东"), MobileNumber.Parse("13800138000")));
        var plate = new DoorPlate(new(Guid.NewGuid()), default, PlateCode.NewRandom(), home.Id, 1, 1, s_day);
        var person = new PlatePerson(new ResidentId(Guid.NewGuid()), "欧*", "欧阳小红", "102室", s_day);
        var facts = new PlateFacts(plate, new PlateContact("第三网格", "022-12345678"), home, "第三大街16号", [person]);
        foreach (var viewer in new[] { PlateViewer.Anybody, new(PlateRole.Tenant, new ResidentId(Guid.NewGuid())), new(PlateRole.Landlord, Homes: [new(Guid.NewGuid())]) })
        {
            var shown = JsonSerializer.Serialize(PlateViews.Of(facts, viewer), s_readable);
            Assert.All(planted, text => Assert.DoesNotContain(text, shown, StringComparison.Ordinal));
            Assert.DoesNotContain(person.Resident.ToString(), shown, StringComparison.Ordinal);
            Assert.DoesNotContain(home.Id.ToString(), shown, StringComparison.Ordinal);
            Assert.Contains("第三网格", shown, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("欧", facts + person.ToString() + PlateViews.Of(facts, new(PlateRole.Police)), StringComparison.Ordinal);
    }

    private static RequestKey Key(string text) => new(text, [1, 2, 3]);

    private async Task<RentalPropertyId> HomeAsync() => (await _office.Housing.AddPropertyAsync(
        _office.West,
        new AddRentalProperty { Address = "天海公寓1号楼", Kind = PropertyKind.Dwelling, LandlordName = "王房东", LandlordPhone = "13800138000" },
        default)).Require().Id;
}

using NewCitizen.Access;
using NewCitizen.Housing;
using NewCitizen.Maintenance;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Residents;

public sealed class PersonErasureTests : IDisposable
{
    private readonly TestOffice _office = new();

    public void Dispose() => _office.Dispose();

    private PersonErasure Erasure => _office.Get<PersonErasure>();

    [Fact]
    public async Task EraseAsync_MergedFilesAndEndedStays_AllGoAndOnlyTheirs()
    {
        var kept = await _office.RegisterAsync(TestOffice.Person());
        var duplicate = await _office.RegisterAsync(TestOffice.Person(number: TestOffice.OtherNumber));
        var stranger = await _office.RegisterAsync(TestOffice.Person("李四", Core.Tests.Maintenance.Numbers.Some(1)[0]));
        var stay = await LiveAsync(duplicate.Id);
        var strangersStay = await LiveAsync(stranger.Id);
        (await _office.Housing.MoveOutAsync(_office.West, stay.Id, _office.Today, default)).Require();
        (await _office.Residents.MergeAsync(_office.West, kept.Id, kept.Revision, duplicate.Id, duplicate.Revision, default)).Require();

        var plan = (await Erasure.PlanAsync(_office.West, duplicate.Id, default)).Require();
        Assert.NotNull(await _office.Residents.FindAsync(_office.West, kept.Id, default));
        var report = (await Erasure.EraseAsync(_office.West.For("申请 2026-17"), duplicate.Id, default)).Require();

        Assert.Equal(plan.Erased, report.Erased);
        Assert.Equal(2, report.Erased["resident"]);
        Assert.Equal(1, report.Erased["occupancy"]);
        Assert.Equal(new[] { kept.Id, duplicate.Id }.ToHashSet(), report.Files.ToHashSet());
        Assert.Contains(report.Kept, data => data.What == "audit");
        Assert.Contains(report.Kept, data => data.What == "lease");
        Assert.Null(await _office.Residents.FindAsync(_office.West, kept.Id, default));
        Assert.Null(await _office.Residents.FindAsync(_office.West, duplicate.Id, default));
        Assert.NotNull(await _office.Residents.FindAsync(_office.West, stranger.Id, default));
        Assert.Null(await _office.Get<ITenancyStore>().FindOccupancyAsync(_office.West.Agency, stay.Id, default));
        Assert.NotNull(await _office.Get<ITenancyStore>().FindOccupancyAsync(_office.West.Agency, strangersStay.Id, default));
        Assert.Equal(2, (await _office.AuditActionsAsync()).Count(action => action == "person.erase"));

        // The number is free again.
        Assert.Equal(RegistrationEffect.Created, (await _office.RegisterAsync(TestOffice.Person())).Effect);
    }

    [Fact]
    public async Task EraseAsync_StillLivingSomewhere_IsRefusedAndChangesNothing()
    {
        var file = await _office.RegisterAsync(TestOffice.Person());
        await LiveAsync(file.Id);

        var refused = await Erasure.EraseAsync(_office.West.For("x"), file.Id, default);

        Assert.Equal(JobErrors.StaysOpen, refused.FirstError.Code);
        Assert.NotNull(await _office.Residents.FindAsync(_office.West, file.Id, default));
    }

    [Fact]
    public async Task EraseAsync_WithoutPurposeOrFile_IsRefused()
    {
        var file = await _office.RegisterAsync(TestOffice.Person());
        Assert.Equal(AccessErrors.PurposeMissing, (await Erasure.EraseAsync(_office.West, file.Id, default)).FirstError.Code);
        Assert.Equal(StorageErrors.NotFound, (await Erasure.EraseAsync(_office.South.For("x"), file.Id, default)).FirstError.Code);
        Assert.NotNull(await _office.Residents.FindAsync(_office.West, file.Id, default));
    }

    private async Task<Occupancy> LiveAsync(ResidentId person)
    {
        var home = (await _office.Housing.AddPropertyAsync(_office.West, new AddRentalProperty { Address = "睦宁路28号", LandlordName = "王房东" }, null, default)).Require();
        var room = (await _office.Housing.AddRoomAsync(_office.West, new AddRoom(home.Id, "101", RoomUse.Bedroom, 12, [], null), default)).Require();
        return (await _office.Housing.MoveInAsync(_office.West, new MoveIn(person, room.Id, null, null, new LocalDate(2026, 11, 2)), default)).Require();
    }
}

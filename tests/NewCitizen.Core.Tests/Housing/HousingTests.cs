using NewCitizen.Errors;
using NewCitizen.Housing;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Housing;

public sealed class HousingTests : IDisposable
{
    private static readonly LocalDate s_day = new(2026, 11, 1);
    private readonly TestOffice _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task MoveInAsync_ManyForOneBed_ExactlyOneGetsIt()
    {
        var room = await RoomAsync(beds: ["A", "B"]);
        var people = await PeopleAsync(12);

        var outcomes = await Task.WhenAll(people.Select(person => Task.Run(async () =>
            await _office.Housing.MoveInAsync(_office.West, new MoveIn(person, room.Id, "A", null, s_day), default))));

        Assert.Single(outcomes, outcome => outcome.Succeeded);
        Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome => Assert.Contains(outcome.FirstError.Code, new[] { HousingErrors.BedTaken, StorageErrors.Conflict }));
        Assert.Equal(1, (await _office.Housing.FindRoomAsync(_office.West, room.Id, default))!.Occupied);
    }

    [Fact]
    public async Task MoveInAsync_OneAfterTheOther_StopsAtCapacity()
    {
        var room = await RoomAsync(beds: [], capacity: 3);
        var outcomes = new List<bool>();
        foreach (var person in await PeopleAsync(5))
        {
            outcomes.Add((await _office.Housing.MoveInAsync(_office.West, new MoveIn(person, room.Id, null, null, s_day), default)).Succeeded);
        }

        Assert.Equal([true, true, true, false, false], outcomes);
    }

    [Fact]
    public async Task MoveOutAsync_FreesThePlaceOnce()
    {
        var room = await RoomAsync(beds: ["A"]);
        var people = await PeopleAsync(2);
        var stay = (await _office.Housing.MoveInAsync(_office.West, new MoveIn(people[0], room.Id, "A", null, s_day), default)).Require();

        Assert.Equal(HousingErrors.PeriodReversed, (await _office.Housing.MoveOutAsync(_office.West, stay.Id, s_day.PlusDays(-1), default)).FirstError.Code);
        (await _office.Housing.MoveOutAsync(_office.West, stay.Id, s_day.PlusDays(5), default)).Require();
        Assert.Equal(HousingErrors.StayNotOpen, (await _office.Housing.MoveOutAsync(_office.West, stay.Id, s_day.PlusDays(6), default)).FirstError.Code);
        Assert.Equal(0, (await _office.Housing.FindRoomAsync(_office.West, room.Id, default))!.Occupied);
        Assert.True((await _office.Housing.MoveInAsync(_office.West, new MoveIn(people[1], room.Id, "A", null, s_day.PlusDays(5)), default)).Succeeded);
        Assert.Contains(
            (await _office.Residents.TimelineAsync(_office.West, people[0], default))!,
            entry => entry.Event == TimelineEvent.MovedOut && entry.SubjectId == room.Id.Value);
    }

    [Fact]
    public async Task MoveInAsync_WrongBedTwiceOrUnknownPerson_IsRefused()
    {
        var room = await RoomAsync(beds: ["A", "B"]);
        var person = (await PeopleAsync(1))[0];
        Assert.Equal(HousingErrors.BedUnknown, (await InAsync(person, "C")).FirstError.Code);
        Assert.Equal(HousingErrors.BedUnknown, (await InAsync(person, null)).FirstError.Code);
        Assert.Equal(HousingErrors.ReferenceMissing, (await InAsync(new ResidentId(Guid.Empty), "A")).FirstError.Code);
        (await InAsync(person, "A")).Require();
        Assert.Equal(HousingErrors.AlreadyLivesHere, (await InAsync(person, "B")).FirstError.Code);

        async Task<Outcome<Occupancy>> InAsync(ResidentId who, string? bed) => await _office.Housing.MoveInAsync(_office.West, new MoveIn(who, room.Id, bed, null, s_day), default);
    }

    [Fact]
    public async Task AddRoomAsync_SameNumberTwiceOrNoProperty_IsRefused()
    {
        var room = await RoomAsync(beds: []);
        var again = new AddRoom(room.Property, "101", RoomUse.Bedroom, null, [], null);
        Assert.Equal(HousingErrors.RoomNumberTaken, (await _office.Housing.AddRoomAsync(_office.West, again, default)).FirstError.Code);
        Assert.Equal(HousingErrors.ReferenceMissing, (await _office.Housing.AddRoomAsync(_office.South, again with { Number = "102" }, default)).FirstError.Code);
        Assert.Equal(HousingErrors.BedTwice, (await _office.Housing.AddRoomAsync(_office.West, again with { Number = "103", Beds = ["A", "A"] }, default)).FirstError.Code);
        Assert.Equal(HousingErrors.NumberOutOfRange, (await _office.Housing.AddRoomAsync(_office.West, again with { Number = "104", AreaSquareMetres = 0 }, default)).FirstError.Code);
    }

    [Fact]
    public async Task SignLeaseAsync_ForTenantsOrEmployer_CoversStaysUnderIt()
    {
        var room = await RoomAsync(beds: []);
        var tenant = (await PeopleAsync(1))[0];
        var sign = new SignLease(room.Property, [room.Id], [tenant], null, s_day, s_day, s_day.PlusMonths(6));
        Assert.Equal(HousingErrors.LeaseWithoutTenant, (await _office.Housing.SignLeaseAsync(_office.West, sign with { Tenants = [] }, default)).FirstError.Code);
        Assert.Equal(HousingErrors.LeaseWithoutTenant, (await _office.Housing.SignLeaseAsync(_office.West, sign with { EmployerCode = "91120116MA0000015H" }, default)).FirstError.Code);
        Assert.Equal(HousingErrors.PeriodReversed, (await _office.Housing.SignLeaseAsync(_office.West, sign with { Until = s_day.PlusDays(-1) }, default)).FirstError.Code);
        Assert.True((await _office.Housing.SignLeaseAsync(_office.West, sign with { Tenants = [], EmployerCode = "91120116MA0000015H" }, default)).Succeeded);

        var lease = (await _office.Housing.SignLeaseAsync(_office.West, sign, default)).Require();
        Assert.Equal(
            HousingErrors.LeaseDoesNotCover,
            (await _office.Housing.MoveInAsync(_office.West, new MoveIn(tenant, room.Id, null, lease.Id, s_day.PlusMonths(7)), default)).FirstError.Code);
        Assert.True((await _office.Housing.MoveInAsync(_office.West, new MoveIn(tenant, room.Id, null, lease.Id, s_day), default)).Succeeded);
        var ended = (await _office.Housing.EndLeaseAsync(_office.West, lease.Id, lease.Revision, s_day.PlusMonths(2), default)).Require();
        Assert.False(ended.RunsOn(s_day.PlusMonths(2)));
    }

    [Fact]
    public async Task FindPropertyAsync_StoredLandlord_RoundTripsAndStaysInItsAgency()
    {
        var room = await RoomAsync(beds: []);
        var property = (await _office.Housing.FindPropertyAsync(_office.West, room.Property, default))!;

        Assert.Equal("王房东", property.Landlord.Name.ToString("F"));
        Assert.Equal("13800138000", property.Landlord.Phone!.Value.ToString("F"));
        Assert.Null(await _office.Housing.FindPropertyAsync(_office.South, room.Property, default));
        Assert.Empty((await _office.Housing.ListPropertiesAsync(_office.South, null, 10, null, default)).Items);
    }

    private async Task<Room> RoomAsync(string[] beds, int? capacity = null)
    {
        var property = (await _office.Housing.AddPropertyAsync(
            _office.West,
            new AddRentalProperty { Address = "天海公寓1号楼", Kind = PropertyKind.BlueCollarApartment, Name = "天海公寓", LandlordName = "王房东", LandlordPhone = "13800138000" },
            default)).Require();
        return (await _office.Housing.AddRoomAsync(_office.West, new AddRoom(property.Id, "101", RoomUse.DormitoryRoom, 24.5m, beds, capacity), default)).Require();
    }

    private async Task<List<ResidentId>> PeopleAsync(int count)
    {
        var people = new List<ResidentId>();
        for (var i = 0; i < count; i++)
        {
            people.Add((await _office.RegisterAsync(TestOffice.Person("某某", $"H{i:D8}", address: null))).Id);
        }

        return people;
    }
}

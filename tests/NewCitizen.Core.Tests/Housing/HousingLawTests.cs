using System.Globalization;
using System.Text;
using NewCitizen.Errors;
using NewCitizen.Housing;
using NewCitizen.Housing.Policies;
using NewCitizen.Housing.Registers;
using NewCitizen.Housing.Rules;
using NewCitizen.Housing.Surveys;
using NewCitizen.Residents;
using NewCitizen.Rules;
using NewCitizen.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace NewCitizen.Core.Tests.Housing;

/// <summary>The rules of law as the manager applies them, with a made-up standard for one county.</summary>
public sealed class HousingLawTests : IDisposable
{
    private const string Standards = """
        {"policies":[
          {"division":"120116","since":"2026-01-01","until":"2026-12-01","name":"试行","areaPerPerson":4,"peoplePerRoom":4,"familyExempt":true},
          {"division":"120116","since":"2026-12-01","name":"标准","areaPerPerson":5,"peoplePerRoom":2,"familyExempt":true,
           "groupRental":{"rooms":10,"people":15,"duties":["manager"]}}]}
        """;

    private static readonly LocalDate s_day = new(2026, 12, 5);
    private static int s_next = 10_000_000;
    private readonly TestOffice _office = new(builder => builder.UseOccupancyPolicies(OccupancyPolicyReader.Read(Encoding.UTF8.GetBytes(Standards), out _)!));

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task MoveInAsync_OverTheCitysLimit_IsRefusedWithTheRule()
    {
        var room = await RoomAsync(area: 30, beds: ["A", "B", "C", "D"]);
        var people = await PeopleAsync(3);
        (await InAsync(people[0], room, "A")).Require();
        (await InAsync(people[1], room, "B")).Require();

        var third = await InAsync(people[2], room, "C");

        Assert.Equal(HousingErrors.RoomOverStandard, third.FirstError.Code);
        Assert.Equal(["2", "room.people-per-room", "住房租赁条例第七条"], third.FirstError.Arguments);
        Assert.True((await _office.Housing.MoveInAsync(_office.West, new MoveIn(people[2], room.Id, "C", null, new(2026, 11, 30)), default)).Succeeded);
    }

    [Fact]
    public async Task MoveInAsync_AreaTooSmall_IsRefusedWithTheRule()
    {
        var room = await RoomAsync(area: 9, beds: []);
        var people = await PeopleAsync(2);
        (await InAsync(people[0], room, null)).Require();
        Assert.Equal(["1", "room.area-per-person", "住房租赁条例第七条"], (await InAsync(people[1], room, null)).FirstError.Arguments);
    }

    [Fact]
    public async Task MoveInAsync_Family_MayBeMoreButNotWithAStranger()
    {
        var room = await RoomAsync(area: 30, beds: []);
        var people = await PeopleAsync(4);
        (await InAsync(people[0], room, null)).Require();
        (await InAsync(people[1], room, null, family: true)).Require();
        (await InAsync(people[2], room, null, family: true)).Require();
        Assert.Equal(HousingErrors.RoomOverStandard, (await InAsync(people[3], room, null)).FirstError.Code);
        Assert.Contains((await _office.Housing.JudgeRoomAsync(_office.West, room.Id, s_day, default))!, finding => finding is { Rule.Code: "room.people-per-room", Verdict: Verdict.NotApplicable });
    }

    [Theory]
    [InlineData(RoomUse.Kitchen)]
    [InlineData(RoomUse.UndergroundStorage)]
    public async Task AddRoomAsync_NotForLiving_IsRefusedAsADwellingOnly(RoomUse use)
    {
        var home = await HomeAsync();
        var refused = await _office.Housing.AddRoomAsync(_office.West, new AddRoom(home.Id, "K", use, 12, ["A"], null), default);
        Assert.Equal(HousingErrors.RoomNotForLiving, refused.FirstError.Code);
        Assert.Equal("room.living-space", refused.FirstError.Arguments[0]);
        Assert.False((await _office.Housing.AddRoomAsync(_office.West, new AddRoom(home.Id, "K", use, 12, [], null) { ForLiving = true }, default)).Succeeded);

        var kitchen = (await _office.Housing.AddRoomAsync(_office.West, new AddRoom(home.Id, "K", use, 12, [], null), default)).Require();
        Assert.Equal(HousingErrors.RoomNotForLiving, (await InAsync((await PeopleAsync(1))[0], kitchen, null)).FirstError.Code);
        var lease = new SignLease(home.Id, [kitchen.Id], [(await PeopleAsync(1))[0]], null, _office.Today, s_day, s_day.PlusMonths(3));
        Assert.Equal(HousingErrors.RoomNotForLiving, (await _office.Housing.SignLeaseAsync(_office.West, lease, default)).FirstError.Code);
    }

    [Fact]
    public async Task SignLeaseAsync_AgainstRules_IsRefusedOrWarnedAsTheRuleSays()
    {
        var room = await RoomAsync(area: 30, beds: []);
        var sign = new SignLease(room.Property, [room.Id], [(await PeopleAsync(1))[0]], null, _office.Today, s_day, s_day.PlusMonths(12));

        var sublet = await _office.Housing.SignLeaseAsync(_office.West, sign with { Stated = new LeaseFacts { Sublease = true, LandlordConsent = false } }, default);
        Assert.Equal(HousingErrors.LeaseForbidden, sublet.FirstError.Code);
        Assert.Equal(["lease.sublet-consent", "中华人民共和国民法典第七百一十六条"], sublet.FirstError.Arguments);
        Assert.Equal("lease.identity-check", (await _office.Housing.SignLeaseAsync(_office.West, sign with { Stated = new LeaseFacts { TenantRefusedIdentity = true } }, default)).FirstError.Arguments[0]);

        var warned = await _office.Housing.SignLeaseAsync(_office.West, sign with { Stated = new LeaseFacts { Written = false, DepositTaken = true, DepositReturnStated = false } }, default);
        Assert.Equal(["lease.written-form", "lease.deposit-clause"], warned.Issues.Where(issue => issue.Code == HousingErrors.LeaseAgainstRule).Select(issue => issue.Arguments[0]));
        var findings = await _office.Housing.JudgeLeaseAsync(_office.West, warned.Require().Id, s_day, default);
        Assert.Contains(findings!, finding => finding is { Rule.Code: "lease.deposit-clause", Verdict: Verdict.Breached });
        Assert.Null(await _office.Housing.JudgeLeaseAsync(_office.South, warned.Require().Id, s_day, default));
        Assert.Empty((await _office.Housing.SignLeaseAsync(_office.West, sign with { Stated = new LeaseFacts { Written = true, IdentityChecked = true } }, default)).Issues);
    }

    [Fact]
    public async Task MoveInAsync_RoomOfAnEmployersBlock_IsUnderThatLeaseOnly()
    {
        var room = await RoomAsync(area: 30, beds: ["A", "B"]);
        var people = await PeopleAsync(2);
        var block = (await _office.Housing.SignLeaseAsync(_office.West, new SignLease(room.Property, [room.Id], [], "91120116MA0000015H", _office.Today, s_day, s_day.PlusMonths(12)), default)).Require();

        Assert.Equal(HousingErrors.UnderBlockLease, (await InAsync(people[0], room, "A")).FirstError.Code);
        Assert.True((await _office.Housing.MoveInAsync(_office.West, new MoveIn(people[0], room.Id, "A", block.Id, s_day), default)).Succeeded);
        Assert.True((await _office.Housing.MoveInAsync(_office.West, new MoveIn(people[1], room.Id, "B", null, s_day.PlusMonths(13)), default)).Succeeded);
    }

    [Fact]
    public async Task MoveAsync_ToAnotherRoom_EndsOneStayAndBeginsTheOther()
    {
        var from = await RoomAsync(area: 30, beds: ["A"]);
        var to = await RoomAsync(area: 30, beds: ["A", "B"], number: "102", home: from.Property);
        var people = await PeopleAsync(2);
        var stay = (await InAsync(people[0], from, "A")).Require();
        (await InAsync(people[1], to, "B")).Require();

        Assert.Equal(HousingErrors.BedTaken, (await MoveAsync(to, "B", s_day.PlusDays(3))).FirstError.Code);
        Assert.Equal(HousingErrors.SamePlace, (await MoveAsync(from, "A", s_day.PlusDays(3))).FirstError.Code);
        Assert.Equal(HousingErrors.PeriodReversed, (await MoveAsync(to, "A", s_day.PlusDays(-1))).FirstError.Code);
        Assert.Equal(HousingErrors.BedUnknown, (await MoveAsync(to, "Z", s_day.PlusDays(3))).FirstError.Code);
        Assert.Equal((1, 1), await OccupiedAsync(from, to));

        Assert.Equal(people[0], (await MoveAsync(to, "A", s_day.PlusDays(3))).Require().Resident);
        Assert.Equal((0, 2), await OccupiedAsync(from, to));
        Assert.Equal(HousingErrors.StayNotOpen, (await MoveAsync(to, "A", s_day.PlusDays(3))).FirstError.Code);
        Assert.Contains("occupancy.move", await _office.AuditActionsAsync());

        async Task<Outcome<Occupancy>> MoveAsync(Room room, string bed, LocalDate on) => await _office.Housing.MoveAsync(_office.West, new Move(stay.Id, room.Id, bed, null, on), default);
    }

    [Fact]
    public async Task MoveAsync_WithinAFullRoom_ChangesTheBed()
    {
        var room = await RoomAsync(area: 30, beds: ["A", "B", "C"]);
        var people = await PeopleAsync(2);
        var stay = (await InAsync(people[0], room, "A")).Require();
        (await InAsync(people[1], room, "B")).Require();
        Assert.Equal("C", (await _office.Housing.MoveAsync(_office.West, new Move(stay.Id, room.Id, "C", null, s_day), default)).Require().Bed);
        Assert.Equal(2, (await _office.Housing.FindRoomAsync(_office.West, room.Id, default))!.Occupied);
    }

    [Fact]
    public async Task MoveAsync_ManyForOneBed_LosersStayWhereTheyWere()
    {
        var target = await RoomAsync(area: 30, beds: ["A"]);
        var moves = new List<Move>();
        foreach (var (person, i) in (await PeopleAsync(6)).Select((person, i) => (person, i)))
        {
            var room = await RoomAsync(area: 30, beds: ["A"], number: $"2{i:D2}", home: target.Property);
            moves.Add(new Move((await InAsync(person, room, "A")).Require().Id, target.Id, "A", null, s_day));
        }

        var outcomes = await Task.WhenAll(moves.Select(move => Task.Run(async () => await _office.Housing.MoveAsync(_office.West, move, default))));

        Assert.Single(outcomes, outcome => outcome.Succeeded);
        var open = (await _office.Housing.ListOccupanciesAsync(_office.West, target.Property, 100, null, default)).Items.Where(stay => stay.Until is null).ToList();
        Assert.Equal(6, open.Count);
        Assert.Equal(6, open.DistinctBy(stay => stay.Resident).Count());
    }

    [Fact]
    public async Task HouseRegister_DayAndPeriod_TellsWhoWasThereMaskedAndLeavesTraces()
    {
        var room = await RoomAsync(area: 30, beds: []);
        var people = await PeopleAsync(2);
        var first = (await InAsync(people[0], room, null)).Require();
        (await _office.Housing.MoveOutAsync(_office.West, first.Id, s_day.PlusDays(10), default)).Require();
        (await _office.Housing.MoveInAsync(_office.West, new MoveIn(people[1], room.Id, null, null, s_day.PlusDays(20)), default)).Require();
        var register = _office.Get<HouseRegister>();

        var line = Assert.Single((await register.OnAsync(_office.West, room.Property, s_day.PlusDays(9), default)).Require());
        Assert.Equal((people[0], "101"), (line.Resident, line.Room));
        Assert.Contains('*', line.MaskedName!);
        Assert.Empty((await register.OnAsync(_office.West, room.Property, s_day.PlusDays(10), default)).Require());
        Assert.Equal(people, (await register.MovementsAsync(_office.West, room.Property, s_day.PlusDays(10), s_day.PlusDays(20), default)).Require().Select(moved => moved.Resident));
        Assert.Equal(HousingErrors.PeriodReversed, (await register.MovementsAsync(_office.West, room.Property, s_day, s_day.PlusDays(-1), default)).FirstError.Code);
        Assert.Equal(StorageErrors.NotFound, (await register.OnAsync(_office.South, room.Property, s_day, default)).FirstError.Code);
        Assert.Equal(3, (await _office.AuditActionsAsync()).Count(action => action == "house-register.read"));
    }

    [Fact]
    public async Task HousingSurvey_StandardComesIntoForce_ListsBedsOverAndThrowsNobodyOut()
    {
        var room = await RoomAsync(area: 30, beds: ["A", "B", "C", "D"]);
        foreach (var (person, bed) in (await PeopleAsync(4)).Zip(["A", "B", "C", "D"]))
        {
            (await _office.Housing.MoveInAsync(_office.West, new MoveIn(person, room.Id, bed, null, new(2026, 11, 20)), default)).Require();
        }

        var before = Assert.Single(await SurveyAsync(new(2026, 11, 30)));
        var after = Assert.Single(await SurveyAsync(new(2026, 12, 1)));

        Assert.Empty(before.Over);
        Assert.Null(before.IsGroupRental);
        var over = Assert.Single(after.Over);
        Assert.Equal((4, 2, 2, CapacityLimit.RoomMaximum), (over.People, over.PeopleOver, over.BedsOver, over.Capacity.DecidedBy));
        Assert.False(after.IsGroupRental);
        Assert.Equal(4, (await _office.Housing.FindRoomAsync(_office.West, room.Id, default))!.Occupied);
    }

    [Fact]
    public async Task HousingSurvey_TenRooms_IsGroupRental()
    {
        var first = await RoomAsync(area: 30, beds: []);
        for (var i = 2; i <= 9; i++)
        {
            await RoomAsync(area: 30, beds: [], number: string.Create(CultureInfo.InvariantCulture, $"10{i}"), home: first.Property);
        }

        Assert.False(Assert.Single(await SurveyAsync(s_day)).IsGroupRental);
        await RoomAsync(area: 30, beds: [], number: "110", home: first.Property);
        Assert.True(Assert.Single(await SurveyAsync(s_day)).IsGroupRental);
    }

    [Theory]
    [InlineData("{", "NC2160")]
    [InlineData("""{"policies":[{"division":"12","since":"2026-01-01","name":"x"}]}""", "NC2161")]
    [InlineData("""{"policies":[{"division":"120116","name":"x"}]}""", "NC2162")]
    [InlineData("""{"policies":[{"division":"120116","since":"2026-01-01","name":"x","areaKind":"big"}]}""", "NC2163")]
    [InlineData("""{"policies":[{"division":"120116","since":"2026-01-01","name":"x"},{"division":"120116","since":"2027-01-01","name":"y"}]}""", "NC2164")]
    [InlineData("""{"policies":[{"division":"120116","since":"2026-01-01","name":"x","peoplePerRoom":0}]}""", "NC2110")]
    [InlineData("""{"policies":[{"division":"120116","since":"2026-01-01","name":"x","peoplePerRom":2}]}""", "NC2160")]
    public void OccupancyPolicyReader_WrongFile_SaysWhat(string json, string code)
    {
        Assert.Null(OccupancyPolicyReader.Read(Encoding.UTF8.GetBytes(json), out var issues));
        Assert.Equal(code, issues[0].Code.Value);
    }

    private async Task<List<HomeStanding>> SurveyAsync(LocalDate day)
    {
        var homes = new List<HomeStanding>();
        await foreach (var home in _office.Get<HousingSurvey>().EvaluateAsync(_office.West, day, default))
        {
            homes.Add(home);
        }

        return homes;
    }

    private async Task<(int From, int To)> OccupiedAsync(Room from, Room to) =>
        ((await _office.Housing.FindRoomAsync(_office.West, from.Id, default))!.Occupied, (await _office.Housing.FindRoomAsync(_office.West, to.Id, default))!.Occupied);

    private async Task<Outcome<Occupancy>> InAsync(ResidentId who, Room room, string? bed, bool family = false) =>
        await _office.Housing.MoveInAsync(_office.West, new MoveIn(who, room.Id, bed, null, s_day) { OfFamily = family }, default);

    private async Task<RentalProperty> HomeAsync() => (await _office.Housing.AddPropertyAsync(
        _office.West, new AddRentalProperty { Address = "天海公寓1号楼", DivisionCode = "120116", Kind = PropertyKind.Dwelling, LandlordName = "王房东" }, default)).Require();

    private async Task<Room> RoomAsync(decimal area, string[] beds, string number = "101", RentalPropertyId? home = null) =>
        (await _office.Housing.AddRoomAsync(_office.West, new AddRoom(home ?? (await HomeAsync()).Id, number, RoomUse.Bedroom, area, beds, null), default)).Require();

    private async Task<List<ResidentId>> PeopleAsync(int count)
    {
        var people = new List<ResidentId>();
        for (var i = 0; i < count; i++)
        {
            people.Add((await _office.RegisterAsync(TestOffice.Person("某某", string.Create(CultureInfo.InvariantCulture, $"H{s_next++:D8}"), address: null))).Id);
        }

        return people;
    }


}

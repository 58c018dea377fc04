using NewCitizen.Addresses;
using NewCitizen.Housing;
using NewCitizen.Residents;
using NodaTime;

namespace NewCitizen.Validation.Tests.Housing;

public sealed class HousingValidatorTests
{
    private static readonly RentalPropertyId s_property = new(new Guid("0198a000-0000-7000-8000-000000000001"));
    private static readonly RoomId s_room = new(new Guid("0198a000-0000-7000-8000-000000000002"));
    private static readonly ResidentId s_resident = new(new Guid("0198a000-0000-7000-8000-000000000003"));

    [Fact]
    public void Address_Texts_AreCheckedAsTheManagerDoes()
    {
        Assert.Empty(Rules.Check(new DeclareAddress { Text = "第三大街1号", DivisionCode = "120116" }));
        Assert.Equal(["NC1260 /text"], Rules.Check(new DeclareAddress { Text = " " }));
        Assert.Equal(["NC1261 /text"], Rules.Check(new DeclareAddress { Text = new string('街', 201) }));
        Assert.Equal(["NC1262 /text"], Rules.Check(new DeclareAddress { Text = "街\u0007" }));
        Assert.Equal(["NC2056 /divisionCode"], Rules.Check(new DeclareAddress { Text = "街", DivisionCode = "12" }));
    }

    [Fact]
    public void Property_Fields_AreChecked()
    {
        var good = new AddRentalProperty { Address = "第三大街1号", LandlordName = "王五", LandlordPhone = "13812345678" };
        Assert.Empty(Rules.Check(good));
        Assert.Equal(
            ["NC1104 /landlordPhone", "NC1110 /landlordName", "NC1260 /address", "NC2109 /name"],
            Rules.Check(good with { Address = "", LandlordName = "", LandlordPhone = "14012345678", Name = " " }));
        Assert.StartsWith("NC10", Assert.Single(Rules.Check(good with { LandlordOrganisationCode = "91350100M000100Y44" })), StringComparison.Ordinal);
    }

    [Fact]
    public void Room_Fields_AreChecked()
    {
        Assert.Empty(Rules.Check(new AddRoom(s_property, "101", RoomUse.Bedroom, 12.5m, ["1", "2"], 2)));
        Assert.Equal(
            ["NC2109 /beds/1", "NC2109 /number", "NC2110 /areaSquareMetres", "NC2110 /capacity", "NC2111 /beds"],
            Rules.Check(new AddRoom(s_property, "", RoomUse.Bedroom, 0, ["1", "", "1"], 0)));
    }

    [Fact]
    public void Lease_Fields_AreChecked()
    {
        var good = new SignLease(s_property, [], [s_resident], null, Rules.Today, Rules.Today, null);
        Assert.Empty(Rules.Check(good));
        Assert.Equal(["NC2106 /until"], Rules.Check(good with { Until = Rules.Today.PlusDays(-1) }));
        Assert.Equal(["NC2150 /until"], Rules.Check(good with { Until = Rules.Today.PlusYears(20).PlusDays(1) }));
        Assert.Equal(["NC2005 /signedOn"], Rules.Check(good with { SignedOn = Rules.Today.PlusDays(1) }));
        Assert.Equal(["NC2107 /tenants"], Rules.Check(good with { Tenants = [] }));
        Assert.Equal(["NC2107 /tenants"], Rules.Check(good with { EmployerCode = "91350100M000100Y43" }));
    }

    [Fact]
    public void MoveIn_Fields_AreChecked()
    {
        Assert.Empty(Rules.Check(new MoveIn(s_resident, s_room, null, null, Rules.Today)));
        Assert.Equal(["NC2151 /since"], Rules.Check(new MoveIn(s_resident, s_room, null, null, Rules.Today.PlusYears(2))));
        Assert.Equal(["NC2053 /since", "NC2109 /bed"], Rules.Check(new MoveIn(s_resident, s_room, "", null, new LocalDate(1980, 1, 1))).Order());
    }
}

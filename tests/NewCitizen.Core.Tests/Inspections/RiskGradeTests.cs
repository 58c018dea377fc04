using System.Reflection;
using System.Text;
using CsCheck;
using NewCitizen.Errors;
using NewCitizen.Housing;
using NewCitizen.Inspections;
using NewCitizen.Inspections.Rules;
using NewCitizen.Residents;
using NewCitizen.Rules;
using NodaTime;
using Microsoft.Extensions.DependencyInjection;

namespace NewCitizen.Core.Tests.Inspections;

public sealed class RiskGradeTests
{
    private static readonly LocalDate s_day = new(2026, 11, 22);

    internal static IReadOnlyList<GradePolicy> Policies { get; } = [GradePolicy.ExamplePolicy];

    [Theory]
    [InlineData(0, 0, 0, RiskGrade.Green, 0)]
    [InlineData(0, 2, 0, RiskGrade.Green, 2)]
    [InlineData(0, 3, 0, RiskGrade.Yellow, 3)]
    [InlineData(1, 0, 0, RiskGrade.Yellow, 5)]
    [InlineData(1, 0, 1, RiskGrade.Red, 8)]
    [InlineData(2, 0, 0, RiskGrade.Red, 10)]
    public void Assess_ExamplePolicy_AddsUpAndExplains(int major, int ordinary, int overdue, RiskGrade grade, int points)
    {
        var result = new RiskGrader(Policies).Assess(new() { OpenMajorHazards = major, OpenHazards = ordinary, OverdueHazards = overdue, PeopleFound = 2, PeopleOnFile = 2, ComplaintsInYear = 0 }, s_day, null);

        Assert.Equal((grade, points, "example-2026-11"), (result.Grade!.Value, result.Points, result.PolicyVersion));
        Assert.Equal(points, result.Findings.Sum(line => line.Points));
        Assert.All(result.Findings, line => Assert.Equal(line.Points > 0, line.Finding.Verdict == Verdict.Breached));
        Assert.All(result.Findings.Where(line => line.Points > 0), line => Assert.NotNull(line.Finding.Cure));
        Assert.Equal(7, result.Findings.Count);
    }

    [Fact]
    public void Assess_NothingConfigured_SaysSoAndGradesNothing()
    {
        var result = new RiskGrader([]).Assess(new() { OpenMajorHazards = 9 }, s_day, null);

        Assert.Null(result.Grade);
        Assert.Null(result.PolicyVersion);
        Assert.Contains("gradePolicy", result.NotConfigured);
        Assert.All(result.Findings, line => Assert.Equal(Verdict.NotConfigured, line.Finding.Verdict));
        var withoutWeight = Policies[0] with { Weights = Policies[0].Weights.Where(weight => weight.Key != "grade.complaints").ToDictionary() };
        Assert.Equal(["weights.grade.complaints"], new RiskGrader([withoutWeight]).Assess(new(), s_day, null).NotConfigured);
        Assert.Contains("gradePolicy", new RiskGrader(Policies).Assess(new(), new LocalDate(2025, 12, 31), null).NotConfigured);
    }

    [Fact]
    public void Assess_FactsNotKnown_GivesNoPointsAndNamesThem()
    {
        var result = new RiskGrader(Policies).Assess(new() { PeopleOnFile = 3 }, s_day, null);
        Assert.Equal(RiskGrade.Green, result.Grade);
        Assert.Equal(["overdueHazards", "peopleFound", "complaintsInYear"], result.NotKnown);
    }

    [Fact]
    public void Assess_PolicyOfTheDivision_GoesBeforeTheGeneralOne()
    {
        var own = Policies[0] with { Version = "120116-1", Division = "120116", YellowFrom = 1, RedFrom = 2 };
        var grader = new RiskGrader([Policies[0], own]);
        var facts = new GradeFacts { OpenHazards = 2, OverdueHazards = 0, PeopleFound = 0, ComplaintsInYear = 0 };
        Assert.Equal((RiskGrade.Red, "120116-1"), (grader.Assess(facts, s_day, NewCitizen.Divisions.DivisionCode.Parse("120116")).Grade!.Value, grader.Assess(facts, s_day, NewCitizen.Divisions.DivisionCode.Parse("120116")).PolicyVersion));
        Assert.Equal(RiskGrade.Green, grader.Assess(facts, s_day, NewCitizen.Divisions.DivisionCode.Parse("120101")).Grade);
        _ = new RuleBook([GradeTopic.Create([Policies[0], own])]);
    }

    [Fact]
    public void Assess_MoreOfAnythingWrong_NeverGradesLower()
    {
        var grader = new RiskGrader(Policies);
        Gen.Select(Gen.Int[0, 5].Array[8], Gen.Int[0, 7]).Sample((numbers, which) =>
        {
            var more = (int[])numbers.Clone();
            more[which]++;
            Assert.True(Facts(more) >= Facts(numbers));
        });

        int Facts(int[] n) => (int)grader.Assess(
            new() { OpenHazards = n[0], OpenMajorHazards = n[1], OverdueHazards = n[2], OverOccupiedRooms = n[3], PeopleFound = n[4], PeopleOnFile = 2, ComplaintsInYear = n[5], Rooms = 8 + n[6], Beds = 12 + n[7] },
            s_day,
            null).Grade!.Value;
    }

    [Fact]
    public void GradeFacts_ByTheirType_CannotCarryWhoThePeopleAre()
    {
        string[] forbidden = ["origin", "hukou", "huji", "ethnic", "nation", "native", "region", "province", "division", "name", "document", "number", "sex", "gender", "religion", "politic", "educat", "employ", "age", "birth"];
        var members = typeof(GradeFacts).GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Where(member => member.Name != "EqualityContract").ToList();
        Assert.True(members.Count >= 9);
        Assert.All(members, member =>
        {
            Assert.Contains(member.PropertyType, new[] { typeof(int), typeof(int?) });
            Assert.DoesNotContain(forbidden, word => member.Name.Contains(word, StringComparison.OrdinalIgnoreCase));
        });
        Assert.Empty(typeof(GradeFacts).GetFields(BindingFlags.Public | BindingFlags.Instance));

        // Nor does what gathers them hold anything through which a resident's file could be read.
        Assert.DoesNotContain(
            typeof(RiskGradeManager).GetFields(BindingFlags.NonPublic | BindingFlags.Instance),
            field => field.FieldType.Namespace == typeof(ResidentManager).Namespace || field.FieldType == typeof(ITenancyStore) || field.FieldType == typeof(HousingManager));
    }

    [Fact]
    public async Task GradeAsync_OtherPeopleOfOtherOriginAndEthnicity_GetTheSameGrade()
    {
        using var office = new TestOffice(builder => builder.Services.Configure<InspectionOptions>(options => options.GradePolicies.Add(Policies[0])));
        var grades = office.Get<RiskGradeManager>();
        string[] origins = ["新疆维吾尔自治区喀什市", "西藏自治区拉萨市", "河南省周口市", "天津市和平区", "广东省茂名市"];
        string[] ethnicities = ["01", "03", "05", "04", "15"];
        GradeResult? first = null;
        for (var (home, person) = (0, 0); home < 10; home++)
        {
            var property = (await office.Housing.AddPropertyAsync(
                office.West, new AddRentalProperty { Address = $"天海公寓{home + 1}号楼", LandlordName = "王房东" }, default)).Require();
            var room = (await office.Housing.AddRoomAsync(office.West, new AddRoom(property.Id, "101", RoomUse.Bedroom, 20, [], 4), default)).Require();
            for (var i = 0; i < 3; i++, person++)
            {
                var command = TestOffice.Person("某某", $"H{person:D8}", null) with { Ethnicity = ethnicities[(home + i) % 5], OriginAddress = origins[(home + 2 * i) % 5] };
                (await office.Housing.MoveInAsync(office.West, new MoveIn((await office.RegisterAsync(command)).Id, room.Id, null, null, s_day), default)).Require();
            }

            (await office.Get<HazardManager>().ReportAsync(office.West, new(property.Id, HazardSeverity.Major, "电线裸露"), default)).Require();
            var result = (await grades.GradeAsync(office.West, property.Id, 0, default)).Require();
            first ??= result;
            Assert.Equal((first.Grade, first.Points), (result.Grade, result.Points));
            Assert.Equal(first.Findings.Select(Told), result.Findings.Select(Told));
        }

        Assert.Equal(RiskGrade.Yellow, first!.Grade);
        Assert.Equal(InspectionErrors.HomeMissing, (await grades.GradeAsync(office.West, new(Guid.NewGuid()), 0, default)).FirstError.Code);

        static string Told(GradeFinding line) => $"{line.Finding} {line.Points} {string.Join(", ", line.Finding.Facts)}";
    }

    [Theory]
    [InlineData("""[{"version":"1"}]""")]
    [InlineData("""[{"version":"1","since":"2026-01-01","yellowFrom":0,"redFrom":3}]""")]
    [InlineData("""[{"version":"1","since":"2026-01-01","yellowFrom":4,"redFrom":3}]""")]
    [InlineData("""[{"version":"1","since":"2026-01-01","yellowFrom":1,"redFrom":3,"weights":{"grade.complaints":101}}]""")]
    [InlineData("""[{"version":"1","since":"2026-01-01","yellowFrom":1,"redFrom":3,"division":"12"}]""")]
    [InlineData("""[{"version":"1","since":"2026-01-01","yellowFrom":1,"redFrom":3,"ethnicity":{"03":5}}]""")]
    [InlineData("{}")]
    public void Read_WrongPolicy_IsRefused(string json) =>
        Assert.Equal(InspectionErrors.FileInvalid, Assert.Throws<NewCitizenException>(() => GradePolicy.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)))).Code);
}

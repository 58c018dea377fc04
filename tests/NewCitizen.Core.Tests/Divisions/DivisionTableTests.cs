using NodaTime;

namespace NewCitizen.Divisions;

public sealed class DivisionTableTests
{
    private static readonly LocalDate s_today = new(2026, 11, 22);
    private static readonly DivisionTable s_table = DivisionTable.Default;

    [Theory]
    [InlineData("120107", "塘沽区", 2009, "120116")]
    [InlineData("120108", "汉沽区", 2009, "120116")]
    [InlineData("120109", "大港区", 2009, "120116")]
    [InlineData("120221", "宁河县", 2015, "120117")]
    [InlineData("120222", "武清县", 2000, "120114")]
    [InlineData("120223", "静海县", 2015, "120118")]
    [InlineData("120224", "宝坻县", 2001, "120115")]
    [InlineData("120225", "蓟县", 2016, "120119")]
    [InlineData("310108", "闸北区", 2015, "310106")]
    [InlineData("110103", "崇文区", 2010, "110101")]
    [InlineData("110104", "宣武区", 2010, "110102")]
    [InlineData("370205", "四方区", 2012, "370203")]
    [InlineData("510122", "双流县", 2015, "510116")]
    [InlineData("371200", "莱芜市", 2018, "370116", "370117")]
    [InlineData("510281", "永川市", 1997, "500118")]
    [InlineData("540422", "米林县", 2023, "540481")]
    public void Find_AbolishedCode_KnowsNameEndAndSuccessor(string code, string name, int validTo, params string[] successors)
    {
        var division = s_table.Find(Code(code));
        Assert.NotNull(division);
        Assert.Equal(name, division.Name);
        Assert.True(division.IsAbolished);
        Assert.Equal(validTo, division.ValidTo);
        Assert.Equal(successors, s_table.Successors(Code(code), s_today).Select(next => next.Code.ToString()));
        Assert.Equal(DivisionStanding.AbolishedBeforeDate, s_table.Inspect(Code(code), s_today));
        Assert.Equal(DivisionStanding.Known, s_table.Inspect(Code(code), new LocalDate(validTo - 1, 12, 31)));
    }

    [Theory]
    [InlineData("653228", "和康县", 2024)]
    [InlineData("659012", "白杨市", 2023)]
    [InlineData("120116", "滨海新区", 2009)]
    [InlineData("500154", "开州区", 2016)]
    [InlineData("810000", "香港特别行政区", 1997)]
    [InlineData("820000", "澳门特别行政区", 1999)]
    [InlineData("710000", "台湾省", null)]
    [InlineData("110101", "东城区", null)]
    public void Find_PresentCode_IsInForce(string code, string name, int? knownFrom)
    {
        var division = s_table.Find(Code(code));
        Assert.NotNull(division);
        Assert.Equal(name, division.Name);
        Assert.Equal(knownFrom, division.KnownFrom);
        Assert.False(division.IsAbolished);
        Assert.Same(division, s_table.Find(Code(code), s_today));
    }

    [Fact]
    public void Inspect_EachCase_IsAnAnswer()
    {
        // 500154 with a birth of 1993: younger than the person, and legal all the same.
        Assert.Equal(DivisionStanding.YoungerThanDate, s_table.Inspect(Code("500154"), new LocalDate(1993, 1, 13)));
        Assert.Equal(DivisionStanding.Unknown, s_table.Inspect(Code("111111"), new LocalDate(1999, 1, 15)));
        Assert.Equal(DivisionStanding.Known, s_table.Inspect(Code("120107"), new LocalDate(2009, 12, 31)));
        Assert.Equal(DivisionStanding.AbolishedBeforeDate, s_table.Inspect(Code("120107"), new LocalDate(2010, 1, 1)));
        Assert.Equal(DivisionStanding.Known, s_table.Inspect(Code("120116"), new LocalDate(2009, 1, 1)));
        Assert.Equal(DivisionStanding.YoungerThanDate, s_table.Inspect(Code("120116"), new LocalDate(2008, 12, 31)));
        // No code of 重庆 is older than the municipality, and none of them makes a number of 1983 wrong.
        Assert.Equal(DivisionStanding.YoungerThanDate, s_table.Inspect(Code("500105"), new LocalDate(1983, 5, 1)));
        Assert.Equal(DivisionStanding.Known, s_table.Inspect(Code("500105"), new LocalDate(1997, 12, 31)));
        // The oldest list is of 2002 and says nothing of the time before.
        Assert.Equal(DivisionStanding.Known, s_table.Inspect(Code("110103"), new LocalDate(1905, 1, 1)));
    }

    [Fact]
    public void Successors_RenumberedTwice_DependOnTheDate()
    {
        // 綦江县: 510223 until 1997, 500222 until 2011, then 500110 綦江区.
        Assert.Empty(s_table.Successors(Code("510223"), new LocalDate(1990, 6, 1)));
        Assert.Equal("500222 綦江县", Assert.Single(s_table.Successors(Code("510223"), new LocalDate(2005, 1, 1))).ToString());
        Assert.Equal("500110 綦江区", Assert.Single(s_table.Successors(Code("510223"), s_today)).ToString());
    }

    [Theory]
    [InlineData("110221", "昌平县", "110114")]
    [InlineData("132202", "沙河市", "130582")]
    [InlineData("139002", "辛集市", "130181")]
    public void Find_EndedInAYearNobodyTold_IsAbolishedWithoutYear(string code, string name, string successor)
    {
        var division = s_table.Find(Code(code));
        Assert.Equal(name, division?.Name);
        Assert.True(division?.IsAbolished);
        Assert.Null(division?.ValidTo);
        Assert.Equal(DivisionStanding.Known, s_table.Inspect(Code(code), s_today));
        Assert.Equal([successor], s_table.Successors(Code(code), s_today).Select(next => next.Code.ToString()));
    }

    [Fact]
    public void Successors_SplitDistrict_AreAllNamed()
    {
        Assert.Equal(["510903", "510904"], s_table.Successors(Code("510902"), s_today).Select(next => next.Code.ToString()).Order());
        Assert.Equal(["330102", "330114"], s_table.Successors(Code("330104"), s_today).Select(next => next.Code.ToString()).Order());
        Assert.Empty(s_table.Successors(Code("120116"), s_today));
        Assert.Empty(s_table.Successors(Code("111111"), s_today));
    }

    [Fact]
    public void Find_ReusedCode_DependsOnTheDate()
    {
        // 500110 was 万盛区 until 2011 and is 綦江区 since; 469025 passed from one county to another in 2007.
        Assert.Equal("万盛区", s_table.Find(Code("500110"), new LocalDate(2005, 1, 1))?.Name);
        Assert.Equal("綦江区", s_table.Find(Code("500110"), new LocalDate(2012, 1, 1))?.Name);
        Assert.Equal("定安县", s_table.Find(Code("469025"), new LocalDate(2005, 1, 1))?.Name);
        Assert.Equal("白沙黎族自治县", s_table.Find(Code("469025"))?.Name);
        Assert.Equal("加格达奇区", s_table.Find(Code("232701"), new LocalDate(2007, 1, 1))?.Name);
        Assert.Null(s_table.Find(Code("232701"), new LocalDate(2012, 1, 1)));
        Assert.Equal("漠河市", s_table.Find(Code("232701"))?.Name);
    }

    [Fact]
    public void All_EveryRow_ResolvesAndIsConsistent()
    {
        Assert.InRange(s_table.All.Count, 7_100, 7_400);
        Assert.All(s_table.All, row =>
        {
            Assert.NotNull(s_table.Find(row.Code));
            Assert.NotEmpty(row.Name);
            Assert.True(DivisionCode.IsProvince(row.Code.Value / 10_000));
            Assert.False(row.ValidTo <= row.KnownFrom, row.ToString());
            Assert.True(row.ValidTo is null || row.IsAbolished);
            Assert.All(row.SuccessorCodes, next => Assert.NotNull(s_table.Find(next)));
            Assert.DoesNotContain(row.Code, row.SuccessorCodes);
            Assert.All(s_table.Successors(row.Code, s_today), next => Assert.False(next.IsAbolished && next.ValidTo is not null && next.SuccessorCodes.Count > 0, $"{row} leads to {next}"));
        });
        Assert.True(s_table.All.Zip(s_table.All.Skip(1)).All(pair => pair.First.Code.CompareTo(pair.Second.Code) <= 0));
    }

    [Fact]
    public void All_Shipped_NeverLosesACode()
    {
        // The build refuses to leave out a code of its sources; this refuses to ship a smaller table than was shipped before.
        Assert.InRange(s_table.All.Select(row => row.Code).Distinct().Count(), 7_159, 9_000);
        var inForce = s_table.All.Where(row => !row.IsAbolished && !row.IsGrouping).ToList();
        Assert.Equal(34, inForce.Count(row => row.Code.Level == DivisionLevel.Province));
        Assert.Equal(333, inForce.Count(row => row.Code.Level == DivisionLevel.Prefecture));
        Assert.Equal(2_846, inForce.Count(row => row.Code.Level == DivisionLevel.County));
        Assert.Equal(inForce.Count, inForce.Select(row => row.Code).Distinct().Count());
    }

    [Theory]
    [InlineData(2005, "120107", "塘沽区")]
    [InlineData(2005, "533103", "潞西市")]
    [InlineData(2010, "522201", "铜仁市")]
    [InlineData(2012, "542100", "昌都地区")]
    [InlineData(2012, "420103", "江汉区")]
    [InlineData(2003, "420104", "硚口区")]
    [InlineData(2015, "610125", "户县")]
    [InlineData(2019, "340203", "弋江区")]
    [InlineData(2004, "340203", "马塘区")]
    [InlineData(2008, "469038", null)]
    public void Find_CodeInAYear_GivesTheNameOfThatYear(int year, string code, string? name) =>
        Assert.Equal(name, s_table.Find(Code(code), new LocalDate(year, 12, 31))?.Name);

    [Fact]
    public void Children_Municipality_GivesItsDistricts()
    {
        string[] expected =
        [
            "120101", "120102", "120103", "120104", "120105", "120106", "120110", "120111", "120112", "120113",
            "120114", "120115", "120116", "120117", "120118", "120119",
        ];
        Assert.Equal(expected, s_table.Children(Code("120000"), s_today).Select(child => child.Code.ToString()));
        Assert.Contains(s_table.Children(Code("120000"), new LocalDate(2005, 1, 1)), child => child.Name == "塘沽区");
        Assert.Equal(34, Enumerable.Range(11, 72).Count(DivisionCode.IsProvince));
    }

    [Fact]
    public void Children_Province_GivesPrefecturesAndDirectCounties()
    {
        var hainan = s_table.Children(Code("460000"), s_today).Select(child => child.Name).ToList();
        Assert.Contains("海口市", hainan);
        Assert.Contains("琼海市", hainan);
        Assert.DoesNotContain("龙华区", hainan);
        Assert.DoesNotContain(hainan, name => name.Contains("直辖", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("120116", "天津市滨海新区")]
    [InlineData("120107", "天津市塘沽区")]
    [InlineData("510122", "四川省成都市双流县")]
    [InlineData("659012", "新疆维吾尔自治区白杨市")]
    [InlineData("120000", "天津市")]
    [InlineData("111111", null)]
    public void FullName_Code_NamesTheLevels(string code, string? name) => Assert.Equal(name, s_table.FullName(Code(code)));

    [Fact]
    public void FindTownship_Teda_IsNamed()
    {
        var teda = s_table.FindTownship(StatisticalDivisionCode.Parse("120116014"));
        Assert.Equal("泰达街道", teda?.ShortName);
        Assert.Equal(teda, s_table.FindTownship(StatisticalDivisionCode.Parse("120116014001")));
        Assert.Equal("天津经济技术开发区（其他片区）", s_table.FindTownship(StatisticalDivisionCode.Parse("120116400"))?.Name);
        Assert.Null(s_table.FindTownship(StatisticalDivisionCode.Parse("110101001")));
    }

    [Fact]
    public void Inspect_AnyCode_AllocatesNothing()
    {
        var (known, date) = (Code("120107"), new LocalDate(2020, 1, 1));
        _ = s_table.Inspect(known, date);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            _ = s_table.Inspect(known, date);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static DivisionCode Code(string text) => DivisionCode.Parse(text);
}

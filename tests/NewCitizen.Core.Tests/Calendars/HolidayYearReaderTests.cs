using System.Text;

namespace NewCitizen.Calendars;

public sealed class HolidayYearReaderTests
{
    private const string Good = """
        {"year":2027,"notices":[{"number":"〔2026〕1号","title":"试验","date":"2026-11-30"}],
         "holidays":[{"name":"元旦","first":"2027-01-01","last":"2027-01-03"},{"name":"春节","first":"2027-02-05","last":"2027-02-11"}],
         "makeUpWorkdays":["2027-02-14"]}
        """;

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void Read_GoodFile_GivesTheYear(string prefix)
    {
        var year = HolidayYearReader.Read(Encoding.UTF8.GetBytes(prefix + Good), out var issues);
        Assert.Empty(issues);
        Assert.Equal(2027, year?.Year);
        Assert.Equal(2, year?.Holidays.Count);
        Assert.Equal("2027 (〔2026〕1号)", year?.ToString());
    }

    [Theory]
    [InlineData("\"year\":2027", "\"year\":27", "NC1311", "/year")]
    [InlineData("\"year\":2027,", "", "NC1311", "/year")]
    [InlineData("\"title\":\"试验\"", "\"title\":\" \"", "NC1318", "/notices")]
    [InlineData("\"date\":\"2026-11-30\"", "\"date\":\"2026-11-31\"", "NC1312", "/notices/0/date")]
    [InlineData("\"last\":\"2027-01-03\"", "\"last\":\"2027-1-3\"", "NC1312", "/holidays/0/last")]
    [InlineData("\"last\":\"2027-01-03\"", "\"last\":\"2026-12-31\"", "NC1313", "/holidays/0")]
    [InlineData("\"first\":\"2027-01-01\"", "\"first\":\"2027-01-04\"", "NC1317", "/holidays/0")]
    [InlineData("\"first\":\"2027-02-05\"", "\"first\":\"2027-01-02\"", "NC1316", "/holidays/1")]
    [InlineData("\"name\":\"春节\"", "\"name\":\"\"", "NC1320", "/holidays/1")]
    [InlineData("2027-02-14", "2027-02-15", "NC1315", "/makeUpWorkdays/0")]
    [InlineData("2027-02-14", "2027-02-06", "NC1314", "/makeUpWorkdays/0")]
    [InlineData("2027-02-14", "2028-02-06", "NC1313", "/makeUpWorkdays/0")]
    [InlineData("[\"2027-02-14\"]", "[\"2027-02-14\",\"2027-02-14\"]", "NC1316", "/makeUpWorkdays/1")]
    [InlineData("makeUpWorkdays", "makeupWorkdays", "NC1310", null)]
    [InlineData("\"holidays\":[", "\"holidays\":[null],\"holidays\":[", "NC1310", null)]
    [InlineData("\"year\":2027", "\"year\":\"二〇二七\"", "NC1310", null)]
    public void Read_OneFault_IsNamedWithItsPlace(string part, string fault, string code, string? pointer)
    {
        Assert.Contains(part, Good, StringComparison.Ordinal);
        Assert.Null(HolidayYearReader.Read(Encoding.UTF8.GetBytes(Good.Replace(part, fault, StringComparison.Ordinal)), out var issues));
        Assert.Contains(issues, issue => issue.Code.Value == code && issue.Location.Pointer == pointer);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"year\":2027")]
    public void Read_NoSuchFile_IsUnreadable(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        Assert.Null(HolidayYearReader.Read(stream, out var issues));
        Assert.Equal("NC1310", Assert.Single(issues).Code.Value);
    }

    [Fact]
    public void Read_EmptyYear_IsNoFinishedFile()
    {
        Assert.Null(HolidayYearReader.Read("{\"year\":2027,\"holidays\":[]}"u8, out var issues));
        Assert.Equal(["NC1318", "NC1319"], issues.Select(issue => issue.Code.Value));
    }

    [Fact]
    public void Read_NullMembers_AreNamedNotThrown()
    {
        Assert.Null(HolidayYearReader.Read("{\"year\":2027,\"notices\":[null],\"holidays\":[null],\"makeUpWorkdays\":[null]}"u8, out var issues));
        Assert.Contains(issues, issue => issue.Location.Pointer == "/makeUpWorkdays/0");
    }
}

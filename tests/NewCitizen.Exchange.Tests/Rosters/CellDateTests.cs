using CsCheck;
using NewCitizen.Exchange.Rosters;
using NewCitizen.Exchange.Tables;
using NodaTime;

namespace NewCitizen.Exchange.Tests.Rosters;

public sealed class CellDateTests
{
    [Theory]
    [InlineData("1990/1/2")]
    [InlineData("1990-1-2")]
    [InlineData("1990-01-02")]
    [InlineData("1990.1.2")]
    [InlineData("1990年1月2日")]
    [InlineData("1990 年 01 月 02 日")]
    [InlineData("1990年1月2")]
    [InlineData("1990年1月2号")]
    [InlineData("19900102")]
    [InlineData("１９９０／１／２")]
    [InlineData("1990-01-02T00:00:00")]
    [InlineData("1990-01-02T00:00:00Z")]
    [InlineData("1990/1/2 0:00")]
    [InlineData("1990-01-02 00:00:00.000")]
    [InlineData("32875")]
    [InlineData("32875.5")]
    public void TryParse_AnyForm_GivesDate(string text)
    {
        Assert.True(CellDate.TryParse(text, out var date, out var error), error?.ToString());
        Assert.Equal(new LocalDate(1990, 1, 2), date);
    }

    [Theory]
    [InlineData("1990年1月", 4063)]
    [InlineData("1990/1", 4063)]
    [InlineData("1990.1", 4063)]
    [InlineData("199001", 4063)]
    [InlineData("1990", 4063)]
    [InlineData("1990年", 4063)]
    [InlineData("90/1/2", 4064)]
    [InlineData("90年1月2日", 4064)]
    [InlineData("900102", 4064)]
    [InlineData("1990/2/29", 4065)]
    [InlineData("19901301", 4065)]
    [InlineData("1790-01-01", 4065)]
    [InlineData("0000/00/00", 4065)]
    [InlineData("1/2/1990", 4066)]
    [InlineData("2-1-1990", 4066)]
    [InlineData("一九九〇年一月二日", 4062)]
    [InlineData("1990/1/2/3", 4062)]
    [InlineData("1990年1月2日生", 4062)]
    [InlineData("999999", 4064)]
    [InlineData("99999", 4062)]
    [InlineData("12345678901234567890", 4062)]
    [InlineData("-", 4062)]
    [InlineData("1990年正月初二", 4062)]
    public void TryParse_Unclear_IsRefusedNotGuessed(string text, int code)
    {
        Assert.False(CellDate.TryParse(text, out _, out var error));
        Assert.Equal(code, error.Number);
    }

    [Fact]
    public void TryParse_AnyText_NeverThrows() =>
        Gen.String["0123456789/-.年月日 :T零"].Sample(text => CellDate.TryParse(text, out _, out var error) == error is null);

    [Fact]
    public void TryConvert_EveryDayAfterFalseLeapDay_IsOleDate() =>
        Gen.Int[61, 73_050].Sample(serial =>
            SerialDate.TryConvert(serial, false, out var date) && date.ToDateTimeUnspecified() == DateTime.FromOADate(serial));
}

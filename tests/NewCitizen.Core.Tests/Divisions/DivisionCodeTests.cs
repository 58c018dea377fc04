using System.Text;
using CsCheck;

namespace NewCitizen.Divisions;

public sealed class DivisionCodeTests
{
    [Theory]
    [InlineData("", "NC1230")]
    [InlineData("12011", "NC1231")]
    [InlineData("1201166", "NC1231")]
    [InlineData("12011X", "NC1232")]
    [InlineData("１２０１１６", "NC1232")]
    [InlineData("830000", "NC1233")]
    [InlineData("990101", "NC1233")]
    [InlineData("010101", "NC1233")]
    public void TryParse_WrongText_SaysWhy(string text, string error)
    {
        Assert.False(DivisionCode.TryParse(text.AsSpan(), out _, out var found));
        Assert.Equal(error, found.Value);
    }

    [Fact]
    public void Parents_County_LeadToTheProvince()
    {
        var code = DivisionCode.Parse("510122");
        Assert.Equal(DivisionLevel.County, code.Level);
        Assert.Equal("510100", code.Parent?.ToString());
        Assert.Equal(DivisionLevel.Prefecture, code.Parent?.Level);
        Assert.Equal("510000", code.Parent?.Parent?.ToString());
        Assert.Null(code.Province.Parent);
        Assert.Equal("460000", DivisionCode.Parse("460001").Parent?.ToString());
    }

    [Fact]
    public void Parse_AnySixDigits_AgreesWithTheProvinceList() =>
        Gen.Int[0, 999_999].Sample(number =>
        {
            var text = number.ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
            string[] provinces = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82".Split(' ');
            var parsed = DivisionCode.TryParse(text, out var code);
            return parsed == provinces.Contains(text[..2])
                && (!parsed || (code.ToString() == text && code.Value == number))
                && DivisionCode.TryParse(Encoding.UTF8.GetBytes(text), out var utf8) == parsed && utf8 == code;
        });

    [Theory]
    [InlineData("120116014", TownshipKind.Subdistrict, false)]
    [InlineData("120116100", TownshipKind.Town, false)]
    [InlineData("120116200001", TownshipKind.Township, true)]
    [InlineData("120116400400", TownshipKind.SpecialUnit, true)]
    public void TryParse_StatisticalCode_ReadsItsParts(string text, TownshipKind kind, bool village)
    {
        Assert.True(StatisticalDivisionCode.TryParse(text.AsSpan(), out var code, out _));
        Assert.Equal(kind, code.Kind);
        Assert.Equal(village, code.IsVillage);
        Assert.Equal("120116", code.Division.ToString());
        Assert.Equal(text[..9], code.Township.ToString());
        Assert.Equal(text, code.ToString());
    }

    [Theory]
    [InlineData("", "NC1230")]
    [InlineData("120116", "NC1231")]
    [InlineData("12011601A", "NC1232")]
    [InlineData("830000001", "NC1233")]
    [InlineData("120116000", "NC1237")]
    [InlineData("120116600", "NC1237")]
    [InlineData("120116014000", "NC1237")]
    public void TryParse_WrongStatisticalCode_SaysWhy(string text, string error)
    {
        Assert.False(StatisticalDivisionCode.TryParse(text.AsSpan(), out _, out var found));
        Assert.Equal(error, found.Value);
    }
}

using CsCheck;
using NewCitizen.Identity;

namespace NewCitizen.Tests.Identity;

public sealed class LegacyCitizenNumberTests
{
    [Theory]
    [InlineData("610104620927690", "610104196209276908")]
    [InlineData("110105491231002", "11010519491231002X")]
    public void TryUpgrade_KnownPairs_GivesTheNewNumber(string old, string expected)
    {
        Assert.True(LegacyCitizenNumber.TryUpgrade(old, out var number, out _));
        Assert.Equal(expected, number.ToString("F"));
        Assert.Equal(expected, CitizenNumber.Parse(expected).ToString("F"));
    }

    [Theory]
    [InlineData("110105801231995", 1980)]
    [InlineData("110105801231996", 1880)]
    [InlineData("110105801231999", 1880)]
    public void TryUpgrade_ReservedSequence_IsTheCenturyBefore(string old, int year)
    {
        Assert.True(LegacyCitizenNumber.TryUpgrade(old, out var number, out _));
        Assert.Equal(year, number.BirthDate.Year);
    }

    [Theory]
    [InlineData("", 1000)]
    [InlineData("11010519491231002X", 1001)]
    [InlineData("11010549123100X", 1002)]
    [InlineData("1１0105491231002", 1002)]
    [InlineData("000105491231002", 1003)]
    [InlineData("110105490230002", 1004)]
    [InlineData("110105000229002", 1004)]
    public void TryUpgrade_Invalid_SaysWhy(string old, int code)
    {
        Assert.False(LegacyCitizenNumber.TryUpgrade(old, out _, out var error));
        Assert.Equal(code, error.Number);
    }

    [Fact]
    public void TryUpgrade_AnyDigits_GivesWhatParseAccepts() => Gen.Long[110_000_000_000_000, 659_999_999_999_999].Sample(value =>
    {
        var old = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (LegacyCitizenNumber.TryUpgrade(old, out var number, out _))
        {
            Assert.Equal(number, CitizenNumber.Parse(number.ToString("F")));
            Assert.Equal(old, number.ToString("F").Remove(17).Remove(6, 2));
        }
    });
}

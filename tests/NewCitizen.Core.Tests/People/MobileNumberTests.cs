using CsCheck;
using NewCitizen.People;

namespace NewCitizen.Tests.People;

public sealed class MobileNumberTests
{
    [Theory]
    [InlineData("13800138000", true)]
    [InlineData("19900001234", true)]
    [InlineData("16190001234", true)]
    [InlineData("13490001234", true)]
    [InlineData("16100001234", false)]
    [InlineData("14000001234", false)]
    [InlineData("15400001234", false)]
    [InlineData("16000001234", false)]
    [InlineData("16800001234", false)]
    [InlineData("17900001234", false)]
    [InlineData("19400001234", false)]
    public void TryParse_Valid_KnowsAllocation(string text, bool allocated)
    {
        Assert.True(MobileNumber.TryParse(text, out var number, out _));
        Assert.Equal(allocated, number.IsAllocated);
        Assert.Equal(text, number.ToString("F"));
        Assert.Equal($"{text[..3]}****{text[^4..]}", number.ToString());
    }

    [Theory]
    [InlineData("", 1100)]
    [InlineData("1380013800", 1101)]
    [InlineData("+8613800138000", 1101)]
    [InlineData("138 0013 8000", 1101)]
    [InlineData("1380013800a", 1102)]
    [InlineData("１３８００１３８０００", 1102)]
    [InlineData("12800138000", 1103)]
    [InlineData("23800138000", 1103)]
    public void TryParse_Invalid_SaysWhy(string text, int code)
    {
        Assert.False(MobileNumber.TryParse(text, out _, out var error));
        Assert.Equal(code, error.Number);
        Assert.False(MobileNumber.TryParse(System.Text.Encoding.UTF8.GetBytes(text), out _, out error));
        Assert.Equal(code, error.Number);
    }

    [Theory]
    [InlineData("+86 138-0013-8000")]
    [InlineData("0086 13800138000")]
    [InlineData("8613800138000")]
    [InlineData("（+86）138 0013 8000")]
    [InlineData(" １３８００１３８０００　")]
    [InlineData("138.0013.8000")]
    public void TryParseLenient_AsPeopleWrite_Reads(string text)
    {
        Assert.True(MobileNumber.TryParseLenient(text, out var number, out _));
        Assert.Equal("13800138000", number.ToString("F"));
    }

    [Theory]
    [InlineData("138001380001", 1101)]
    [InlineData("+86+8613800138000", 1101)]
    [InlineData("022-66001234", 1103)]
    [InlineData("   ", 1100)]
    [InlineData("1380013800０转8", 1101)]
    public void TryParseLenient_Invalid_SaysWhy(string text, int code)
    {
        Assert.False(MobileNumber.TryParseLenient(text, out _, out var error));
        Assert.Equal(code, error.Number);
    }

    [Fact]
    public void TryParse_AnyText_NeverThrows() => Gen.String.Sample(text =>
    {
        Assert.Equal(MobileNumber.TryParse(text, out _, out var strict), strict is null);
        Assert.Equal(MobileNumber.TryParseLenient(text, out _, out var lenient), lenient is null);
    });
}

using System.Text;
using CsCheck;
using NewCitizen.People;

namespace NewCitizen.Tests.People;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("张三", "张三", "张*")]
    [InlineData(" 张　三 ", "张三", "张*")]
    [InlineData("张三丰", "张三丰", "张*丰")]
    [InlineData("欧阳小明", "欧阳小明", "欧**明")]
    [InlineData("张", "张", "*")]
    [InlineData("阿卜杜拉•买买提", "阿卜杜拉·买买提", "阿***·**提")]
    [InlineData("阿卜杜拉‧买买提", "阿卜杜拉·买买提", "阿***·**提")]
    [InlineData("阿卜杜拉・买买提", "阿卜杜拉·买买提", "阿***·**提")]
    [InlineData("阿卜杜拉．买买提", "阿卜杜拉·买买提", "阿***·**提")]
    [InlineData("阿卜杜拉 . 买买提", "阿卜杜拉·买买提", "阿***·**提")]
    [InlineData("阿卜杜拉 ·· 买买提", "阿卜杜拉·买买提", "阿***·**提")]
    [InlineData("Ｊｏｈｎ　Ｓｍｉｔｈ", "John Smith", "J*** S***")]
    [InlineData("John  F.  O’Neil-Jones", "John F. O'Neil-Jones", "J*** F*** O***")]
    [InlineData("José", "José", "J***")]
    [InlineData("Jose\u0301", "José", "J***")]
    [InlineData("𠮷野", "𠮷野", "𠮷*")]
    [InlineData("王𬎆𫖯", "王𬎆𫖯", "王*𫖯")]
    [InlineData("刘\uFA15生", "刘凞生", "刘*生")]
    [InlineData("金\uF90A生", "金金生", "金*生")]
    [InlineData("王\u2F00", "王一", "王*")]
    [InlineData("张三\u200B\uFEFF", "张三", "张*")]
    [InlineData("李〇〇", "李〇〇", "李*〇")]
    [InlineData("김철수", "김철수", "김***")]
    public void TryParse_Valid_GivesNormalFormAndMask(string text, string normal, string mask)
    {
        Assert.True(PersonName.TryParse(text, out var name, out var error), error?.Value);
        Assert.Equal(normal, name.ToString("F"));
        Assert.Equal(mask, name.ToString());
        Assert.Equal(PersonName.Parse(normal), name);
    }

    [Theory]
    [InlineData("", 1110)]
    [InlineData(" 　\u200B", 1110)]
    [InlineData("张3", 1112)]
    [InlineData("张３", 1112)]
    [InlineData("张*", 1112)]
    [InlineData("张?", 1112)]
    [InlineData("张\u0007三", 1112)]
    [InlineData("张\0三", 1112)]
    [InlineData("·张三", 1112)]
    [InlineData("张三·", 1112)]
    [InlineData("张三（户主）", 1112)]
    [InlineData("=cmd()", 1112)]
    [InlineData("\u0301张", 1112)]
    [InlineData("张\uE863", 1113)]
    [InlineData("\uD842", 1112)]
    public void TryParse_Invalid_SaysWhy(string text, int code)
    {
        Assert.False(PersonName.TryParse(text, out var name, out var error));
        Assert.Equal(code, error.Number);
        Assert.False(name.HasValue);
    }

    [Fact]
    public void TryParse_SixtyCharacters_IsTheLimit()
    {
        var rare = string.Concat(Enumerable.Repeat("𠮷", 60));
        Assert.True(PersonName.TryParse(rare, out var name, out _));
        Assert.Equal(60, name.Length);
        Assert.False(PersonName.TryParse(rare + "一", out _, out var error));
        Assert.Equal(PeopleErrors.NameLength, error);
        Assert.False(PersonName.TryParse("a" + new string('\u0301', 400), out _, out error));
        Assert.Equal(PeopleErrors.NameLength, error);
    }

    [Fact]
    public void Equality_TrueVariants_StayApart()
    {
        Assert.NotEqual(PersonName.Parse("李峰"), PersonName.Parse("李峯"));
        Assert.NotEqual(PersonName.Parse("吴吴"), PersonName.Parse("吳吳"));
        Assert.NotEqual(PersonName.Parse("葛"), PersonName.Parse("葛\U000E0100"));
        Assert.Equal(PersonName.Parse("葛").ToSearchKey(), PersonName.Parse("葛\U000E0100").ToSearchKey());
    }

    [Theory]
    [InlineData("阿卜杜拉·买买提", "阿卜杜拉买买提", "阿")]
    [InlineData("𠮷野", "𠮷野", "𠮷")]
    [InlineData("John O'Neil-Smith Jr.", "JOHNONEILSMITHJR", "J")]
    public void SearchKey_DropsJoiners(string text, string key, string first)
    {
        var name = PersonName.Parse(text);
        Assert.Equal((key, first), (name.ToSearchKey(), name.ToFirstCharacter()));
    }

    [Fact]
    public void Format_Utf8_RoundTrips()
    {
        var name = PersonName.Parse("𠮷野·买买提");
        Span<byte> utf8 = stackalloc byte[64];
        Assert.True(name.TryFormat(utf8, out var written, "F", provider: null));
        Assert.True(PersonName.TryParse(utf8[..written], provider: null, out var again));
        Assert.Equal(name, again);
        Assert.False(name.TryFormat(utf8[..3], out _, "F", provider: null));
        Assert.Equal("𠮷*·**提", $"{name}");
        Assert.Equal(string.Empty, default(PersonName).ToString());
    }

    [Fact]
    public void TryParse_AnyText_NormalFormIsStable() => Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["张三·• ．.aＡé\u0301'-　\uF90A〇"], 0, 30]).Sample(text =>
    {
        Assert.Equal(PersonName.TryParse(text, out var name, out var error), error is null);
        if (name.HasValue)
        {
            Assert.Equal(name, PersonName.Parse(name.ToString("F")));
            Assert.NotEmpty(name.ToString());
            Assert.InRange(name.Length, 1, PersonName.MaxLength);
        }

        _ = PersonName.TryParse(Encoding.Unicode.GetBytes(text), provider: null, out _);
    });
}

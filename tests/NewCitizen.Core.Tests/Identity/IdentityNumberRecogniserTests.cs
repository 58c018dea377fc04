using CsCheck;
using NewCitizen.Errors;
using NewCitizen.Identity;
using NewCitizen.People;
using NodaTime;

namespace NewCitizen.Tests.Identity;

public sealed class IdentityNumberRecogniserTests
{
    private static readonly LocalDate s_asOf = new(2026, 11, 22);

    [Theory]
    [InlineData("11010519491231002X", "citizen", 0)]
    [InlineData("11010519491231002x", "citizen", 0)]
    [InlineData("710105194912310027", "citizen", 1005)]
    [InlineData("810000199408230021", "hmt-permit", 0)]
    [InlineData("830000199201300022", "hmt-permit", 0)]
    [InlineData("830000199201300023", "hmt-permit", 1005)]
    [InlineData("911124198108030024", "foreign-resident", 0)]
    [InlineData("911124198108030025", "foreign-resident", 1005)]
    [InlineData("CAN110198108031", "foreign-resident", 0)]
    [InlineData("H12345678", "travel-permit", 0)]
    [InlineData("HA1234567", "travel-permit", 0)]
    [InlineData("M1234567801", "travel-permit", 0)]
    [InlineData("H123456789", "travel-permit", 1001)]
    [InlineData("12345678", "travel-permit", 0)]
    [InlineData("0123456701(B)", "travel-permit", 0)]
    [InlineData("E12345678", "passport", 0)]
    [InlineData("EA1234567", "passport", 0)]
    [InlineData("123456789", "passport", 0)]
    [InlineData("H1234567", "passport", 0)]
    [InlineData("91350100M000100Y43", "uscc", 0)]
    [InlineData("91350100m000100y43", "uscc", 0)]
    [InlineData("91350100M000100Y44", "uscc", 1005)]
    [InlineData("9135O100M000100Y43", "uscc", 1002)]
    [InlineData("91350100M000100Y4", "uscc", 1001)]
    [InlineData("11100000000013127D", "uscc", 0)]
    [InlineData("11100000000013127E", "uscc", 1005)]
    [InlineData("52120116MJ0000018C", "uscc", 0)]
    [InlineData("52120116MJ0000018D", "uscc", 1005)]
    [InlineData("13800138000", "mobile", 0)]
    [InlineData("12800138000", "mobile", 1103)]
    [InlineData("02266001234", "mobile", 1103)]
    [InlineData("+8613800138000", "mobile", 1101)]
    [InlineData("8613800138000", "mobile", 1101)]
    [InlineData("610104620927690", "citizen", 1006)]
    [InlineData("42010200000000000", "citizen", 1001)]
    [InlineData("4201020000000000000", "citizen", 1001)]
    [InlineData("42010200000000000A", "citizen", 1002)]
    [InlineData("1101051949123100O2", "citizen", 1002)]
    [InlineData("1101O5194912310021", "citizen", 1002)]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ", "citizen", 1002)]
    [InlineData("110105194913310021", "citizen", 1004)]
    [InlineData("991234567890123456", "uscc", 1005)]
    [InlineData("1.20116E+17", "citizen", 1001)]
    [InlineData("", "citizen", 1000)]
    [InlineData("张三", "citizen", 1001)]
    [InlineData("PASSPORT", "citizen", 1001)]
    public void Recognise_NoGroup_FollowsTheTable(string text, string kind, int code) => Check(text, group: null, kind, code);

    [Theory]
    [InlineData("13800138000", NumberGroup.Person, "citizen", 1001)]
    [InlineData("91350100M000100Y43", NumberGroup.Person, "foreign-resident", 1002)]
    [InlineData("911124198108030024", NumberGroup.Person, "foreign-resident", 0)]
    [InlineData("911124198108030024", NumberGroup.Organisation, "uscc", 1005)]
    [InlineData("11010519491231002X", NumberGroup.Organisation, "uscc", 1003)]
    [InlineData("", NumberGroup.Organisation, "uscc", 1000)]
    [InlineData("11010519491231002X", NumberGroup.Mobile, "mobile", 1101)]
    [InlineData("", NumberGroup.Mobile, "mobile", 1100)]
    public void Recognise_Group_Narrows(string text, NumberGroup group, string kind, int code) => Check(text, group, kind, code);

    [Theory]
    [InlineData("16300138000", 1104)]
    [InlineData("CAN110198108031", 1052)]
    [InlineData("M1234567801", 1053)]
    [InlineData("111111199901101514", 1050)]
    [InlineData("500154199301135886", 1051)]
    [InlineData("120107199001010015", 0)]
    [InlineData("830000199201300022", 0)]
    public void Recognise_Valid_Warns(string text, int warning)
    {
        var found = new IdentityNumberRecogniser(new CitizenNumberInspector(new Codes())).Recognise(text, group: null, s_asOf);
        Assert.True(found.IsValid, found.Error?.Value);
        Assert.Equal(warning == 0 ? [] : [warning], found.Warnings.Select(code => code.Number));
        Assert.All(found.Warnings, code => Assert.Equal(IssueSeverity.Warning, code.Severity));
    }

    [Theory]
    [InlineData("111111199901101514", 1060)]
    [InlineData("500154199301135886", 1061)]
    [InlineData("120107199001010015", 0)]
    public void Recognise_Strict_Refuses(string text, int code)
    {
        var found = new IdentityNumberRecogniser(new CitizenNumberInspector(new Codes(), strict: true)).Recognise(text, group: null, s_asOf);
        Assert.Equal(code, found.Error?.Number ?? 0);
        Assert.Empty(found.Warnings);
    }

    [Fact]
    public void Recognise_AnyText_NeverThrows() => Gen.Select(
        Gen.String,
        Gen.String[Gen.Char["HMAEX0123456789-+() ９一"], 0, 34],
        Gen.Enum<NumberGroup>().Nullable()).Sample((any, near, group) =>
    {
        var recogniser = new IdentityNumberRecogniser();
        foreach (var text in (string[])[any, near])
        {
            var found = recogniser.Recognise(text, group);
            Assert.NotEmpty(found.Kind.WireName());
            Assert.Equal(found.IsValid, found.Error is null);
        }
    });

    private static void Check(string text, NumberGroup? group, string kind, int code)
    {
        var found = new IdentityNumberRecogniser().Recognise(text, group, s_asOf);
        Assert.Equal((kind, code), (found.Kind.WireName(), found.Error?.Number ?? 0));
    }

    private sealed class Codes : IAddressCodeLookup
    {
        public bool TryFind(int code, out AddressCodePeriod period)
        {
            period = code switch
            {
                500154 => new(new LocalDate(2016, 6, 1), Until: null),
                120107 => new(From: null, new LocalDate(2009, 12, 31)),
                _ => default,
            };
            return code is 500154 or 120107;
        }
    }
}

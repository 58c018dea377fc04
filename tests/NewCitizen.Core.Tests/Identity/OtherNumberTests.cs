using System.Text;
using CsCheck;
using NewCitizen.Identity;
using NewCitizen.People;
using NodaTime;

namespace NewCitizen.Tests.Identity;

public sealed class OtherNumberTests
{
    [Theory]
    [InlineData("810000199408230021", "HKG")]
    [InlineData("820000198808080023", "MAC")]
    [InlineData("830000199201300022", "TWN")]
    public void HmtPermit_KnownValid_IsACitizenNumberToo(string text, string origin)
    {
        Assert.True(HmtResidencePermitNumber.TryParse(text, out var number, out _));
        Assert.Equal(origin, number.Origin);
        Assert.Equal(CitizenNumber.Parse(text), number.ToCitizenNumber());
        Assert.Equal(text, number.ToString("F"));
    }

    [Theory]
    [InlineData("11010519491231002X", 1003)]
    [InlineData("110105194912310021", 1003)]
    [InlineData("710000199408230021", 1003)]
    [InlineData("810000199413230021", 1004)]
    [InlineData("810000199408230022", 1005)]
    [InlineData("81000019940823002", 1001)]
    public void HmtPermit_Invalid_SaysWhy(string text, int code)
    {
        Assert.False(HmtResidencePermitNumber.TryParse(text, new LocalDate(2026, 11, 22), out _, out var error));
        Assert.Equal(code, error.Number);
    }

    [Fact]
    public void ForeignResident_Specimen_ReadsAllParts()
    {
        Assert.True(ForeignResidentNumber.TryParse("911124198108030024", out var number, out _));
        Assert.Equal((11, "124", new LocalDate(1981, 8, 3), Sex.Female, false), (number.ProvinceCode, number.Country, number.BirthDate, number.Sex, number.IsOldForm));
        Assert.Equal("911124********0024", number.ToString());
        Assert.Equal("911124198108030024", number.ToString("F"));
    }

    [Fact]
    public void ForeignResident_OldForm_IsKeptAsItIs()
    {
        Assert.True(ForeignResidentNumber.TryParse("can110198108031", out var number, out _));
        Assert.Equal(("CAN", true, (LocalDate?)null), (number.Country, number.IsOldForm, number.BirthDate));
        Assert.Equal("CAN110198108031", number.ToString("F"));
        Assert.Equal("CAN**********31", number.ToString());
    }

    [Theory]
    [InlineData("911124198108030025", 1005)]
    [InlineData("811124198108030024", 1003)]
    [InlineData("900124198108030024", 1003)]
    [InlineData("911124209908030024", 1004)]
    [InlineData("CA1110198108031", 1002)]
    [InlineData("91112419810803002", 1001)]
    public void ForeignResident_Invalid_SaysWhy(string text, int code)
    {
        Assert.False(ForeignResidentNumber.TryParse(text, out _, out var error));
        Assert.Equal(code, error.Number);
    }

    [Theory]
    [InlineData("H12345678", TravelPermitHolder.HongKong, "H12345678")]
    [InlineData("h1234567801", TravelPermitHolder.HongKong, "H12345678")]
    [InlineData("M1234567802", TravelPermitHolder.Macao, "M12345678")]
    [InlineData("HA1234567", TravelPermitHolder.HongKongForeigner, "HA1234567")]
    [InlineData("MA1234567", TravelPermitHolder.MacaoForeigner, "MA1234567")]
    [InlineData("12345678", TravelPermitHolder.Taiwan, "12345678")]
    [InlineData("0123456701", TravelPermitHolder.Taiwan, "0123456701")]
    [InlineData("0123456701B", TravelPermitHolder.Taiwan, "0123456701")]
    [InlineData("0123456701(b)", TravelPermitHolder.Taiwan, "0123456701")]
    public void TravelPermit_Valid_KnowsHolderAndLifelongPart(string text, TravelPermitHolder holder, string lifelong)
    {
        Assert.True(TravelPermitNumber.TryParse(text, out var number, out _));
        Assert.Equal((holder, lifelong), (number.Holder, number.ToLifelongText()));
        Assert.Equal(number, TravelPermitNumber.Parse(number.ToString("F")));
        Assert.DoesNotContain(lifelong[1..^2], number.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1000)]
    [InlineData("H1234567", 1001)]
    [InlineData("HA12345678", 1001)]
    [InlineData("H123456789012", 1001)]
    [InlineData("123456789", 1001)]
    [InlineData("H1234567A", 1002)]
    [InlineData("Ｈ12345678", 1002)]
    [InlineData("1234567A", 1002)]
    public void TravelPermit_Invalid_SaysWhy(string text, int code)
    {
        Assert.False(TravelPermitNumber.TryParse(text, out _, out var error));
        Assert.Equal(code, error.Number);
        Assert.False(TravelPermitNumber.TryParse(Encoding.UTF8.GetBytes(text), out _, out error));
        Assert.Equal(code, error.Number);
    }

    [Theory]
    [InlineData("E12345678", ChinesePassportKind.Ordinary)]
    [InlineData("ea1234567", ChinesePassportKind.Ordinary)]
    [InlineData("EI1234567", ChinesePassportKind.None)]
    [InlineData("G12345678", ChinesePassportKind.Ordinary)]
    [InlineData("GA1234567", ChinesePassportKind.None)]
    [InlineData("DE1234567", ChinesePassportKind.Diplomatic)]
    [InlineData("SE1234567", ChinesePassportKind.Service)]
    [InlineData("PE1234567", ChinesePassportKind.PublicAffairs)]
    [InlineData("C01X00T47", ChinesePassportKind.None)]
    [InlineData("12345", ChinesePassportKind.None)]
    public void Passport_Valid_TellsTheChineseKind(string text, ChinesePassportKind kind)
    {
        Assert.True(PassportNumber.TryParse(text, out var number, out _));
        Assert.Equal(kind, number.ChineseKind);
        Assert.Equal(text.ToUpperInvariant(), number.ToString("F"));
    }

    [Theory]
    [InlineData("", 1000)]
    [InlineData("E123", 1001)]
    [InlineData("E12345678901234567890", 1001)]
    [InlineData("E1234-678", 1002)]
    [InlineData("Ｅ12345678901234567", 1002)]
    public void Passport_Invalid_SaysWhy(string text, int code)
    {
        Assert.False(PassportNumber.TryParse(text, out _, out var error));
        Assert.Equal(code, error.Number);
        Assert.False(PassportNumber.TryParse(Encoding.UTF8.GetBytes(text), out _, out error));
        Assert.Equal(code, error.Number);
    }

    [Theory]
    [InlineData("91350100M000100Y43", "91", 350100, "M000100Y4")]
    [InlineData("91330100799655058B", "91", 330100, "799655058")]
    [InlineData("9144030071526726XG", "91", 440300, "71526726X")]
    [InlineData("91370200163562681G", "91", 370200, "163562681")]
    [InlineData("11100000000013127D", "11", 100000, "000013127")]
    [InlineData("91120116MA0000015H", "91", 120116, "MA0000015")]
    [InlineData("11120116000123457F", "11", 120116, "000123457")]
    [InlineData("52120116MJ0000018C", "52", 120116, "MJ0000018")]
    public void CreditCode_KnownValid_ReadsAllParts(string text, string entityClass, int division, string organisation)
    {
        Assert.True(UnifiedSocialCreditCode.TryParse(text.ToLowerInvariant(), out var code, out _));
        Assert.Equal((entityClass, division, organisation, true), (code.EntityClass, code.DivisionCode, code.OrganisationCode, code.IsKnownEntityClass));
        Assert.Equal(text, code.ToString());
        Assert.Equal($"{text[..8]}********{text[^2..]}", code.ToString("M"));
    }

    [Theory]
    [InlineData("", 1000)]
    [InlineData("91350100M000100Y4", 1001)]
    [InlineData("91350100I000100Y43", 1002)]
    [InlineData("91350100O000100Y43", 1002)]
    [InlineData("91350100S000100Y43", 1002)]
    [InlineData("91350100V000100Y43", 1002)]
    [InlineData("91350100Z000100Y43", 1002)]
    [InlineData("91A50100M000100Y43", 1002)]
    [InlineData("B1350100M000100Y43", 1007)]
    [InlineData("91990100M000100Y43", 1003)]
    [InlineData("91350100M000100Y44", 1005)]
    public void CreditCode_Invalid_SaysWhy(string text, int code)
    {
        Assert.False(UnifiedSocialCreditCode.TryParse(text, out _, out var error));
        Assert.Equal(code, error.Number);
    }

    [Fact]
    public void EveryType_AnyTextOrBytes_NeverThrows() => Gen.Select(Gen.String, Gen.Byte.Array[0, 30], Gen.String[Gen.Char["HMAE0123456789X(）( ９一"], 0, 20]).Sample((text, bytes, near) =>
    {
        foreach (var each in (string[])[text, near])
        {
            Assert.Equal(HmtResidencePermitNumber.TryParse(each, out _, out var a), a is null);
            Assert.Equal(ForeignResidentNumber.TryParse(each, out _, out var b), b is null);
            Assert.Equal(TravelPermitNumber.TryParse(each, out var permit, out var c), c is null);
            Assert.Equal(PassportNumber.TryParse(each, out var passport, out var d), d is null);
            Assert.Equal(UnifiedSocialCreditCode.TryParse(each, out _, out var e), e is null);
            Assert.Equal(permit, permit.HasValue ? TravelPermitNumber.Parse(permit.ToString("F")) : default);
            Assert.Equal(passport, passport.HasValue ? PassportNumber.Parse(passport.ToString("F")) : default);
            _ = LegacyCitizenNumber.TryUpgrade(each, out _, out _);
        }

        _ = HmtResidencePermitNumber.TryParse(bytes, out _, out _);
        _ = ForeignResidentNumber.TryParse(bytes, out _, out _);
        _ = TravelPermitNumber.TryParse(bytes, out _, out _);
        _ = PassportNumber.TryParse(bytes, out _, out _);
        _ = UnifiedSocialCreditCode.TryParse(bytes, out _, out _);
        _ = MobileNumber.TryParse(bytes, out _, out _);
        _ = PersonName.TryParse(bytes, provider: null, out _);
    });

    [Fact]
    public void Passport_Order_IsOrdinal() =>
        Gen.Select(Gen.String[Gen.Char["059AMZ"], 5, 20], Gen.String[Gen.Char["059AMZ"], 5, 20]).Sample((a, b) =>
            Assert.Equal(Math.Sign(string.CompareOrdinal(a, b)), PassportNumber.Parse(a).CompareTo(PassportNumber.Parse(b))));
}

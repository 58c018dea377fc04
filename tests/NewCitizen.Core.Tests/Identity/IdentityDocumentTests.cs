using System.Globalization;
using NewCitizen.Errors;
using NewCitizen.Identity;
using NodaTime;

namespace NewCitizen.Tests.Identity;

public sealed class IdentityDocumentTests
{
    [Theory]
    [InlineData(IdentityDocumentKind.ResidentIdentityCard, "11010519491231002x", null, "citizen:11010519491231002X")]
    [InlineData(IdentityDocumentKind.TemporaryIdentityCard, "11010519491231002X", "CHN", "citizen:11010519491231002X")]
    [InlineData(IdentityDocumentKind.HouseholdRegister, "11010519491231002X", null, "citizen:11010519491231002X")]
    [InlineData(IdentityDocumentKind.HmtResidencePermit, "810000199408230021", null, "citizen:810000199408230021")]
    [InlineData(IdentityDocumentKind.HongKongMacaoTravelPermit, "H1234567801", null, "hm-permit:H12345678")]
    [InlineData(IdentityDocumentKind.HongKongMacaoTravelPermit, "h12345678", null, "hm-permit:H12345678")]
    [InlineData(IdentityDocumentKind.TaiwanTravelPermit, "12345678", null, "taiwan-permit:12345678")]
    [InlineData(IdentityDocumentKind.ForeignPermanentResidentCard, "911124198108030024", null, "foreign-resident:911124198108030024")]
    [InlineData(IdentityDocumentKind.ForeignerResidencePermit, "AB1234567", null, "foreigner-permit:AB1234567")]
    [InlineData(IdentityDocumentKind.Passport, "e12345678", "CHN", "passport:CHN:E12345678")]
    [InlineData(IdentityDocumentKind.Passport, "C01X00T47", "DEU", "passport:DEU:C01X00T47")]
    public void Create_Valid_GivesTheMatchKeyAndHidesTheNumber(IdentityDocumentKind kind, string number, string? country, string key)
    {
        var document = IdentityDocument.Create(kind, number, country);
        Assert.Equal(key, document.ToMatchKey());
        Assert.DoesNotContain(document.RevealNumber(), document.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(key.Split(':')[^1], document.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(document, IdentityDocument.Create(kind, document.RevealNumber(), document.IssuingCountry));
    }

    [Theory]
    [InlineData(IdentityDocumentKind.None, "11010519491231002X", null, 1010)]
    [InlineData((IdentityDocumentKind)999, "11010519491231002X", null, 1010)]
    [InlineData(IdentityDocumentKind.ResidentIdentityCard, "810000199408230021", null, 1009)]
    [InlineData(IdentityDocumentKind.ResidentIdentityCard, "440308199901101513", null, 1005)]
    [InlineData(IdentityDocumentKind.ResidentIdentityCard, "610104620927690", null, 1006)]
    [InlineData(IdentityDocumentKind.ResidentIdentityCard, "11010519491231002X", "USA", 1011)]
    [InlineData(IdentityDocumentKind.HmtResidencePermit, "11010519491231002X", null, 1009)]
    [InlineData(IdentityDocumentKind.HongKongMacaoTravelPermit, "12345678", null, 1009)]
    [InlineData(IdentityDocumentKind.TaiwanTravelPermit, "H12345678", null, 1009)]
    [InlineData(IdentityDocumentKind.Passport, "E12345678", null, 1011)]
    [InlineData(IdentityDocumentKind.Passport, "E12345678", "CN", 1011)]
    [InlineData(IdentityDocumentKind.Passport, "E12345678", "chn", 1011)]
    public void TryCreate_Invalid_SaysWhy(IdentityDocumentKind kind, string number, string? country, int code)
    {
        Assert.False(IdentityDocument.TryCreate(kind, number, country, validFrom: null, validUntil: null, out var document, out var error));
        Assert.Null(document);
        Assert.Equal(code, error.Number);
    }

    [Fact]
    public void Validity_EndsAreIncluded_NoEndIsLongTerm()
    {
        var from = new LocalDate(2020, 1, 1);
        var until = new LocalDate(2030, 1, 1);
        var limited = IdentityDocument.Create(IdentityDocumentKind.ResidentIdentityCard, "11010519491231002X", null, from, until);
        Assert.True(limited.IsValidOn(from));
        Assert.True(limited.IsValidOn(until));
        Assert.False(limited.IsValidOn(from.PlusDays(-1)));
        Assert.False(limited.IsValidOn(until.PlusDays(1)));
        Assert.True(IdentityDocument.Create(IdentityDocumentKind.ResidentIdentityCard, "11010519491231002X").IsValidOn(LocalDate.MaxIsoValue));
        var thrown = Assert.Throws<NewCitizenException>(() => IdentityDocument.Create(IdentityDocumentKind.ResidentIdentityCard, "11010519491231002X", null, until, from));
        Assert.Equal(IdentityErrors.ValidityOrder, thrown.Code);
    }

    [Fact]
    public void Inspect_OldOrUnknownForm_Warns()
    {
        Assert.Equal([IdentityErrors.OldTravelPermitForm], IdentityDocument.Create(IdentityDocumentKind.HongKongMacaoTravelPermit, "H1234567801").Inspect());
        Assert.Equal([IdentityErrors.OldForeignForm], IdentityDocument.Create(IdentityDocumentKind.ForeignPermanentResidentCard, "CAN110198108031").Inspect());
        Assert.Equal([IdentityErrors.ChinesePassportForm], IdentityDocument.Create(IdentityDocumentKind.Passport, "E1234567", "CHN").Inspect());
        Assert.Empty(IdentityDocument.Create(IdentityDocumentKind.Passport, "E1234567", "USA").Inspect());
        Assert.Empty(IdentityDocument.Create(IdentityDocumentKind.ResidentIdentityCard, "11010519491231002X").Inspect());
    }

    [Fact]
    public void Kinds_EveryMember_HasNamesAndIsFound()
    {
        foreach (var kind in Enum.GetValues<IdentityDocumentKind>().Where(kind => kind != IdentityDocumentKind.None))
        {
            foreach (var culture in (string[])["zh-CN", "en"])
            {
                Assert.True(IdentityDocumentKinds.TryFind(kind.Name(CultureInfo.GetCultureInfo(culture)), out var found));
                Assert.Equal(kind, found);
            }

            Assert.True(IdentityDocumentKinds.TryFind(((int)kind).ToString(CultureInfo.InvariantCulture), out var byCode));
            Assert.Equal(kind, byCode);
        }

        Assert.True(IdentityDocumentKinds.TryFind(" 回乡证 ", out var alias));
        Assert.Equal(IdentityDocumentKind.HongKongMacaoTravelPermit, alias);
        Assert.False(IdentityDocumentKinds.TryFind("0", out _));
    }
}

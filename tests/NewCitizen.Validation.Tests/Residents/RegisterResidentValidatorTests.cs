using System.Globalization;
using FluentValidation;
using NewCitizen.Errors;
using NewCitizen.Residents;
using NodaTime;

namespace NewCitizen.Validation.Tests.Residents;

public sealed class RegisterResidentValidatorTests
{
    private const string Number = "11010519491231002X";

    private static readonly RegisterResident s_good = new()
    {
        Name = "张三",
        Document = new StatedDocument { Kind = "居民身份证", Number = Number, ValidFrom = new(2016, 5, 1), ValidUntil = new(2036, 5, 1) },
        Phone = "13812345678",
        Residence = new StatedResidence { Address = "天津市滨海新区第三大街1号", RegisteredOn = new(2026, 1, 2), DivisionCode = "120116" },
        Source = new RecordSource("test"),
    };

    public static TheoryData<string, RegisterResident> Cases => new()
    {
        { "", s_good },
        { "NC2050 /document/validUntil", s_good with { Document = s_good.Document with { ValidFrom = new(2006, 5, 1), ValidUntil = new(2026, 5, 1) } } },
        { "", s_good with { Document = s_good.Document with { ValidFrom = new(2006, 11, 22), ValidUntil = new(2026, 11, 22) } } },
        { "NC2051 /document/validFrom", s_good with { Document = s_good.Document with { ValidFrom = new(2027, 5, 1), ValidUntil = new(2037, 5, 1) } } },
        { "NC2055 /document/validUntil", s_good with { Document = s_good.Document with { ValidUntil = new(2035, 5, 1) } } },
        { "NC1012 /document/validUntil", s_good with { Document = s_good.Document with { ValidFrom = new(2026, 5, 2), ValidUntil = null } with { ValidFrom = new(2046, 1, 1), ValidUntil = new(2045, 1, 1) } } },
        { "NC1104 /phone", s_good with { Phone = "14012345678" } },
        { "NC2052 /document/number", s_good with { Document = new StatedDocument { Number = "120101190001010016" } } },
        { "NC2052 /birthDate", s_good with { BirthDate = new LocalDate(1906, 11, 21) - Period.FromYears(1) } },
        { "NC1050 /document/number", s_good with { Document = new StatedDocument { Number = "119999194912310021" } } },
        { "NC2054 /name", s_good with { Name = "John Smith" } },
        { "", s_good with { Name = "买买提·吐尔逊" } },
        { "NC2001 /document/number", s_good with { Document = new StatedDocument { Number = " " } } },
        { "NC2017 /residence/registeredOn", s_good with { Residence = s_good.Residence! with { RegisteredOn = null } } },
        { "NC2053 /residence/registeredOn", s_good with { Residence = s_good.Residence! with { RegisteredOn = new(1983, 12, 31) } } },
        { "NC2005 /residence/registeredOn", s_good with { Residence = s_good.Residence! with { RegisteredOn = new(2026, 11, 23) } } },
        { "NC2056 /residence/divisionCode", s_good with { Residence = s_good.Residence! with { DivisionCode = "129999" } } },
        { "NC2013 /residence/dwellingType", s_good with { Residence = s_good.Residence! with { DwellingType = "飞船" } } },
        { "", s_good with { Residence = null } },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Validate_Command_SaysWhatIsWorthALook(string expected, RegisterResident command)
    {
        var found = Rules.Check(command);
        if (expected.Length == 0) Assert.Empty(found);
        else Assert.Contains(expected, found);
    }

    [Fact]
    public void Validate_OldDocumentForms_Warn()
    {
        var command = s_good with { Document = new StatedDocument { Kind = "台湾居民来往大陆通行证", Number = "1234567801" } };
        Assert.All(Rules.Issues(command).Where(issue => issue.Location.Pointer == "/document/number"), issue => Assert.Equal(IssueSeverity.Warning, issue.Code.Severity));
    }

    [Fact]
    public void Validate_Failures_CarryTheCatalogueAndNoValue()
    {
        var command = s_good with { Name = "John Smith", Phone = "14012345678", Residence = s_good.Residence! with { DivisionCode = "129999", RegisteredOn = new(1950, 1, 1) } };
        var failures = Rules.Validator<RegisterResident>().Validate(command).Errors;
        Assert.Equal(4, failures.Count);
        Assert.All(failures, failure =>
        {
            Assert.True(ErrorCatalogue.TryFind(failure.ErrorCode, out var code));
            Assert.Equal(code.Severity == IssueSeverity.Warning, failure.Severity == Severity.Warning);
            Assert.Null(failure.AttemptedValue);
            Assert.Null(failure.FormattedMessagePlaceholderValues);
            foreach (var value in new[] { "John", "14012345678", "129999", "1950", Number }) Assert.DoesNotContain(value, failure.ErrorMessage, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("zh-CN", "手机号段")]
    [InlineData("en-GB", "prefix")]
    public void Validate_Message_IsInTheReadersLanguage(string culture, string expected)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Contains(expected, Assert.Single(Rules.Validator<RegisterResident>().Validate(s_good with { Phone = "14012345678" }).Errors).ErrorMessage, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Validate_ManyThreads_AnswerAlike() => Parallel.For(0, 2_000, i =>
    {
        var bad = i % 2 == 0;
        Assert.Equal(bad ? 1 : 0, Rules.Issues(bad ? s_good with { Phone = "14012345678" } : s_good).Count);
    });
}

using NewCitizen.Errors;
using NewCitizen.Identity;
using NewCitizen.People;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Residents;

public sealed class RegisterTests : IDisposable
{
    private readonly TestOffice _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task RegisterAsync_NewPerson_OpensAFileWithFactsOfTheNumber()
    {
        var registered = await _office.RegisterAsync(TestOffice.Person());

        var file = await _office.FullAsync(registered.Id);
        Assert.Equal(RegistrationEffect.Created, registered.Effect);
        Assert.Equal("张三", file.CurrentName.ToString("F"));
        Assert.Equal(new LocalDate(1949, 12, 31), file.BirthDate);
        Assert.Equal(Sex.Female, file.Sex);
        Assert.Equal(TestOffice.Number, file.Documents[0].Value.RevealNumber());
        Assert.Equal(new LocalDate(2026, 11, 1), file.Registrations[0].Since);
        Assert.Equal(_office.Today, file.OpenedOn);
    }

    [Fact]
    public async Task RegisterAsync_SamePersonAgain_WritesNothing()
    {
        var first = await _office.RegisterAsync(TestOffice.Person());
        var again = await _office.RegisterAsync(TestOffice.Person(address: "天津经济技术开发区 第三大街16号３－２０１"));

        Assert.Equal(first.Id, again.Id);
        Assert.Equal(RegistrationEffect.NothingNew, again.Effect);
        Assert.Equal(first.Revision, again.Revision);
    }

    [Fact]
    public async Task RegisterAsync_SamePersonElsewhere_AddsTheStay()
    {
        var first = await _office.RegisterAsync(TestOffice.Person());
        var moved = await _office.RegisterAsync(TestOffice.Person(address: "洞庭路76号"));

        Assert.Equal(first.Id, moved.Id);
        Assert.Equal(RegistrationEffect.StayAdded, moved.Effect);
        Assert.Equal(2, (await _office.FullAsync(first.Id)).Registrations.Count);
    }

    [Fact]
    public async Task RegisterAsync_KnownNumberUnderAnotherName_IsRefused()
    {
        await _office.RegisterAsync(TestOffice.Person());

        var outcome = await _office.Residents.RegisterAsync(_office.West, TestOffice.Person("李四"), null, default);

        Assert.Equal(ResidentErrors.NameDiffersFromFile, outcome.FirstError.Code);
    }

    [Fact]
    public async Task RegisterAsync_DifferentPhoneOfKnownPerson_WarnsAndKeepsTheFile()
    {
        var first = await _office.RegisterAsync(TestOffice.Person() with { Phone = "13800138000" });
        var outcome = await _office.Residents.RegisterAsync(_office.West, TestOffice.Person() with { Phone = "13900139000" }, null, default);

        Assert.True(outcome.Succeeded);
        Assert.Contains(outcome.Issues, issue => issue.Code == ResidentErrors.StatedFactDiffers && issue.Location.Pointer == "/phone");
        Assert.Equal(["13800138000"], (await _office.FullAsync(first.Id)).Phones.Select(phone => phone.Value.ToString("F")));
    }

    [Fact]
    public async Task RegisterAsync_EverythingWrong_NamesEachPlaceOnce()
    {
        var outcome = await _office.Residents.RegisterAsync(
            _office.West,
            TestOffice.Person("", "110105194912310021", address: " ") with { Phone = "12", Sex = "?", BirthDate = new LocalDate(2030, 1, 1) },
            null,
            default);

        Assert.Null(outcome.Value);
        Assert.Equal(
            ["/birthDate", "/document/number", "/name", "/phone", "/residence/address"],
            outcome.Issues.Where(issue => issue.IsError).Select(issue => issue.Location.Pointer!).Order(StringComparer.Ordinal));
        Assert.Contains(outcome.Issues, issue => issue.Code == IdentityErrors.CheckDigit);
    }

    [Theory]
    [InlineData("男", null)]
    [InlineData("女", null)]
    public async Task RegisterAsync_SexAgainstNumber_IsRefusedOnlyWhenItDiffers(string sex, string? _)
    {
        var outcome = await _office.Residents.RegisterAsync(_office.West, TestOffice.Person() with { Sex = sex }, null, default);

        Assert.Equal(sex == "女", outcome.Succeeded);
    }

    [Fact]
    public async Task RegisterAsync_BirthDateAgainstNumber_IsRefused()
    {
        var outcome = await _office.Residents.RegisterAsync(_office.West, TestOffice.Person() with { BirthDate = new LocalDate(1950, 1, 1) }, null, default);

        Assert.Equal(ResidentErrors.BirthDateDiffers, outcome.FirstError.Code);
    }

    [Fact]
    public async Task RegisterAsync_UnknownEthnicity_IsKeptAsStatedWithAWarning()
    {
        var outcome = await _office.Residents.RegisterAsync(_office.West, TestOffice.Person() with { Ethnicity = "穿青人" }, null, default);

        Assert.Contains(outcome.Issues, issue => issue.Code == ResidentErrors.UnknownCode);
        Assert.Equal("穿青人", (await _office.FullAsync(outcome.Require().Id)).Ethnicity!.Value.RawText);
    }

    [Fact]
    public async Task RegisterAsync_SamePersonFromManyOfficesAtOnce_MakesOneFile()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(async () => await _office.RegisterAsync(TestOffice.Person()))));

        Assert.Single(outcomes.Select(outcome => outcome.Id).Distinct());
        Assert.Single(outcomes, outcome => outcome.Effect == RegistrationEffect.Created);
        Assert.Single((await _office.FullAsync(outcomes[0].Id)).Registrations);
    }

    [Fact]
    public async Task RegisterAsync_SameRequestKey_GivesTheSameAnswer()
    {
        var key = new RequestKey("form-1", [1]);
        var first = (await _office.Residents.RegisterAsync(_office.West, TestOffice.Person(), key, default)).Require();
        var again = (await _office.Residents.RegisterAsync(_office.West, TestOffice.Person(), key, default)).Require();
        var reused = await _office.Residents.RegisterAsync(_office.West, TestOffice.Person("李四", TestOffice.OtherNumber), new RequestKey("form-1", [2]), default);

        Assert.Equal(first, again);
        Assert.Equal(StorageErrors.KeyReused, reused.FirstError.Code);
    }

    [Fact]
    public async Task RegisterAsync_AnyOfTheDocumentKinds_IsRecognisedByItsNumber()
    {
        var expected = new Dictionary<string, IdentityDocumentKind>
        {
            [TestOffice.Number] = IdentityDocumentKind.ResidentIdentityCard,
            ["810000199408230021"] = IdentityDocumentKind.HmtResidencePermit,
            ["911124198108030024"] = IdentityDocumentKind.ForeignPermanentResidentCard,
            ["H12345678"] = IdentityDocumentKind.HongKongMacaoTravelPermit,
        };
        foreach (var (number, kind) in expected)
        {
            var registered = await _office.RegisterAsync(TestOffice.Person("某某", number));
            Assert.Equal(kind, (await _office.FullAsync(registered.Id)).Documents[0].Value.Kind);
        }
    }

    [Fact]
    public async Task RegisterAsync_PassportWithoutCountry_PointsAtTheCountry()
    {
        var command = TestOffice.Person("JOHN SMITH") with { Document = new StatedDocument { Kind = "护照", Number = "AB1234567" } };

        var outcome = await _office.Residents.RegisterAsync(_office.West, command, null, default);

        Assert.Equal("/document/country", outcome.FirstError.Location.Pointer);
        Assert.True((await _office.Residents.RegisterAsync(_office.West, command with { Document = command.Document with { Country = "CAN" } }, null, default)).Succeeded);
    }

    [Fact]
    public async Task RegisterAsync_Refusal_HoldsNoPersonalValue()
    {
        var outcome = await _office.Residents.RegisterAsync(_office.West, TestOffice.Person("张三丰", "110105194912310021") with { Phone = "138001380" }, null, default);

        var text = string.Join('\n', outcome.Issues.Select(issue => $"{issue} {issue.Message()} {string.Join(',', issue.Arguments)}"));
        Assert.DoesNotContain("张三丰", text, StringComparison.Ordinal);
        Assert.DoesNotContain("11010519", text, StringComparison.Ordinal);
        Assert.DoesNotContain("138001380", text, StringComparison.Ordinal);
        Assert.DoesNotContain("张三丰", TestOffice.Person("张三丰").ToString(), StringComparison.Ordinal);
    }
}

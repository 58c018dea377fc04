using NewCitizen.Access;
using NewCitizen.Errors;
using NewCitizen.Residents;
using NewCitizen.Storage;

namespace NewCitizen.Core.Tests.Residents;

public sealed class ReadTests : IDisposable
{
    private readonly TestOffice _office = new();

    public void Dispose() => _office.Dispose();

    [Theory]
    [InlineData("欧阳娜娜", null, null, 1)]
    [InlineData("欧", null, null, 1)]
    [InlineData("欧阳", null, null, 0)]
    [InlineData(null, "138 0013 8000", null, 1)]
    [InlineData(null, "13900139000", null, 0)]
    [InlineData(null, "not a phone", null, 0)]
    [InlineData(null, null, "11010519491231002x", 1)]
    [InlineData(null, null, "nonsense", 0)]
    public async Task SearchAsync_ByOneCondition_FindsByEqualityOnly(string? name, string? phone, string? number, int expected)
    {
        await _office.RegisterAsync(TestOffice.Person("欧阳娜娜") with { Phone = "13800138000" });
        await _office.RegisterAsync(TestOffice.Person("买买提·艾力", TestOffice.OtherNumber));

        var page = await _office.Residents.SearchAsync(_office.West, new ResidentSearch { Name = name, Phone = phone, DocumentNumber = number }, default);

        Assert.Equal(expected, page.Items.Count);
    }

    [Fact]
    public async Task SearchAsync_PassportNumberAlone_FindsItsHoldersWhateverTheCountry()
    {
        foreach (var country in new[] { "CAN", "USA" })
        {
            await _office.RegisterAsync(TestOffice.Person("JOHN SMITH") with { Document = new StatedDocument { Kind = "护照", Number = "AB1234567", Country = country } });
        }

        var page = await _office.Residents.SearchAsync(_office.West, new ResidentSearch { DocumentNumber = "AB1234567" }, default);

        Assert.Equal(2, page.Items.Count);
    }

    [Fact]
    public async Task SearchAsync_All_PagesNewestFirstWithoutRepeats()
    {
        var ids = new List<ResidentId>();
        foreach (var number in new[] { TestOffice.Number, TestOffice.OtherNumber, "34052419800101001X", "440308199901101512", "810000199408230021" })
        {
            ids.Add((await _office.RegisterAsync(TestOffice.Person("某某", number))).Id);
        }

        var seen = new List<ResidentId>();
        string? after = null;
        do
        {
            var page = await _office.Residents.SearchAsync(_office.West, new ResidentSearch { Limit = 2, After = after }, default);
            seen.AddRange(page.Items.Select(item => item.Id));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(ids.OrderDescending(), seen);
    }

    [Fact]
    public async Task SearchAsync_CursorOfAnotherAgencyOrAltered_IsRefused()
    {
        await _office.RegisterAsync(TestOffice.Person());
        await _office.RegisterAsync(TestOffice.Person("李四", TestOffice.OtherNumber));
        var cursor = (await _office.Residents.SearchAsync(_office.West, new ResidentSearch { Limit = 1 }, default)).Next!;

        await Assert.ThrowsAsync<NewCitizenException>(async () => await _office.Residents.SearchAsync(_office.South, new ResidentSearch { Limit = 1, After = cursor }, default));
        var error = await Assert.ThrowsAsync<NewCitizenException>(async () => await _office.Residents.SearchAsync(_office.West, new ResidentSearch { Limit = 1, After = "x" + cursor }, default));
        Assert.Equal(StorageErrors.InvalidCursor, error.Code);
    }

    [Fact]
    public async Task EveryRead_FromAnotherAgency_SeesNothing()
    {
        var registered = await _office.RegisterAsync(TestOffice.Person());

        Assert.Null(await _office.Residents.FindAsync(_office.South, registered.Id, default));
        Assert.Null(await _office.Residents.TimelineAsync(_office.South, registered.Id, default));
        Assert.Empty((await _office.Residents.SearchAsync(_office.South, new ResidentSearch(), default)).Items);
        Assert.Empty((await _office.Residents.SearchAsync(_office.South, new ResidentSearch { DocumentNumber = TestOffice.Number }, default)).Items);
        Assert.Equal(StorageErrors.NotFound, (await _office.Residents.ReadFullAsync(_office.South.For("x"), registered.Id, default)).FirstError.Code);
        Assert.Equal(StorageErrors.NotFound, (await _office.Residents.EraseAsync(_office.South, registered.Id, registered.Revision, default)).FirstError.Code);
        Assert.Equal(RegistrationEffect.Created, (await _office.RegisterAsync(TestOffice.Person(), _office.South)).Effect);
    }

    [Fact]
    public async Task ReadFullAsync_WithoutPurpose_IsRefused_WithPurpose_LeavesAnAuditEntry()
    {
        var registered = await _office.RegisterAsync(TestOffice.Person());

        Assert.Equal(AccessErrors.PurposeMissing, (await _office.Residents.ReadFullAsync(_office.West, registered.Id, default)).FirstError.Code);
        Assert.DoesNotContain("resident.read-full", await _office.AuditActionsAsync());
        Assert.True((await _office.Residents.ReadFullAsync(_office.West.For("permit desk"), registered.Id, default)).Succeeded);
        Assert.Contains("resident.read-full", await _office.AuditActionsAsync());
    }

    [Fact]
    public async Task FindAsync_Overview_IsMasked()
    {
        var registered = await _office.RegisterAsync(TestOffice.Person() with { Phone = "13800138000" });

        var overview = (await _office.Residents.FindAsync(_office.West, registered.Id, default))!;

        Assert.DoesNotContain("三", overview.MaskedName, StringComparison.Ordinal);
        Assert.DoesNotContain("19491231", overview.MaskedDocuments[0].MaskedNumber, StringComparison.Ordinal);
        Assert.Equal(["138****8000"], overview.MaskedPhones);
    }

    [Theory]
    [InlineData(null, "11010519491231002x", null, true)]
    [InlineData("身份证", " 11010519491231002X ", null, true)]
    [InlineData(null, TestOffice.OtherNumber, null, false)]
    [InlineData(null, "nonsense", null, false)]
    [InlineData("护照", "X0000001", "USA", true)]
    [InlineData("护照", "X0000001", "CAN", false)]
    public async Task FindByDocumentAsync_ByWhatIsStated_FindsItsFileOnly(string? kind, string number, string? country, bool expected)
    {
        await _office.RegisterAsync(TestOffice.Person());
        var foreigner = new StatedDocument { Kind = "护照", Number = "X0000001", Country = "USA" };
        await _office.RegisterAsync(TestOffice.Person("ADAMS JOHN") with { Document = foreigner, Sex = "男", BirthDate = new(1990, 1, 1) });

        var stated = new StatedDocument { Kind = kind, Number = number, Country = country };
        var found = await _office.Residents.FindByDocumentAsync(_office.West, stated, default);

        Assert.Equal(expected, found is not null);
        Assert.Null(await _office.Residents.FindByDocumentAsync(_office.South, stated, default));
        Assert.DoesNotContain(number.Trim(), found?.MaskedDocuments[0].MaskedNumber ?? string.Empty, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task TimelineAsync_StaysAndChanges_AreInOrderOfDays()
    {
        var registered = await _office.RegisterAsync(TestOffice.Person());
        await _office.Residents.EndResidenceAsync(
            _office.West, registered.Id, registered.Revision, (await _office.FullAsync(registered.Id)).Registrations[0].Id, _office.Today, default);

        var timeline = (await _office.Residents.TimelineAsync(_office.West, registered.Id, default))!;

        Assert.Equal(timeline.OrderBy(entry => entry.On).Select(entry => entry.Event.Code), timeline.Select(entry => entry.Event.Code));
        Assert.Equal("residence.since", timeline[0].Event.Code);
        Assert.Contains(timeline, entry => entry.Event == TimelineEvent.ResidenceUntil && entry.On == _office.Today);
    }
}

using System.Text;
using NewCitizen.Errors;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Residents;

public sealed class ChangeTests : IDisposable
{
    private readonly TestOffice _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task EveryChange_KeepsWhatWasThereBefore()
    {
        var registered = await _office.RegisterAsync(TestOffice.Person() with { Phone = "13800138000", Education = "本科", Employer = "泰达一厂" });
        var revision = registered.Revision;
        revision = (await _office.Residents.RenameAsync(_office.West, registered.Id, revision, "张叁", default)).Require().Revision;
        revision = (await _office.Residents.EndPhoneAsync(_office.West, registered.Id, revision, "13800138000", default)).Require().Revision;
        revision = (await _office.Residents.AddPhoneAsync(_office.West, registered.Id, revision, "13900139000", default)).Require().Revision;
        revision = (await _office.Residents.SetEducationAsync(_office.West, registered.Id, revision, "硕士", default)).Require().Revision;
        revision = (await _office.Residents.SetEmploymentAsync(_office.West, registered.Id, revision, new Employment("泰达二厂"), default)).Require().Revision;
        (await _office.Residents.AddDocumentAsync(_office.West, registered.Id, revision, new StatedDocument { Number = "H12345678" }, default)).Require();

        var file = await _office.FullAsync(registered.Id);
        Assert.Equal(["张三", "张叁"], file.Names.Select(name => name.Value.ToString("F")));
        Assert.Equal([_office.Today, null], file.Phones.Select(phone => phone.Until));
        Assert.Equal(2, file.Educations.Count);
        Assert.Equal(["泰达一厂", "泰达二厂"], file.Employments.Select(job => job.Value.Employer));
        Assert.Equal(2, file.Documents.Count);
        Assert.Single((await _office.Residents.SearchAsync(_office.West, new ResidentSearch { Name = "张三" }, default)).Items);
    }

    [Fact]
    public async Task AnyChange_WithAStaleRevision_IsRefused()
    {
        var registered = await _office.RegisterAsync(TestOffice.Person());
        await _office.Residents.AddPhoneAsync(_office.West, registered.Id, registered.Revision, "13900139000", default);

        var outcome = await _office.Residents.AddPhoneAsync(_office.West, registered.Id, registered.Revision, "13700137000", default);

        Assert.Equal(StorageErrors.Conflict, outcome.FirstError.Code);
    }

    [Fact]
    public async Task AddDocumentAsync_NumberOfAnotherFile_IsRefused()
    {
        var registered = await _office.RegisterAsync(TestOffice.Person());
        await _office.RegisterAsync(TestOffice.Person("李四", TestOffice.OtherNumber));

        var outcome = await _office.Residents.AddDocumentAsync(_office.West, registered.Id, registered.Revision, new StatedDocument { Number = TestOffice.OtherNumber }, default);

        Assert.Equal(ResidentErrors.AlreadyOnFile, outcome.FirstError.Code);
    }

    [Fact]
    public async Task RegisterResidenceAsync_OpenStayThereOrBadDates_IsRefused()
    {
        var registered = await _office.RegisterAsync(TestOffice.Person());
        var same = new StatedResidence { Address = "天津经济技术开发区第三大街16号3-201" };
        Assert.Equal(ResidentErrors.StayExists, (await AddAsync(same)).FirstError.Code);
        Assert.Equal(ResidentErrors.DateInFuture, (await AddAsync(same with { Since = _office.Today.PlusDays(1) })).FirstError.Code);
        Assert.Equal(ResidentErrors.BeforeBirth, (await AddAsync(new StatedResidence { Address = "新地址1号", Since = new LocalDate(1900, 1, 1) })).FirstError.Code);

        async Task<Outcome<ResidentOverview>> AddAsync(StatedResidence stay) =>
            await _office.Residents.RegisterResidenceAsync(_office.West, registered.Id, registered.Revision, stay, new RecordSource("counter"), default);
    }

    [Fact]
    public async Task EraseAsync_File_LeavesNothingToBeFound()
    {
        var registered = await _office.RegisterAsync(TestOffice.Person());
        (await _office.Residents.EraseAsync(_office.West, registered.Id, registered.Revision, default)).Require();

        Assert.Null(await _office.Residents.FindAsync(_office.West, registered.Id, default));
        Assert.Empty((await _office.Residents.SearchAsync(_office.West, new ResidentSearch { DocumentNumber = TestOffice.Number }, default)).Items);
        Assert.Equal(RegistrationEffect.Created, (await _office.RegisterAsync(TestOffice.Person())).Effect);
    }

    [Fact]
    public async Task StoredRecord_HoldsNoNamePhoneOrNumberInTheClear()
    {
        var registered = await _office.RegisterAsync(TestOffice.Person("诸葛孔明") with
        {
            Phone = "13800138000",
            Ethnicity = "穿青人",
            OriginAddress = "湖北省襄阳市隆中村1号",
            Employer = "蜀汉集团",
            Extensions = new Dictionary<string, string> { ["备注"] = "卧龙" },
        });

        var stored = (await _office.Store.GetAsync(new RecordKey(_office.West.Agency, ResidentKind.Kind, registered.Id.Value), default))!;

        var text = Encoding.UTF8.GetString(stored.Body.Span);
        foreach (var secret in new[] { "诸葛", "孔明", "13800138000", TestOffice.Number, "1949-12-31", "穿青人", "隆中", "蜀汉", "卧龙" })
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AddRelationAsync_ToItselfOrNobodyOrUnknownCode_IsRefused()
    {
        var one = await _office.RegisterAsync(TestOffice.Person());
        var two = await _office.RegisterAsync(TestOffice.Person("李四", TestOffice.OtherNumber));

        Assert.Equal(ResidentErrors.RelationInvalid, (await _office.Residents.AddRelationAsync(_office.West, one.Id, one.Revision, one.Id, "1", default)).FirstError.Code);
        Assert.Equal(ResidentErrors.RelationInvalid, (await _office.Residents.AddRelationAsync(_office.West, one.Id, one.Revision, new ResidentId(Guid.Empty), "1", default)).FirstError.Code);
        Assert.Equal(ResidentErrors.RelationInvalid, (await _office.Residents.AddRelationAsync(_office.West, one.Id, one.Revision, two.Id, "ZZ", default)).FirstError.Code);
        (await _office.Residents.AddRelationAsync(_office.West, one.Id, one.Revision, two.Id, "1", default)).Require();
        Assert.Equal(two.Id, Assert.Single((await _office.FullAsync(one.Id)).Relations).Value.Other);
    }
}

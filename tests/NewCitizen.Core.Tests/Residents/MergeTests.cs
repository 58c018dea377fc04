using NewCitizen.Errors;
using NewCitizen.Residents;
using NewCitizen.Storage;

namespace NewCitizen.Core.Tests.Residents;

public sealed class MergeTests : IDisposable
{
    private readonly TestOffice _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task MergeAsync_TwoFiles_SurvivorIsFoundByBothNumbers()
    {
        var (kept, other) = await TwoFilesAsync();
        var merged = (await _office.Residents.MergeAsync(_office.West, kept.Id, kept.Revision, other.Id, other.Revision, default)).Require();

        Assert.Equal(kept.Id, merged.Id);
        Assert.Equal(2, merged.MaskedDocuments.Count);
        Assert.Equal(kept.Id, Assert.Single((await SearchAsync(TestOffice.OtherNumber)).Items).Id);
        Assert.Equal(kept.Id, Assert.Single((await SearchAsync(TestOffice.Number)).Items).Id);
        Assert.Equal(kept.Id, (await _office.Residents.FindAsync(_office.West, other.Id, default))!.MergedInto);
        Assert.Single((await _office.Residents.SearchAsync(_office.West, new ResidentSearch(), default)).Items);
    }

    [Fact]
    public async Task UndoMergeAsync_AfterLaterChanges_RestoresBothAndKeepsTheChanges()
    {
        var (kept, other) = await TwoFilesAsync();
        var before = (await _office.FullAsync(kept.Id), await _office.FullAsync(other.Id));
        var merged = (await _office.Residents.MergeAsync(_office.West, kept.Id, kept.Revision, other.Id, other.Revision, default)).Require();
        await _office.Residents.AddPhoneAsync(_office.West, kept.Id, merged.Revision, "13700137000", default);

        (await _office.Residents.UndoMergeAsync(_office.West, other.Id, default)).Require();

        var after = (await _office.FullAsync(kept.Id), await _office.FullAsync(other.Id));
        Assert.Equal(before.Item1.Documents, after.Item1.Documents);
        Assert.Equal(before.Item1.Registrations, after.Item1.Registrations);
        Assert.Equal("13700137000", after.Item1.Phones[^1].Value.ToString("F"));
        Assert.Equal(before.Item2.Documents, after.Item2.Documents);
        Assert.Equal(before.Item2.Phones, after.Item2.Phones);
        Assert.Equal(ResidentStatus.Active, after.Item2.Status);
        Assert.Equal(other.Id, Assert.Single((await SearchAsync(TestOffice.OtherNumber)).Items).Id);
        Assert.Contains(after.Item1.MergedFiles, file => file.Value == other.Id && file.Until == _office.Today);
    }

    [Fact]
    public async Task MergeAsync_WithItselfMergedOrStale_IsRefused()
    {
        var (kept, other) = await TwoFilesAsync();
        Assert.Equal(ResidentErrors.CannotMerge, (await _office.Residents.MergeAsync(_office.West, kept.Id, kept.Revision, kept.Id, kept.Revision, default)).FirstError.Code);
        await _office.Residents.AddPhoneAsync(_office.West, kept.Id, kept.Revision, "13700137000", default);
        Assert.Equal(StorageErrors.Conflict, (await _office.Residents.MergeAsync(_office.West, kept.Id, kept.Revision, other.Id, other.Revision, default)).FirstError.Code);

        var current = (await _office.Residents.FindAsync(_office.West, kept.Id, default))!;
        (await _office.Residents.MergeAsync(_office.West, kept.Id, current.Revision, other.Id, other.Revision, default)).Require();
        var merged = (await _office.Residents.FindAsync(_office.West, other.Id, default))!;
        Assert.Equal(ResidentErrors.FileIsMerged, (await _office.Residents.AddPhoneAsync(_office.West, other.Id, merged.Revision, "13700137000", default)).FirstError.Code);
        Assert.Equal(ResidentErrors.NotMerged, (await _office.Residents.UndoMergeAsync(_office.West, kept.Id, default)).FirstError.Code);
    }

    [Fact]
    public async Task MergeAsync_DifferentBirthDates_Warns()
    {
        var (kept, other) = await TwoFilesAsync();
        var outcome = await _office.Residents.MergeAsync(_office.West, kept.Id, kept.Revision, other.Id, other.Revision, default);

        Assert.Contains(outcome.Issues, issue => issue.Code == ResidentErrors.MergedFactsDiffer && issue.Location == IssueLocation.At("/birthDate"));
    }

    private async Task<(Registered Kept, Registered Other)> TwoFilesAsync() => (
        await _office.RegisterAsync(TestOffice.Person() with { Phone = "13800138000" }),
        await _office.RegisterAsync(TestOffice.Person("张三", TestOffice.OtherNumber, "洞庭路76号") with { Phone = "13900139000" }));

    private async Task<Page<ResidentOverview>> SearchAsync(string number) =>
        await _office.Residents.SearchAsync(_office.West, new ResidentSearch { DocumentNumber = number }, default);
}

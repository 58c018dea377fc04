namespace NewCitizen.Core.Tests.Residents;

public sealed class RetentionTests : IDisposable
{
    private readonly TestOffice _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task EraseEndedAsync_OnlyEndedStays_GoAndOnlyInTheirAgency()
    {
        var gone = await _office.RegisterAsync(TestOffice.Person());
        var living = await _office.RegisterAsync(TestOffice.Person("李四", TestOffice.OtherNumber));
        var elsewhere = await _office.RegisterAsync(TestOffice.Person(), _office.South);
        var stay = (await _office.FullAsync(gone.Id)).Registrations[0].Id;
        await _office.Residents.EndResidenceAsync(_office.West, gone.Id, gone.Revision, stay, _office.Today.PlusDays(-2), default);

        Assert.Empty(await _office.Retention.EraseEndedAsync(_office.West, _office.Today.PlusDays(-2), 100, default));
        Assert.Equal([gone.Id], await _office.Retention.EraseEndedAsync(_office.West, _office.Today.PlusDays(-1), 100, default));
        Assert.Empty(await _office.Retention.EraseEndedAsync(_office.West, _office.Today, 100, default));

        Assert.Null(await _office.Residents.FindAsync(_office.West, gone.Id, default));
        Assert.NotNull(await _office.Residents.FindAsync(_office.West, living.Id, default));
        Assert.NotNull(await _office.Residents.FindAsync(_office.South, elsewhere.Id, default));
        Assert.Single(await _office.AuditActionsAsync(), action => action == "resident.retention");
    }
}

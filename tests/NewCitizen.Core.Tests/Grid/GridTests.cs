using NewCitizen.Access;
using NewCitizen.Addresses;
using NewCitizen.Calendars;
using NewCitizen.Cases;
using NewCitizen.Core.Tests.Collection;
using NewCitizen.Errors;
using NewCitizen.Grid;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Grid;

public sealed class GridTests : IDisposable
{
    private static readonly Guid s_subject = Guid.Parse("0198a000-0000-7000-8000-000000000001");
    private readonly CollectionDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task AddCellAsync_AddressOfAnotherCell_IsRefused()
    {
        var taken = await _desk.Grid.AddCellAsync(_desk.West, new AddGridCell("G-02", "第二网格", [_desk.Home.Address], []), default);
        var code = await _desk.Grid.AddCellAsync(_desk.West, new AddGridCell("G-01", "第二网格", [], []), default);
        var wrong = await _desk.Grid.AddCellAsync(_desk.West, new AddGridCell("网", " ", [new(s_subject)], [new(s_subject)]), default);
        var many = await _desk.Grid.AddCellAsync(_desk.West, new AddGridCell("G-03", "大", [.. Enumerable.Repeat(_desk.Home.Address, 2001)], []), default);

        Assert.Equal(GridErrors.AddressInOtherCell, taken.FirstError.Code);
        Assert.Equal(GridErrors.CodeTaken, code.FirstError.Code);
        Assert.Equal([("NC2751", "/code"), ("NC2750", "/name"), ("NC2760", "/addresses/0"), ("NC2760", "/properties/0")], wrong.Issues.Select(issue => (issue.Code.Value, issue.Location.Pointer)));
        Assert.Equal(GridErrors.TooManyAddresses, many.FirstError.Code);
        Assert.Equal(_desk.Cell.Id, (await _desk.Grid.FindCellAsync(_desk.West, _desk.Home.Address, default))!.Id);
    }

    [Fact]
    public async Task ChangeCellAsync_AndAssignments_KeepTheirDates()
    {
        var cell = _desk.Cell;
        Assert.Equal(GridErrors.AssignedAlready, (await _desk.Grid.AssignAsync(_desk.West, cell.Id, cell.Revision, _desk.Worker.Id, new(2026, 6, 1), null, default)).FirstError.Code);
        Assert.Equal(GridErrors.PeriodReversed, (await _desk.Grid.AssignAsync(_desk.West, cell.Id, cell.Revision, _desk.Worker.Id, new(2026, 6, 1), new LocalDate(2026, 6, 1), default)).FirstError.Code);
        Assert.Equal(GridErrors.ReferenceMissing, (await _desk.Grid.AssignAsync(_desk.West, cell.Id, cell.Revision, new(s_subject), new(2026, 6, 1), null, default)).FirstError.Code);
        Assert.Equal(GridErrors.PeriodReversed, (await _desk.Grid.EndAssignmentAsync(_desk.West, cell.Id, cell.Revision, _desk.Worker.Id, new(2025, 6, 1), default)).FirstError.Code);
        cell = (await _desk.Grid.EndAssignmentAsync(_desk.West, cell.Id, cell.Revision, _desk.Worker.Id, new(2026, 7, 1), default)).Require();
        Assert.Equal(StorageErrors.Conflict, (await _desk.Grid.ChangeCellAsync(_desk.West, cell.Id, _desk.Cell.Revision, "新名", [], default)).FirstError.Code);
        cell = (await _desk.Grid.ChangeCellAsync(_desk.West, cell.Id, cell.Revision, "新名", [_desk.Home.Address], default)).Require();

        var read = (await _desk.Grid.FindCellAsync(_desk.West, cell.Id, default))!;
        Assert.Equal([_desk.Worker.Id], read.WorkersOn(new(2026, 6, 30)));
        Assert.Empty(read.WorkersOn(new(2026, 7, 1)));
        Assert.Equal(("新名", 1), (read.Name, read.Addresses.Count));
        Assert.Equal(StorageErrors.NotFound, (await _desk.Grid.ChangeCellAsync(_desk.Office.South, cell.Id, cell.Revision, "新名", [], default)).FirstError.Code);
    }

    [Fact]
    public async Task OnDutyAsync_WorkingDaysOrOwnDays_LeavesOutWhoIsOff()
    {
        var weekend = (await _desk.Grid.AddWorkerAsync(_desk.West, new AddGridWorker("grid-2", "赵六", null, [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday]), default)).Require();
        await _desk.Grid.AssignAsync(_desk.West, _desk.Cell.Id, _desk.Cell.Revision, weekend.Id, new(2026, 1, 1), null, default);

        Assert.Equal([weekend.Id], await OnDutyAsync(new(2026, 11, 22)));
        Assert.Equal([_desk.Worker.Id], await OnDutyAsync(new(2026, 11, 23)));

        // 2026-10-10 is a Saturday made workday; of 2027 nobody knows, so the worker is not left out.
        Assert.Equal([_desk.Worker.Id, weekend.Id], await OnDutyAsync(new(2026, 10, 10)));
        Assert.Equal([_desk.Worker.Id], await OnDutyAsync(new(2027, 1, 4)));
        var own = (await _desk.Grid.FindOwnWorkerAsync(_desk.OnSpot, default))!;
        (await _desk.Grid.EndServiceAsync(_desk.West, own.Id, own.Revision, new(2026, 11, 1), default)).Require();
        Assert.Empty(await OnDutyAsync(new(2026, 11, 23)));

        async Task<IEnumerable<GridWorkerId>> OnDutyAsync(LocalDate day) => (await _desk.Grid.OnDutyAsync(_desk.West, _desk.Home.Address, day, default)).Select(worker => worker.Id);
    }

    [Fact]
    public async Task AddWorkerAsync_SomethingWrong_IsRefused()
    {
        var refused = await _desk.Grid.AddWorkerAsync(_desk.West, new AddGridWorker(" ", "", "12", []), default);

        Assert.Equal(["/account", "/name", "/phone"], refused.Issues.Select(issue => issue.Location.Pointer));
        Assert.Equal(GridErrors.AccountTaken, (await _desk.Grid.AddWorkerAsync(_desk.West, new AddGridWorker("grid-1", "赵六", null, []), default)).FirstError.Code);
        Assert.Equal(("王五", "13900139000"), (_desk.Worker.Name.ToString("F"), (await _desk.Grid.ListWorkersAsync(_desk.West, 10, null, default)).Items.Single().Phone!.Value.ToString("F")));
    }

    [Fact]
    public async Task TakeAsync_TwoAtOnce_OneGetsIt()
    {
        await _desk.Grid.AddWorkerAsync(_desk.West, new AddGridWorker("grid-2", "赵六", null, []), default);
        var second = new AccessContext(_desk.West.Agency, "grid-2");
        var task = await OpenAsync();

        var outcomes = await Task.WhenAll(new[] { _desk.OnSpot, second, _desk.OnSpot, second }.Select(who => Task.Run(async () => await _desk.Grid.TakeAsync(who, task.Id, task.Revision, default))));

        var taken = Assert.Single(outcomes, outcome => outcome.Succeeded).Require();
        var winner = taken.Worker == _desk.Worker.Id ? _desk.OnSpot : second;
        var loser = ReferenceEquals(winner, second) ? _desk.OnSpot : second;
        Assert.Equal([taken.Id], (await _desk.Grid.ListMineAsync(winner, 10, null, default)).Items.Select(mine => mine.Id));
        Assert.Empty((await _desk.Grid.ListMineAsync(loser, 10, null, default)).Items);
        Assert.Equal(GridErrors.TaskOfAnother, (await _desk.Grid.CompleteAsync(loser, taken.Id, taken.Revision, "看过", default)).FirstError.Code);
        Assert.Equal(GridErrors.TaskOfAnother, (await _desk.Grid.ReleaseAsync(loser, taken.Id, taken.Revision, default)).FirstError.Code);
        Assert.Equal(GridErrors.NotAWorker, (await _desk.Grid.CompleteAsync(_desk.West, taken.Id, taken.Revision, "看过", default)).FirstError.Code);
        Assert.Equal(GridErrors.TextInvalid, (await _desk.Grid.CompleteAsync(winner, taken.Id, taken.Revision, "", default)).FirstError.Code);
        var done = (await _desk.Grid.CompleteAsync(winner, taken.Id, taken.Revision, "看过", default)).Require();
        Assert.Equal((GridTaskState.Done, new LocalDate(2026, 11, 22), CaseDueStatus.NotRunning), (done.State, done.ClosedOn!.Value, done.Due(WorkCalendar.Default).Status));
        Assert.Equal(GridErrors.TaskNotInThisState, (await _desk.Grid.TakeAsync(winner, done.Id, done.Revision, default)).FirstError.Code);
        Assert.Equal(GridErrors.TaskNotInThisState, (await _desk.Grid.CancelAsync(_desk.West, done.Id, done.Revision, "重复", default)).FirstError.Code);
    }

    [Fact]
    public async Task OpenAsync_OneThing_HasOneOpenTaskAndAnotherAfterIt()
    {
        var task = await OpenAsync();
        Assert.Equal((_desk.Cell.Id, CaseDueStatus.NotConfigured), (task.Cell!.Value, task.Due(WorkCalendar.Default).Status));
        Assert.Equal(GridErrors.TaskOpenAlready, (await _desk.Grid.OpenAsync(_desk.West, Command, default)).FirstError.Code);
        Assert.Equal(GridErrors.TextInvalid, (await _desk.Grid.OpenAsync(_desk.West, Command with { SubjectKind = "Hazard!" }, default)).FirstError.Code);
        Assert.Equal(GridErrors.TextInvalid, (await _desk.Grid.OpenAsync(_desk.West, Command with { Topic = "张三" }, default)).FirstError.Code);
        Assert.Equal(GridErrors.NeedsDecision, (await _desk.Grid.OpenAsync(_desk.West, Command with { Kind = GridTaskKind.Conflict }, default)).FirstError.Code);
        var taken = (await _desk.Grid.TakeAsync(_desk.OnSpot, task.Id, task.Revision, default)).Require();
        var released = (await _desk.Grid.ReleaseAsync(_desk.OnSpot, task.Id, taken.Revision, default)).Require();
        Assert.Null(released.Worker);
        (await _desk.Grid.CancelAsync(_desk.West, task.Id, released.Revision, "已整改", default)).Require();

        Assert.NotEqual(task.Id, (await OpenAsync()).Id);
    }

    [Fact]
    public async Task ListOverdueAsync_WorkingDays_LongestFirstAndRefreshedWhenAYearIsAnnounced()
    {
        // Visits have three working days: from Tuesday 2026-12-29 the third lies in 2027.
        var early = await VisitAsync(1);
        _desk.Office.Clock.Reset(Instant.FromUtc(2026, 12, 29, 4, 0));
        var late = await VisitAsync(2);
        Assert.Equal(CaseDueStatus.NotAnnounced, late.Due(WorkCalendar.Default).Status);
        Assert.Equal([early.Id], (await _desk.Grid.ListOverdueAsync(_desk.West, null, 10, null, default)).Items.Select(task => task.Id));
        Assert.Empty((await _desk.Grid.ListOverdueAsync(_desk.West, _desk.Worker.Id, 10, null, default)).Items);
        Assert.Equal(0, await _desk.Grid.RefreshDueAsync(_desk.West, default));

        async Task<GridTask> VisitAsync(byte i) =>
            (await _desk.Grid.OpenAsync(_desk.West, Command with { Kind = GridTaskKind.Visit, SubjectId = new Guid(i, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1) }, default)).Require();
    }

    private OpenTask Command => new(GridTaskKind.HazardFollowUp, "hazard", s_subject, "fire", _desk.Home.Address);

    private async Task<GridTask> OpenAsync() => (await _desk.Grid.OpenAsync(_desk.West, Command, default)).Require();
}

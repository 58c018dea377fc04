using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewCitizen.Addresses;
using NewCitizen.AspNetCore.Access;
using NewCitizen.Calendars;
using NewCitizen.Collection;
using NewCitizen.Errors;
using NewCitizen.Grid;
using NewCitizen.Storage;
using Portal.Forms;
using Portal.Hall;

namespace Portal.Pages.Grid;

/// <summary>One task. What parties reported is shown in full to the worker who has taken it only, after a click that leaves an audit entry.</summary>
public sealed class TaskModel(GridManager grid, CollectionManager collection, AddressManager addresses, IWorkCalendarSource calendars, IAuthorizationService policies) : PortalPage
{
    [BindProperty]
    public string? Revision { get; set; }

    [BindProperty]
    public int? Choice { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public GridTask Task { get; private set; } = null!;

    public string? Address { get; private set; }

    public bool IsWorker { get; private set; }

    public bool IsMine { get; private set; }

    public bool NeedsDecision => Task.Kind == GridTaskKind.Conflict || (Task.Kind == GridTaskKind.Review && Task.SubjectKind == "stay_report");

    public StayConflict? Conflict { get; private set; }

    public HeldReport? Held { get; private set; }

    public WorkCalendar Calendar => calendars.Current;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, reveal: false, cancellationToken);

    public async Task<IActionResult> OnPostShowAsync(Guid id, CancellationToken cancellationToken) =>
        await MayWriteAsync() ? await ShowAsync(id, reveal: true, cancellationToken) : Forbid();

    public Task<IActionResult> OnPostTakeAsync(Guid id, CancellationToken cancellationToken) =>
        StepAsync(id, $"/grid/tasks/{id}", async seen => (await grid.TakeAsync(Desk, new(id), seen, cancellationToken)).Issues, cancellationToken);

    public Task<IActionResult> OnPostReleaseAsync(Guid id, CancellationToken cancellationToken) =>
        StepAsync(id, "/grid", async seen => (await grid.ReleaseAsync(Desk, new(id), seen, cancellationToken)).Issues, cancellationToken);

    public Task<IActionResult> OnPostDoneAsync(Guid id, CancellationToken cancellationToken) =>
        StepAsync(id, "/grid", async seen => (await grid.CompleteAsync(Desk, new(id), seen, Reason ?? string.Empty, cancellationToken)).Issues, cancellationToken);

    public Task<IActionResult> OnPostResolveAsync(Guid id, CancellationToken cancellationToken) =>
        StepAsync(id, "/grid", async seen => (await collection.ResolveAsync(Desk, new(id), seen, Choice ?? -1, Reason ?? string.Empty, cancellationToken)).Issues, cancellationToken, reveal: true);

    public Task<IActionResult> OnPostHeldAsync(Guid id, CancellationToken cancellationToken)
    {
        return StepAsync(id, "/grid", DecideAsync, cancellationToken, reveal: true);

        async Task<IReadOnlyList<Issue>> DecideAsync(Revision seen) => Choice is 0 or 1
            ? (await collection.DecideHeldAsync(Desk, new(id), seen, Choice == 1, Reason ?? string.Empty, cancellationToken)).Issues
            : [new Issue(CollectionErrors.ChoiceInvalid, IssueLocation.At("/choice"))];
    }

    private async Task<bool> MayWriteAsync() => (await policies.AuthorizeAsync(User, NewCitizenPolicies.Write)).Succeeded;

    private async Task<IActionResult> StepAsync(Guid id, string next, Func<Revision, Task<IReadOnlyList<Issue>>> step, CancellationToken cancellationToken, bool reveal = false)
    {
        if (!await MayWriteAsync())
        {
            return Forbid();
        }

        return await SubmitAsync(
            async () =>
            {
                // A form without the state it was made from is an old one.
                _ = NewCitizen.Storage.Revision.TryParse(Revision, CultureInfo.InvariantCulture, out var seen);
                var issues = seen == default ? [new Issue(StorageErrors.Conflict)] : await step(seen);
                Errors.Take(issues, new Dictionary<string, string>(StringComparer.Ordinal) { ["/reason"] = "Reason", ["/result"] = "Reason", ["/choice"] = "Choice" }, HallPage.NoField);
                return Errors.Any ? null : next;
            },
            () => ShowAsync(id, reveal, cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(Guid id, bool reveal, CancellationToken cancellationToken)
    {
        if (await grid.FindTaskAsync(Desk, new GridTaskId(id), cancellationToken) is not { } task)
        {
            return NotFound();
        }

        Task = task;
        Address = task.Address is { } at ? (await addresses.FindAsync(Desk, at, cancellationToken))?.Text : null;
        var worker = await grid.FindOwnWorkerAsync(Desk, cancellationToken);
        (IsWorker, IsMine) = (worker is not null, worker is not null && task.Worker == worker.Id && task.State == GridTaskState.Taken);
        if (reveal && IsMine)
        {
            var purpose = Desk.For(Words.T("网格任务核对", "decide a grid task"));
            Conflict = task.Kind == GridTaskKind.Conflict ? (await collection.ReadConflictAsync(purpose, task.Id, cancellationToken)).Value : null;
            Held = task.Kind == GridTaskKind.Review && NeedsDecision ? (await collection.ReadHeldAsync(purpose, task.Id, cancellationToken)).Value : null;
        }

        return Page();
    }
}

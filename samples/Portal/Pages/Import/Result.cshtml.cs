using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewCitizen.AspNetCore.Access;
using NewCitizen.Errors;
using NewCitizen.Exchange.Rosters;
using Portal.Forms;
using Portal.Imports;

namespace Portal.Pages.Import;

[Authorize(NewCitizenPolicies.Write)]
public sealed class ResultModel(RosterImportService imports) : PortalPage
{
    private const int MostShown = 100;

    public RosterJob Job { get; private set; } = null!;

    public RosterImportResult Result => Job.Result ?? new RosterImportResult(Job.Counts, 0, null, null);

    public RosterCounts Counts => Result.Counts;

    public IReadOnlyList<Issue> Issues { get; private set; } = [];

    public bool HasMarkedCopy { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (imports.Find(Desk.Agency, id) is not { } job)
        {
            return NotFound();
        }

        Job = job;
        if (!job.IsRunning)
        {
            Issues = await RosterImportService.IssuesAsync(job, MostShown, cancellationToken);
            HasMarkedCopy = new FileInfo(job.MarkedCopy) is { Exists: true, Length: > 0 };
        }

        return Page();
    }

    public async Task<IActionResult> OnGetIssuesAsync(string id, CancellationToken cancellationToken)
    {
        if (imports.Find(Desk.Agency, id) is not { IsRunning: false } job || !System.IO.File.Exists(job.IssuesForMachines))
        {
            return NotFound();
        }

        var stream = new MemoryStream();
        await RosterImportService.WriteIssuesAsync(job, stream, cancellationToken);
        stream.Position = 0;
        return File(stream, "text/csv", "issues.csv");
    }

    public IActionResult OnGetMarked(string id) => imports.Find(Desk.Agency, id) is { IsRunning: false } job && System.IO.File.Exists(job.MarkedCopy)
        ? PhysicalFile(job.MarkedCopy, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "roster-marked.xlsx")
        : NotFound();
}

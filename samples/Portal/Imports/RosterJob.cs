using NewCitizen.Agencies;
using NewCitizen.Exchange.Rosters;

namespace Portal.Imports;

/// <summary>One roster on its way: whose it is, where its files are, and what became of it.</summary>
public sealed class RosterJob(string id, AgencyId agency, string folder)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id { get; } = id;

    public AgencyId Agency { get; } = agency;

    public string Roster { get; } = Path.Combine(folder, "roster");

    public string IssuesForMachines { get; } = Path.Combine(folder, "issues.ndjson");

    public string MarkedCopy { get; } = Path.Combine(folder, "marked.xlsx");

    public string Folder { get; } = folder;

    /// <summary>Rows settled so far.</summary>
    public RosterCounts Counts { get; set; }

    /// <summary>The result; null while the import runs, and when it failed.</summary>
    public RosterImportResult? Result { get; private set; }

    public bool Failed { get; private set; }

    public bool IsRunning => Result is null && !Failed;

    public Task Done => _done.Task;

    public void Finish(RosterImportResult? result)
    {
        Result = result;
        Failed = result is null;
        _done.TrySetResult();
    }
}

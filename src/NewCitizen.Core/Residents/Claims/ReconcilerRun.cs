using NewCitizen.Agencies;

namespace NewCitizen.Residents.Claims;

/// <summary>Counts while a run goes on.</summary>
internal sealed class ReconcilerRun
{
    private const int MaxFindings = 1000;

    private readonly List<DirectoryFinding> _findings = [];

    public long Looked { get; set; }

    public long Confirmed { get; set; }

    public long Freed { get; set; }

    public long Reserved { get; set; }

    public long Claimed { get; set; }

    public long Duplicates { get; set; }

    public long FencesForgotten { get; set; }

    public void Found(DirectoryFindingType type, AgencyId agency, ResidentId resident, AgencyId? other = null)
    {
        if (_findings.Count < MaxFindings)
        {
            _findings.Add(new(type, agency, resident == default ? null : resident, other));
        }
    }

    public PersonDirectoryReport Report() => new(Looked, Confirmed, Freed, Reserved, Claimed, Duplicates, FencesForgotten, _findings);
}

using NewCitizen.Access;
using NewCitizen.Residents;

namespace NewCitizen.Exchange.Rosters;

/// <summary>
/// Brings a roster of an office onto file (花名册导入): every row is accepted, refused with a reason, or said to be known already. Running it
/// again adds nothing, because the store itself keeps identity numbers unique. Memory does not grow with the file. Thread-safe.
/// </summary>
/// <param name="residents">Takes the rows.</param>
public sealed class RosterImporter(ResidentManager residents)
{
    /// <summary>Imports one roster.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="import">The roster and where reports go.</param>
    /// <param name="progress">Told every <see cref="RosterImport.ProgressInterval"/> rows and at the end; null for nobody.</param>
    /// <param name="cancellationToken">Stops the import; rows on their way are settled and reported first.</param>
    /// <returns>Counts, and the fault if the file or the store ended the import. Faults one must expect are not thrown.</returns>
    /// <exception cref="OperationCanceledException">It was stopped. What was reported as accepted stays.</exception>
    /// <exception cref="IOException">A report could not be written.</exception>
    public async Task<RosterImportResult> ImportAsync(AccessContext context, RosterImport import, IProgress<RosterProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(import);
        var report = new RosterReport(import);
        await using var scope = report.ConfigureAwait(false);
        var run = new RosterImportRun(residents, context, import, report, progress);
        var result = await run.RunAsync(cancellationToken).ConfigureAwait(false);
        await report.FinishAsync(result, cancellationToken).ConfigureAwait(false);
        return result;
    }
}

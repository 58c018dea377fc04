using System.Globalization;
using NewCitizen.Access;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NewCitizen.Telemetry;

namespace NewCitizen.Collection;

public sealed partial class CollectionManager
{
    /// <summary>Most reports in one batch.</summary>
    public const int MaxBatch = 200;

    private const int MaxKey = 64;

    /// <summary>
    /// Takes in reports that were written without a connection (离线批次), in their order. However often a batch or a part of it is sent, each report is taken in once; one
    /// that is refused does not stop those after it.
    /// </summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="items">1 to 200 reports with their keys.</param>
    /// <param name="cancellationToken">Ends the wait; what was taken in stays, and sending again tells what it was.</param>
    /// <returns>One answer a report, in their order; refused as a whole with NC2812 only. A report is refused with NC2813, NC3003 when its key was used for another one, or as <see cref="ReportAsync"/> says.</returns>
    public async ValueTask<Outcome<IReadOnlyList<BatchAnswer>>> ReportBatchAsync(AccessContext context, IReadOnlyList<BatchItem> items, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(items);
        using var span = NewCitizenTelemetry.Start("stay.report-batch");
        if (items.Count is 0 or > MaxBatch)
        {
            return Outcome<IReadOnlyList<BatchAnswer>>.Refused(CollectionErrors.BatchSize, MaxBatch.ToString(CultureInfo.InvariantCulture));
        }

        var answers = new List<BatchAnswer>(items.Count);
        foreach (var item in items)
        {
            if (item.Key is not { Length: >= 1 and <= MaxKey } || !item.Key.All(c => c is > ' ' and <= '~'))
            {
                answers.Add(new(string.Empty, BatchItemState.Refused, null, [new Issue(CollectionErrors.KeyInvalid, IssueLocation.At("/key"))]));
                continue;
            }

            var key = new RequestKey("stay:" + item.Key, Statement.Of(item.Report).Digest());
            var outcome = await ReportAsync(context, item.Report, key, cancellationToken).ConfigureAwait(false);
            answers.Add(new(
                item.Key,
                !outcome.Succeeded ? BatchItemState.Refused : outcome.Value.IsReplay ? BatchItemState.Replayed : BatchItemState.Accepted,
                outcome.Value,
                outcome.Issues));
        }

        return Outcome<IReadOnlyList<BatchAnswer>>.Done(answers);
    }
}

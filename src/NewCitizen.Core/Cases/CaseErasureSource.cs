using System.Globalization;
using NewCitizen.Access;
using NewCitizen.Errors;
using NewCitizen.Residents;

namespace NewCitizen.Cases;

/// <summary>Cases that ended go with the person, and follow-ups of their ratings; a case that goes on must be ended first.</summary>
internal sealed class CaseErasureSource(IServiceCaseStore cases, RatingStore ratings) : IErasureSource
{
    private const int PageSize = 200;

    private static readonly KeptData[] s_kept =
    [
        new("service_rating", "好差评：只含事项、窗口、等级和月份，不含评价人和办件", "ratings: item, window, level and month, without the rater and the case", null),
    ];

    public async ValueTask<ErasureShare> PlanAsync(AccessContext context, IReadOnlyList<ResidentId> files, CancellationToken cancellationToken)
    {
        var items = new List<ErasureItem>();
        var open = 0;
        foreach (var file in files)
        {
            string? after = null;
            do
            {
                var page = await cases.ListByResidentAsync(context.Agency, file, PageSize, after, cancellationToken).ConfigureAwait(false);
                open += page.Items.Count(own => !CaseFlow.IsEnd(own.State));
                foreach (var some in page.Items.Chunk(PageSize / 4))
                {
                    var followUps = await ratings.FindManyAsync(context.Agency, some.SelectMany(own => ratings.FollowUpIds(own.Id)), cancellationToken).ConfigureAwait(false);
                    items.AddRange(followUps.OfType<RatingFollowUp>().Select(own => new ErasureItem(CaseKinds.RatingFollowUp, own.Id.Value, own.Revision)));
                }

                items.AddRange(page.Items.Select(own => new ErasureItem(CaseKinds.ServiceCase, own.Id.Value, own.Revision)));
                after = page.Next;
            }
            while (after is not null);
        }

        return new ErasureShare(items, s_kept, open > 0 ? [new Issue(CaseErrors.CasesOpen, default, [open.ToString(CultureInfo.InvariantCulture)])] : []);
    }
}

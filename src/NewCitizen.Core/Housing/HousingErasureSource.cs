using System.Globalization;
using NewCitizen.Access;
using NewCitizen.Errors;
using NewCitizen.Maintenance;
using NewCitizen.Residents;

namespace NewCitizen.Housing;

/// <summary>Stays in rooms and beds go with the person; whoever still lives somewhere must move out first, or the room would count them for ever.</summary>
internal sealed class HousingErasureSource(ITenancyStore tenancies) : IErasureSource
{
    private const int PageSize = 200;

    private static readonly KeptData[] s_kept =
    [
        new("lease", "租赁合同：合同另一方的记录，只含编号，期满后按保存期限删除", "leases: records of the other party too, with ids only; they go by their own retention", null),
    ];

    public async ValueTask<ErasureShare> PlanAsync(AccessContext context, IReadOnlyList<ResidentId> files, CancellationToken cancellationToken)
    {
        var stays = new List<Occupancy>();
        foreach (var file in files)
        {
            string? after = null;
            do
            {
                var page = await tenancies.ListByResidentAsync(context.Agency, file, PageSize, after, cancellationToken).ConfigureAwait(false);
                stays.AddRange(page.Items);
                after = page.Next;
            }
            while (after is not null);
        }

        var open = stays.Count(stay => stay.Until is null);
        return new ErasureShare(
            [.. stays.Select(stay => new ErasureItem(HousingKinds.Occupancy, stay.Id.Value, stay.Revision))],
            s_kept,
            open > 0 ? [new Issue(JobErrors.StaysOpen, default, [open.ToString(CultureInfo.InvariantCulture)])] : []);
    }
}

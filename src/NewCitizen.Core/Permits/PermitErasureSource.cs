using System.Globalization;
using NewCitizen.Access;
using NewCitizen.Errors;
using NewCitizen.Residents;

namespace NewCitizen.Permits;

/// <summary>Permits that ended go with the person; one that goes on must be cancelled or withdrawn first.</summary>
internal sealed class PermitErasureSource(IPermitStore permits) : IErasureSource
{
    private const int PageSize = 200;

    public async ValueTask<ErasureShare> PlanAsync(AccessContext context, IReadOnlyList<ResidentId> files, CancellationToken cancellationToken)
    {
        var items = new List<ErasureItem>();
        var open = 0;
        foreach (var file in files)
        {
            string? after = null;
            do
            {
                var page = await permits.ListByHolderAsync(context.Agency, file, PageSize, after, cancellationToken).ConfigureAwait(false);
                open += page.Items.Count(own => !PermitFlow.IsEnd(own.StateOnFile));
                items.AddRange(page.Items.Select(own => new ErasureItem(PermitKinds.ResidencePermit, own.Id.Value, own.Revision)));
                after = page.Next;
            }
            while (after is not null);
        }

        return new ErasureShare(items, [], open > 0 ? [new Issue(PermitErrors.PermitsOpen, default, [open.ToString(CultureInfo.InvariantCulture)])] : []);
    }
}

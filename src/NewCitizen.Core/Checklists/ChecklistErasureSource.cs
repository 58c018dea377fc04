using NewCitizen.Access;
using NewCitizen.Residents;

namespace NewCitizen.Checklists;

/// <summary>A person's checklists go with the person.</summary>
internal sealed class ChecklistErasureSource(ChecklistStore progress) : IErasureSource
{
    private const int PageSize = 200;

    public async ValueTask<ErasureShare> PlanAsync(AccessContext context, IReadOnlyList<ResidentId> files, CancellationToken cancellationToken)
    {
        var items = new List<ErasureItem>();
        foreach (var file in files)
        {
            var page = await progress.ListBySubjectAsync(context.Agency, file.Value, PageSize, after: null, cancellationToken).ConfigureAwait(false);
            items.AddRange(page.Items.Select(own => new ErasureItem(ChecklistKinds.Progress, progress.IdOf(own), own.Revision)));
        }

        return new ErasureShare(items, [], []);
    }
}

using System.Globalization;
using NewCitizen.Access;
using NewCitizen.Errors;
using NewCitizen.Grid;
using NewCitizen.Residents;

namespace NewCitizen.Collection;

/// <summary>Reports and stays go with the person; a conflict or review that is not decided must be decided first.</summary>
internal sealed class CollectionErasureSource(ICollectionStore stays, IGridTaskStore tasks) : IErasureSource
{
    private const int PageSize = 200;

    public async ValueTask<ErasureShare> PlanAsync(AccessContext context, IReadOnlyList<ResidentId> files, CancellationToken cancellationToken)
    {
        var items = new List<ErasureItem>();
        var subjects = new List<Guid>();
        foreach (var file in files)
        {
            subjects.Add(file.Value);
            string? after = null;
            do
            {
                var page = await stays.ListReportsAsync(context.Agency, file, PageSize, after, cancellationToken).ConfigureAwait(false);
                items.AddRange(page.Items.Select(report => new ErasureItem(CollectionKinds.StayReport, report.Id.Value, report.Revision)));
                subjects.AddRange(page.Items.Where(report => report.Tasks.Count > 0).Select(report => report.Id.Value));
                after = page.Next;
            }
            while (after is not null);

            do
            {
                var page = await stays.ListStaysAsync(context.Agency, file, PageSize, after, cancellationToken).ConfigureAwait(false);
                items.AddRange(page.Items.Select(stay => new ErasureItem(CollectionKinds.StayFile, stay.Id.Value, stay.Revision)));
                subjects.AddRange(page.Items.Select(stay => stay.Id.Value));
                after = page.Next;
            }
            while (after is not null);
        }

        var open = 0;
        foreach (var subject in subjects)
        {
            string? after = null;
            do
            {
                var page = await tasks.ListBySubjectAsync(context.Agency, subject, PageSize, after, cancellationToken).ConfigureAwait(false);
                open += page.Items.Count(task => !task.IsClosed);

                // What came of a task may name the person.
                items.AddRange(page.Items.Where(task => task.IsClosed).Select(task => new ErasureItem(GridKinds.GridTask, task.Id.Value, task.Revision)));
                after = page.Next;
            }
            while (after is not null);
        }

        return new ErasureShare(items, [], open > 0 ? [new Issue(CollectionErrors.TasksOpen, default, [open.ToString(CultureInfo.InvariantCulture)])] : []);
    }
}

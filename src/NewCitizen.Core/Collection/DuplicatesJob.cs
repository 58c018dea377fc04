using System.Globalization;
using Microsoft.Extensions.Options;
using NewCitizen.Access;
using NewCitizen.Errors;
using NewCitizen.Grid;
using NewCitizen.Maintenance;
using NewCitizen.Residents;
using NewCitizen.Storage;

namespace NewCitizen.Collection;

/// <summary>
/// Follows the change feed and has somebody look at each new file whose name and birth date another file has too (疑似重复档案): whoever entered it, an import, a partner,
/// the counter or a batch from the field. Imports pay nothing for it, and no entry waits for it or is lost by it.
/// </summary>
internal sealed class DuplicatesJob(IChangeFeed feed, IRecordStore store, CollectionManager collection, IResidentStore files, GridTasks tasks, IOptions<MaintenanceOptions> options)
    : IMaintenanceJob
{
    /// <summary>What the task is about; the same as when a report of a stay opens the file.</summary>
    public const string Topic = "duplicate";

    private const int PageSize = 100;

    public string Name => "duplicates";

    public async ValueTask<bool> RunAsync(JobStep step, CancellationToken cancellationToken)
    {
        var here = await step.SaveAsync(cancellationToken).ConfigureAwait(false);
        var after = Read(step.Cursor);
        if (after > here)
        {
            // The records came from another store, whose positions mean nothing in this one.
            after = FeedPosition.Start;
        }

        while (true)
        {
            FeedPage<ChangeEntry> page;
            try
            {
                page = await feed.ReadChangesAsync(null, after, step.StepRecords, cancellationToken).ConfigureAwait(false);
            }
            catch (NewCitizenException failure) when (failure.Code == StorageErrors.FeedTrimmed)
            {
                // What went before this job ever ran, or while it stood still for longer than the feed is kept, is not looked at.
                step.Warnings.Add(new Issue(StorageErrors.FeedTrimmed));
                step.Cursor = here.ToString();
                return true;
            }

            foreach (var entry in page.Entries)
            {
                if (entry is { Type: ChangeType.Put, Version: 1 } && entry.Kind == ResidentKind.Kind.Name && options.Value.Agencies.Contains(entry.Agency))
                {
                    await ReviewAsync(new AccessContext(entry.Agency, "duplicates-job"), new ResidentId(entry.Id), step, cancellationToken).ConfigureAwait(false);
                }
            }

            after = page.Position;
            step.Cursor = after.ToString();
            if (page.Entries.Count < step.StepRecords)
            {
                return true;
            }

            if (!await step.NextAsync(cancellationToken).ConfigureAwait(false))
            {
                return false;
            }
        }
    }

    private static FeedPosition Read(string? cursor) => cursor?.Split('.') is [var epoch, var sequence]
        ? new(long.Parse(epoch, CultureInfo.InvariantCulture), long.Parse(sequence, CultureInfo.InvariantCulture))
        : FeedPosition.Start;

    private async ValueTask ReviewAsync(AccessContext context, ResidentId id, JobStep step, CancellationToken cancellationToken)
    {
        step.Count("seen", 1);
        var alike = await collection.FindLookalikesAsync(context, id, cancellationToken).ConfigureAwait(false);
        if (alike.Count == 0 || await HasTaskAsync(context, id, openOnly: false, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        foreach (var other in alike)
        {
            // One task for the two of them: whoever looks at the other file sees this one beside it.
            if (await HasTaskAsync(context, other, openOnly: true, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }

        var file = await files.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        var address = file?.Registrations.LastOrDefault(registration => registration.IsCurrent)?.Address;
        var task = await tasks.MakeAsync(context, new OpenTask(GridTaskKind.Review, ResidentKind.Kind.Name, id.Value, Topic, address), cancellationToken).ConfigureAwait(false);
        var batch = new WriteBatch(context.Agency);
        tasks.Stage(batch, context, task);
        var result = await store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        if (result.IsDurable)
        {
            step.Count("reviews", 1);
        }
        else if (result.Status != CommitStatus.NotUnique)
        {
            throw CommitFailures.Exception(result);
        }
    }

    private async ValueTask<bool> HasTaskAsync(AccessContext context, ResidentId id, bool openOnly, CancellationToken cancellationToken)
    {
        var found = await tasks.Store.ListBySubjectAsync(context.Agency, id.Value, PageSize, after: null, cancellationToken).ConfigureAwait(false);
        return found.Items.Any(task => task.Kind == GridTaskKind.Review && task.Topic == Topic && (!openOnly || task.State is GridTaskState.Open or GridTaskState.Taken));
    }
}

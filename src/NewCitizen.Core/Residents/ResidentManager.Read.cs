using NewCitizen.Access;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Residents;

public sealed partial class ResidentManager
{
    /// <summary>Reads a file with personal data masked; null if there is none in the caller's agency. Merged files are found too.</summary>
    public ValueTask<ResidentOverview?> FindAsync(AccessContext context, ResidentId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _overviews.FindAsync(context.Agency, id, cancellationToken);
    }

    /// <summary>
    /// Finds the file that has an identity document, personal data masked; null if there is none in the caller's agency, or if what was
    /// stated cannot be a document. A passport is found with its issuing country only, which a search by number alone does not know.
    /// </summary>
    public async ValueTask<ResidentOverview?> FindByDocumentAsync(AccessContext context, StatedDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(document);
        using var span = NewCitizenTelemetry.Start("resident.find-by-document");

        // Any day will do: a number refused today for its birth date is on nobody's file.
        if (RegistrationReader.ReadDocument(document, LocalDate.MaxIsoValue, string.Empty, []) is not { } wanted)
        {
            return null;
        }

        return await _overviews.FindByDocumentAsync(context.Agency, wanted, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads several files with personal data masked; those that are not there are left out.</summary>
    public async ValueTask<IReadOnlyDictionary<ResidentId, ResidentOverview>> FindManyAsync(AccessContext context, IEnumerable<ResidentId> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var found = await _overviews.FindManyAsync(context.Agency, [.. ids.Distinct()], cancellationToken).ConfigureAwait(false);
        return found.OfType<ResidentOverview>().ToDictionary(resident => resident.Id);
    }

    /// <summary>Searches files; personal data masked. A condition that cannot be a value of its field finds nothing.</summary>
    /// <exception cref="NewCitizenException">NC3011: the cursor was altered or belongs to another search.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is outside 1 to 200.</exception>
    public async ValueTask<Page<ResidentOverview>> SearchAsync(AccessContext context, ResidentSearch search, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(search);
        using var span = NewCitizenTelemetry.Start("resident.search");
        ArgumentOutOfRangeException.ThrowIfLessThan(search.Limit, 1, nameof(search));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(search.Limit, 200, nameof(search));
        return await _overviews.SearchAsync(context.Agency, search, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Reads a file in full. Leaves an audit entry with the purpose before anything is shown (查看完整信息).
    /// </summary>
    /// <returns>The file; refused with NC3200 without a purpose, NC3012 if there is none.</returns>
    public async ValueTask<Outcome<Resident>> ReadFullAsync(AccessContext context, ResidentId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("resident.read-full");
        if (context.Purpose is null)
        {
            return Outcome<Resident>.Refused(AccessErrors.PurposeMissing);
        }

        var resident = await _residents.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        if (resident is null)
        {
            return Outcome<Resident>.Refused(StorageErrors.NotFound);
        }

        var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, "resident.read-full", ResidentKind.Kind, id.Value));
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result.IsDurable ? Outcome<Resident>.Done(resident) : Outcome<Resident>.Refused([CommitFailures.Issue(result)]);
    }

    /// <summary>
    /// Reads a page of files in full, oldest first, leaving one audit entry with the purpose and the number of files: for exports.
    /// </summary>
    /// <returns>The page; refused with NC3200 without a purpose.</returns>
    public async ValueTask<Outcome<Page<Resident>>> ReadPageFullAsync(AccessContext context, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("resident.export");
        if (context.Purpose is null)
        {
            return Outcome<Page<Resident>>.Refused(AccessErrors.PurposeMissing);
        }

        var page = await _residents.ListAsync(context.Agency, limit, after, cancellationToken).ConfigureAwait(false);
        var details = $$"""{"files":{{page.Items.Count}}}""";
        var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, "resident.export", ResidentKind.Kind, id: null, details));
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result.IsDurable ? Outcome<Page<Resident>>.Done(page) : Outcome<Page<Resident>>.Refused([CommitFailures.Issue(result)]);
    }

    /// <summary>The person's timeline (一人一档), oldest first, files merged in included; null if there is no such file.</summary>
    public async ValueTask<IReadOnlyList<TimelineEntry>?> TimelineAsync(AccessContext context, ResidentId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("resident.timeline");
        var resident = await _residents.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        if (resident is null)
        {
            return null;
        }

        var files = new[] { id }.Concat(resident.MergedFiles.Where(file => file.IsCurrent).Select(file => file.Value)).ToArray();
        var entries = ResidentTimeline.Of(resident).ToList();
        foreach (var source in _timelines)
        {
            entries.AddRange(await source.ReadAsync(context, files, cancellationToken).ConfigureAwait(false));
        }

        return [.. entries.OrderBy(entry => entry.On)];
    }
}

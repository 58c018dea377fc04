using NewCitizen.Access;
using NewCitizen.Residents.Claims;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Residents;

/// <summary>
/// Erases files whose retention has ended (保存期限, PIPL article 19: the shortest time the purpose needs). How long that is, an office decides;
/// there is no default. Thread-safe.
/// </summary>
public sealed class ResidentRetention
{
    private readonly IStoreMaintenance _maintenance;
    private readonly IClock _clock;
    private readonly IRecordStore? _store;
    private readonly PersonDirectory? _directory;

    /// <summary>Usually made by the container. With a person directory and the store, people whose files go are free for other agencies at once.</summary>
    public ResidentRetention(IStoreMaintenance maintenance, IClock clock, IRecordStore? store = null, PersonDirectory? directory = null)
    {
        _maintenance = maintenance;
        _clock = clock;
        _store = store;
        _directory = directory;
    }

    /// <summary>
    /// Erases up to <paramref name="limit"/> files of people whose last declared stay ended before a day. Files with an open stay, or without
    /// any, stay. Each call is one transaction with its audit entry; call again until it returns nothing.
    /// </summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="endedBefore">The first day that is kept.</param>
    /// <param name="limit">1 to 1,000 files.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The files that are gone.</returns>
    public async ValueTask<IReadOnlyList<ResidentId>> EraseEndedAsync(AccessContext context, LocalDate endedBefore, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = new PurgeRequest(context.Agency, ResidentKind.Kind, ResidentKind.EndedOn, FieldValue.Date(endedBefore), limit);
        var claims = await ClaimsAsync(request, cancellationToken).ConfigureAwait(false);
        var erased = await _maintenance
            .PurgeAsync(request, count => context.Entry(_clock, "resident.retention", ResidentKind.Kind, id: null, $$"""{"files":{{count}}}"""), cancellationToken)
            .ConfigureAwait(false);
        if (_directory is not null)
        {
            await _directory.ReleaseAsync(context.Agency, erased.SelectMany(id => claims.GetValueOrDefault(id, [])), cancellationToken).ConfigureAwait(false);
        }

        return [.. erased.Select(id => new ResidentId(id))];
    }

    /// <summary>Claims of the files that are about to go. Should others go than were read here, the reconciler finds their claims.</summary>
    private async ValueTask<Dictionary<Guid, Guid[]>> ClaimsAsync(PurgeRequest request, CancellationToken cancellationToken)
    {
        if (_directory is null || _store is null)
        {
            return [];
        }

        var query = new RecordQuery(
            request.Agency, request.Kind, [FieldFilter.Range(request.Field, FieldValue.Null, request.Before)], request.Field, limit: request.Limit);
        var page = await _store.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        return page.Records.ToDictionary(
            record => record.Key.Id,
            record => record[ResidentKind.Documents] is { IsNull: false } documents ? documents.AsMany().Select(value => new Guid(value.AsBytes(), bigEndian: true)).ToArray() : []);
    }
}

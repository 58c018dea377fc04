using NewCitizen.Access;
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

    /// <summary>Usually made by the container.</summary>
    public ResidentRetention(IStoreMaintenance maintenance, IClock clock)
    {
        _maintenance = maintenance;
        _clock = clock;
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
        var erased = await _maintenance
            .PurgeAsync(request, count => context.Entry(_clock, "resident.retention", ResidentKind.Kind, id: null, $$"""{"files":{{count}}}"""), cancellationToken)
            .ConfigureAwait(false);
        return [.. erased.Select(id => new ResidentId(id))];
    }
}

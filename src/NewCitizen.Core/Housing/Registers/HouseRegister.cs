using NewCitizen.Access;
using NewCitizen.Errors;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Housing.Registers;

/// <summary>
/// A house's register as hotels keep one (旅馆式管理): who was there on a day, who came and went in a period. It is computed from the stays, so it
/// cannot say otherwise than they do. Each look leaves an audit entry. Thread-safe.
/// </summary>
/// <param name="store">Where the audit entry goes.</param>
/// <param name="homes">Homes and rooms.</param>
/// <param name="tenancies">Stays.</param>
/// <param name="residents">Masked names.</param>
/// <param name="clock">Time of the audit entry.</param>
public sealed class HouseRegister(IRecordStore store, IHousingStore homes, ITenancyStore tenancies, ResidentManager residents, IClock clock)
{
    private const int PageSize = 1000;

    /// <summary>Who was in the house on a day, by room.</summary>
    /// <returns>The lines; refused with NC3012 if there is no such home in the caller's agency.</returns>
    public ValueTask<Outcome<IReadOnlyList<RegisterLine>>> OnAsync(AccessContext context, RentalPropertyId property, LocalDate day, CancellationToken cancellationToken) =>
        ReadAsync(context, property, "day", stay => stay.Since <= day && (stay.Until is null || day < stay.Until), cancellationToken);

    /// <summary>Who came or went in a period.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="property">The home.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The lines: those whose first day, or first day no longer there, lies in the period; refused with NC2106 if it ends before it begins, NC3012 if there is no such home.</returns>
    public async ValueTask<Outcome<IReadOnlyList<RegisterLine>>> MovementsAsync(AccessContext context, RentalPropertyId property, LocalDate from, LocalDate to, CancellationToken cancellationToken)
    {
        if (to < from)
        {
            return Outcome<IReadOnlyList<RegisterLine>>.Refused(HousingErrors.PeriodReversed);
        }

        return await ReadAsync(context, property, "movements", stay => Inside(stay.Since) || (stay.Until is { } until && Inside(until)), cancellationToken).ConfigureAwait(false);

        bool Inside(LocalDate day) => from <= day && day <= to;
    }

    private async ValueTask<Outcome<IReadOnlyList<RegisterLine>>> ReadAsync(
        AccessContext context, RentalPropertyId property, string asked, Func<Occupancy, bool> wanted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("house-register.read");
        if (await homes.FindPropertyAsync(context.Agency, property, cancellationToken).ConfigureAwait(false) is null)
        {
            return Outcome<IReadOnlyList<RegisterLine>>.Refused(StorageErrors.NotFound);
        }

        var stays = await AllAsync(after => tenancies.ListByPropertyAsync(context.Agency, property, PageSize, after, cancellationToken), wanted).ConfigureAwait(false);
        var rooms = (await AllAsync(after => homes.ListRoomsAsync(context.Agency, property, PageSize, after, cancellationToken), _ => true).ConfigureAwait(false)).ToDictionary(room => room.Id, room => room.Number);
        var people = await residents.FindManyAsync(context, stays.Select(stay => stay.Resident), cancellationToken).ConfigureAwait(false);
        var details = $$"""{"asked":"{{asked}}","people":{{stays.Count}}}""";
        var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(clock, "house-register.read", HousingKinds.RentalProperty, property.Value, details));
        var result = await store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result.IsDurable
            ? Outcome<IReadOnlyList<RegisterLine>>.Done(
                [
                    .. stays.Select(stay => new RegisterLine(stay.Id, stay.Resident, people.GetValueOrDefault(stay.Resident)?.MaskedName, rooms.GetValueOrDefault(stay.Room), stay.Bed, stay.Since, stay.Until))
                        .OrderBy(line => line.Room, StringComparer.Ordinal).ThenBy(line => line.Bed, StringComparer.Ordinal).ThenBy(line => line.Since).ThenBy(line => line.Stay),
                ])
            : Outcome<IReadOnlyList<RegisterLine>>.Refused([CommitFailures.Issue(result)]);
    }

    private static async ValueTask<List<T>> AllAsync<T>(Func<string?, ValueTask<Page<T>>> read, Func<T, bool> wanted)
    {
        var all = new List<T>();
        string? after = null;
        do
        {
            var page = await read(after).ConfigureAwait(false);
            all.AddRange(page.Items.Where(wanted));
            after = page.Next;
        }
        while (after is not null);
        return all;
    }
}

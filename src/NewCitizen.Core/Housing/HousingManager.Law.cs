using NewCitizen.Access;
using NewCitizen.Divisions;
using NewCitizen.Errors;
using NewCitizen.Housing.Policies;
using NewCitizen.Housing.Rules;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing;

public sealed partial class HousingManager
{
    private const int LeasePage = 1000;

    // A lease the law forbids to be made is not put on file; whatever else is wrong with one is said and put on file, for the office must know it.
    private static readonly string[] s_forbidding = ["lease.identity-check", "lease.sublet-consent"];

    /// <summary>Judges a lease by the rules of a day: its own facts and what was stated about it (合同合规核对).</summary>
    /// <returns>One finding a rule in force; null if there is no such lease in the caller's agency.</returns>
    public async ValueTask<IReadOnlyList<Finding>?> JudgeLeaseAsync(AccessContext context, LeaseId id, LocalDate on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return await _tenancies.FindLeaseAsync(context.Agency, id, cancellationToken).ConfigureAwait(false) is { } lease
            ? await JudgeAsync(context, lease, on, cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <summary>Judges a room with those who live in it now by the rules of a day (房间合规核对).</summary>
    /// <returns>One finding a rule in force; null if there is no such room in the caller's agency.</returns>
    public async ValueTask<IReadOnlyList<Finding>?> JudgeRoomAsync(AccessContext context, RoomId id, LocalDate on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await _homes.FindRoomAsync(context.Agency, id, cancellationToken).ConfigureAwait(false) is not { } room)
        {
            return null;
        }

        var place = await PlaceAsync(context, room.Property, cancellationToken).ConfigureAwait(false);
        var facts = new RoomFacts
        {
            Division = place?.ToString(),
            Use = room.Use,
            LetForLiving = room.Beds.Count > 0 || room.Capacity is not null || room.Occupied > 0,
            LetAlone = room.Use != RoomUse.WholeUnit,
            AreaSquareMetres = room.AreaSquareMetres,
            People = room.Occupied,
            OneFamily = room.Occupied <= 1 || await IsFamilyAsync(context, room, cancellationToken).ConfigureAwait(false),
            BedByBed = room.Beds.Count > 0,
        };
        return _law.Room.Judge(facts, on, place);
    }

    private async ValueTask<List<Issue>> CheckLawAsync(AccessContext context, Lease lease, CancellationToken cancellationToken)
    {
        var issues = new List<Issue>();
        var rooms = new List<Room>();
        foreach (var id in lease.Rooms)
        {
            if (await _homes.FindRoomAsync(context.Agency, id, cancellationToken).ConfigureAwait(false) is { } room)
            {
                rooms.Add(room);
            }
        }

        // A kitchen beside a bedroom is let with it; one that is all there is, is let alone.
        if (rooms.Count > 0 && rooms.TrueForAll(room => NotForLiving(room.Use, lease.SignedOn, "/rooms") is not null))
        {
            issues.Add(NotForLiving(rooms[0].Use, lease.SignedOn, "/rooms")!);
        }

        foreach (var finding in await JudgeAsync(context, lease, lease.SignedOn, cancellationToken).ConfigureAwait(false))
        {
            if (finding.Verdict == Verdict.Breached)
            {
                var code = s_forbidding.Contains(finding.Rule.Code, StringComparer.Ordinal) ? HousingErrors.LeaseForbidden : HousingErrors.LeaseAgainstRule;
                issues.Add(new Issue(code, IssueLocation.At("/stated"), [finding.Rule.Code, finding.Rule.Sources[0].ToString()]));
            }
        }

        return issues;
    }

    private async ValueTask<IReadOnlyList<Finding>> JudgeAsync(AccessContext context, Lease lease, LocalDate on, CancellationToken cancellationToken)
    {
        var place = await PlaceAsync(context, lease.Property, cancellationToken).ConfigureAwait(false);
        var facts = (lease.Stated ?? new LeaseFacts()) with { Division = place?.ToString(), SignedOn = lease.SignedOn, Since = lease.Since, Until = lease.Until };
        return _law.Lease.Judge(facts, on, place);
    }

    private Issue? NotForLiving(RoomUse use, LocalDate on, string pointer)
    {
        var facts = new RoomFacts { Use = use, LetForLiving = true, LetAlone = true };
        var finding = _law.Room.Judge(facts, on, place: null).FirstOrDefault(finding => finding.Verdict == Verdict.Breached && finding.Rule.Code == "room.living-space");
        return finding is null ? null : new Issue(HousingErrors.RoomNotForLiving, IssueLocation.At(pointer), [finding.Rule.Code, finding.Rule.Sources[0].ToString()]);
    }

    private async ValueTask<RoomCapacity> LimitAsync(AccessContext context, MoveIn command, Room room, CancellationToken cancellationToken)
    {
        if (_law.Policies.All.Count == 0)
        {
            return RoomCapacity.Of(_law.Policies, place: null, command.Since, room.AreaSquareMetres, room.Beds.Count, room.Capacity, oneFamily: false);
        }

        var place = await PlaceAsync(context, room.Property, cancellationToken).ConfigureAwait(false);
        var family = command.OfFamily && await IsFamilyAsync(context, room, cancellationToken).ConfigureAwait(false);
        return RoomCapacity.Of(_law.Policies, place, command.Since, room.AreaSquareMetres, room.Beds.Count, room.Capacity, family);
    }

    private Issue Full(RoomCapacity limit, LocalDate on)
    {
        var code = limit.DecidedBy switch { CapacityLimit.Area => "room.area-per-person", CapacityLimit.RoomMaximum => "room.people-per-room", _ => null };
        return code is null
            ? new Issue(HousingErrors.RoomFull, default, [$"{limit.People}"])
            : new Issue(HousingErrors.RoomOverStandard, IssueLocation.At("/room"), [$"{limit.People}", code, _law.Room.Rules.FirstOrDefault(rule => rule.Code == code && rule.Holds(on, place: null))?.Sources[0].ToString() ?? code]);
    }

    private async ValueTask<DivisionCode?> PlaceAsync(AccessContext context, RentalPropertyId id, CancellationToken cancellationToken)
    {
        if (await _homes.FindPropertyAsync(context.Agency, id, cancellationToken).ConfigureAwait(false) is not { } property)
        {
            return null;
        }

        return OccupancyPolicies.Place((await _addresses.FindAsync(context, property.Address, cancellationToken).ConfigureAwait(false))?.DivisionCode);
    }

    // One person needs no tie; everybody after the first must have been stated to be family.
    private async ValueTask<bool> IsFamilyAsync(AccessContext context, Room room, CancellationToken cancellationToken)
    {
        var (strangers, seen) = (0, 0);
        string? after = null;
        do
        {
            var page = await _tenancies.ListByRoomAsync(context.Agency, room.Id, LeasePage, after, cancellationToken).ConfigureAwait(false);
            var open = page.Items.Where(stay => stay.Until is null).ToArray();
            strangers += open.Count(stay => !stay.OfFamily);
            seen += open.Length;
            after = seen < room.Occupied ? page.Next : null;
        }
        while (after is not null);
        return strangers <= 1;
    }

    private async ValueTask<bool> BlockedAsync(AccessContext context, Room room, LocalDate day, CancellationToken cancellationToken)
    {
        string? after = null;
        do
        {
            var page = await _tenancies.ListLeasesAsync(context.Agency, room.Property, LeasePage, after, cancellationToken).ConfigureAwait(false);
            if (page.Items.Any(lease => lease.EmployerCode is not null && lease.RunsOn(day) && (lease.Rooms.Count == 0 || lease.Rooms.Contains(room.Id))))
            {
                return true;
            }

            after = page.Next;
        }
        while (after is not null);
        return false;
    }
}

using NewCitizen.Access;
using NewCitizen.Errors;
using NewCitizen.Identity;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Housing;

public sealed partial class HousingManager
{
    // Somebody else moving into the same room at the same moment changes it under us; a few rounds settle that.
    private const int MaxRounds = 8;

    /// <summary>Puts a lease on file.</summary>
    /// <returns>The lease; refused with NC2106, NC2107 or NC2112, NC2120 or NC2122 where a rule of law forbids it, or NC10xx for the employer's code; with NC2152 for each rule it does not agree with.</returns>
    public async ValueTask<Outcome<Lease>> SignLeaseAsync(AccessContext context, SignLease command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(command);
        using var span = NewCitizenTelemetry.Start("lease.sign");
        var said = _validators.Validate(command);
        if (said.Any(issue => issue.IsError))
        {
            return Outcome<Lease>.Refused(said);
        }

        if (command.Until < command.Since)
        {
            return Outcome<Lease>.Refused([new Issue(HousingErrors.PeriodReversed, IssueLocation.At("/until"))]);
        }

        if (command.Tenants.Count == 0 == command.EmployerCode is null)
        {
            return Outcome<Lease>.Refused([new Issue(HousingErrors.LeaseWithoutTenant, IssueLocation.At("/tenants"))]);
        }

        if (command.EmployerCode is not null && !UnifiedSocialCreditCode.TryParse(command.EmployerCode, out _, out var codeError))
        {
            return Outcome<Lease>.Refused([new Issue(codeError, IssueLocation.At("/employerCode"))]);
        }

        var lease = new Lease(
            LeaseId.New(_ids), default, command.Property, [.. command.Rooms], [.. command.Tenants], command.EmployerCode, command.SignedOn, command.Since, command.Until, EndedOn: null)
        {
            Stated = command.Stated,
        };
        var law = await CheckLawAsync(context, lease, cancellationToken).ConfigureAwait(false);
        if (law.Exists(issue => issue.IsError))
        {
            return Outcome<Lease>.Refused(law);
        }

        said = [.. said, .. law.Where(issue => issue.Arguments is not ["lease.term", ..] || said.All(other => other.Code != HousingErrors.LeaseTooLong))];
        var batch = new WriteBatch(context.Agency)
            .Check(HousingKinds.RentalProperty, command.Property.Value, ExpectedVersion.Exists)
            .AddAudit(context.Entry(_clock, "lease.sign", HousingKinds.Lease, lease.Id.Value));
        foreach (var room in command.Rooms)
        {
            batch.Check(HousingKinds.Room, room.Value, ExpectedVersion.Exists);
        }

        foreach (var tenant in command.Tenants)
        {
            batch.Check(ResidentKind.Kind, tenant.Value, ExpectedVersion.Exists);
        }

        _tenancies.Stage(batch, lease, ExpectedVersion.Missing);
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result switch
        {
            { IsDurable: true } => Outcome<Lease>.Done(lease with { Revision = new(result.Versions[^1]) }, said),
            { Status: CommitStatus.Conflict } => Outcome<Lease>.Refused(HousingErrors.ReferenceMissing, batch.Operations[result.FailedOperation].Key.Kind.Name),
            _ => Outcome<Lease>.Refused([CommitFailures.Issue(result)]),
        };
    }

    /// <summary>Ends a lease early or on its day (合同终止).</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The lease.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="endedOn">First day it no longer runs; not before its term begins.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<Outcome<Lease>> EndLeaseAsync(AccessContext context, LeaseId id, Revision revision, LocalDate endedOn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("lease.end");
        var lease = await _tenancies.FindLeaseAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        if (lease is null)
        {
            return Outcome<Lease>.Refused(StorageErrors.NotFound);
        }

        if (lease.Revision != revision)
        {
            return Outcome<Lease>.Refused(StorageErrors.Conflict);
        }

        if (endedOn < lease.Since)
        {
            return Outcome<Lease>.Refused(HousingErrors.PeriodReversed);
        }

        var ended = lease with { EndedOn = endedOn };
        var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, "lease.end", HousingKinds.Lease, id.Value));
        _tenancies.Stage(batch, ended, revision.Expected);
        return await CommitAsync(batch, version => ended with { Revision = new(version) }, [], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Moves a person into a room or bed. However many ask at once, a bed takes one person and a room no more than its capacity.
    /// </summary>
    /// <returns>The stay; refused with NC2101–2104, NC2108 or NC2112, NC2120 or NC2121 by the law and the city's standard, NC2123 in a room leased to an employer.</returns>
    public async ValueTask<Outcome<Occupancy>> MoveInAsync(AccessContext context, MoveIn command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(command);
        using var span = NewCitizenTelemetry.Start("occupancy.move-in");
        var said = _validators.Validate(command);
        if (said.Any(issue => issue.IsError))
        {
            return Outcome<Occupancy>.Refused(said);
        }

        var id = OccupancyId.New(_ids);
        for (var round = 1; ; round++)
        {
            var room = await _homes.FindRoomAsync(context.Agency, command.Room, cancellationToken).ConfigureAwait(false);
            if (room is null)
            {
                return Outcome<Occupancy>.Refused(HousingErrors.ReferenceMissing, "room");
            }

            if (await CheckMoveInAsync(context, command, room, cancellationToken).ConfigureAwait(false) is { } issue)
            {
                return Outcome<Occupancy>.Refused([issue]);
            }

            // The version check ties the capacity we read to the count we raise.
            var limit = await LimitAsync(context, command, room, cancellationToken).ConfigureAwait(false);
            var stay = new Occupancy(id, default, command.Resident, room.Property, room.Id, command.Bed, command.Lease, command.Since, Until: null) { OfFamily = command.OfFamily };
            var batch = new WriteBatch(context.Agency)
                .Check(HousingKinds.Room, room.Id.Value, room.Revision.Expected)
                .Check(ResidentKind.Kind, command.Resident.Value, ExpectedVersion.Exists)
                .Increment(HousingKinds.Room, room.Id.Value, HousingKinds.Occupied, +1, maximum: limit.People ?? long.MaxValue)
                .AddAudit(context.Entry(_clock, "occupancy.move-in", HousingKinds.Occupancy, id.Value));
            _tenancies.Stage(batch, stay, ExpectedVersion.Missing);
            var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            switch (result)
            {
                case { IsDurable: true }:
                    return Outcome<Occupancy>.Done(stay with { Revision = new(result.Versions[^1]) }, said);
                case { Status: CommitStatus.Conflict, FailedOperation: 0 } when round < MaxRounds:
                    continue;
                case { Status: CommitStatus.Conflict, FailedOperation: 1 }:
                    return Outcome<Occupancy>.Refused(HousingErrors.ReferenceMissing, "resident");
                case { Status: CommitStatus.LimitReached }:
                    return Outcome<Occupancy>.Refused([Full(limit, command.Since)]);
                case { Status: CommitStatus.NotUnique, Field: HousingKinds.OpenBed }:
                    return Outcome<Occupancy>.Refused(HousingErrors.BedTaken);
                case { Status: CommitStatus.NotUnique }:
                    return Outcome<Occupancy>.Refused(HousingErrors.AlreadyLivesHere);
                default:
                    return Outcome<Occupancy>.Refused([CommitFailures.Issue(result)]);
            }
        }
    }

    /// <summary>Moves a person out: the stay ends and its place is free, in one transaction.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The stay.</param>
    /// <param name="until">First day no longer there; not before the first day of the stay.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The ended stay; refused with NC2105 or NC2106.</returns>
    public async ValueTask<Outcome<Occupancy>> MoveOutAsync(AccessContext context, OccupancyId id, LocalDate until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("occupancy.move-out");
        var stay = await _tenancies.FindOccupancyAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        if (stay is null || stay.Until is not null)
        {
            return Outcome<Occupancy>.Refused(HousingErrors.StayNotOpen);
        }

        if (until < stay.Since)
        {
            return Outcome<Occupancy>.Refused(HousingErrors.PeriodReversed);
        }

        var ended = stay with { Until = until };
        var batch = new WriteBatch(context.Agency)
            .Increment(HousingKinds.Room, stay.Room.Value, HousingKinds.Occupied, -1)
            .AddAudit(context.Entry(_clock, "occupancy.move-out", HousingKinds.Occupancy, id.Value));
        _tenancies.Stage(batch, ended, stay.Revision.Expected);
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result switch
        {
            { IsDurable: true } => Outcome<Occupancy>.Done(ended with { Revision = new(result.Versions[^1]) }),
            { Status: CommitStatus.Conflict } => Outcome<Occupancy>.Refused(HousingErrors.StayNotOpen),
            _ => Outcome<Occupancy>.Refused([CommitFailures.Issue(result)]),
        };
    }

    /// <summary>Lists the stays in a property, ended ones too, newest first. 1 to 1,000 a page.</summary>
    public ValueTask<Page<Occupancy>> ListOccupanciesAsync(AccessContext context, RentalPropertyId property, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _tenancies.ListByPropertyAsync(context.Agency, property, limit, after, cancellationToken);
    }

    /// <summary>Lists the leases of a property, newest first. 1 to 1,000 a page.</summary>
    public ValueTask<Page<Lease>> ListLeasesAsync(AccessContext context, RentalPropertyId property, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _tenancies.ListLeasesAsync(context.Agency, property, limit, after, cancellationToken);
    }

    private async ValueTask<Issue?> CheckMoveInAsync(AccessContext context, MoveIn command, Room room, CancellationToken cancellationToken)
    {
        if (room.Beds.Count == 0 ? command.Bed is not null : command.Bed is null || !room.Beds.Contains(command.Bed, StringComparer.Ordinal))
        {
            return new Issue(HousingErrors.BedUnknown, IssueLocation.At("/bed"));
        }

        if (NotForLiving(room.Use, command.Since, "/room") is { } forbidden)
        {
            return forbidden;
        }

        if (command.Lease is not { } leaseId)
        {
            return await BlockedAsync(context, room, command.Since, cancellationToken).ConfigureAwait(false) ? new Issue(HousingErrors.UnderBlockLease, IssueLocation.At("/lease")) : null;
        }

        var lease = await _tenancies.FindLeaseAsync(context.Agency, leaseId, cancellationToken).ConfigureAwait(false);
        if (lease is null)
        {
            return new Issue(HousingErrors.ReferenceMissing, IssueLocation.At("/lease"), ["lease"]);
        }

        var covers = lease.Property == room.Property && (lease.Rooms.Count == 0 || lease.Rooms.Contains(room.Id)) && lease.RunsOn(command.Since);
        return covers ? null : new Issue(HousingErrors.LeaseDoesNotCover, IssueLocation.At("/lease"));
    }
}

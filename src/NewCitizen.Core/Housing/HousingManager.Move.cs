using NewCitizen.Access;
using NewCitizen.Errors;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NewCitizen.Telemetry;

namespace NewCitizen.Housing;

public sealed partial class HousingManager
{
    /// <summary>Moves a person from one place into another. Either both happen or neither: nobody is left without a place, and none is taken twice.</summary>
    /// <returns>The new stay; refused as moving in and moving out are, and with NC2124 if both places are one.</returns>
    public async ValueTask<Outcome<Occupancy>> MoveAsync(AccessContext context, Move command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(command);
        using var span = NewCitizenTelemetry.Start("occupancy.move");
        var id = OccupancyId.New(_ids);
        for (var round = 1; ; round++)
        {
            var old = await _tenancies.FindOccupancyAsync(context.Agency, command.From, cancellationToken).ConfigureAwait(false);
            if (old is null || old.Until is not null)
            {
                return Outcome<Occupancy>.Refused(HousingErrors.StayNotOpen);
            }

            if (command.On < old.Since)
            {
                return Outcome<Occupancy>.Refused(HousingErrors.PeriodReversed);
            }

            if (old.Room == command.Room && old.Bed == command.Bed)
            {
                return Outcome<Occupancy>.Refused(HousingErrors.SamePlace);
            }

            var room = await _homes.FindRoomAsync(context.Agency, command.Room, cancellationToken).ConfigureAwait(false);
            if (room is null)
            {
                return Outcome<Occupancy>.Refused(HousingErrors.ReferenceMissing, "room");
            }

            var into = new MoveIn(old.Resident, command.Room, command.Bed, command.Lease, command.On) { OfFamily = command.OfFamily };
            if (await CheckMoveInAsync(context, into, room, cancellationToken).ConfigureAwait(false) is { } issue)
            {
                return Outcome<Occupancy>.Refused([issue]);
            }

            // Out first: in one room the place that is left counts for the one that is taken.
            var limit = await LimitAsync(context, into, room, cancellationToken).ConfigureAwait(false);
            var stay = new Occupancy(id, default, old.Resident, room.Property, room.Id, command.Bed, command.Lease, command.On, Until: null) { OfFamily = command.OfFamily };
            var batch = new WriteBatch(context.Agency)
                .Check(HousingKinds.Room, room.Id.Value, room.Revision.Expected)
                .Check(ResidentKind.Kind, old.Resident.Value, ExpectedVersion.Exists)
                .Increment(HousingKinds.Room, old.Room.Value, HousingKinds.Occupied, -1)
                .Increment(HousingKinds.Room, room.Id.Value, HousingKinds.Occupied, +1, maximum: limit.People ?? long.MaxValue)
                .AddAudit(context.Entry(_clock, "occupancy.move", HousingKinds.Occupancy, id.Value));
            _tenancies.Stage(batch, old with { Until = command.On }, old.Revision.Expected);
            _tenancies.Stage(batch, stay, ExpectedVersion.Missing);
            var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            switch (result)
            {
                case { IsDurable: true }:
                    return Outcome<Occupancy>.Done(stay with { Revision = new(result.Versions[^1]) });
                case { Status: CommitStatus.Conflict, FailedOperation: not 1 } when round < MaxRounds:
                    continue;
                case { Status: CommitStatus.Conflict, FailedOperation: 1 }:
                    return Outcome<Occupancy>.Refused(HousingErrors.ReferenceMissing, "resident");
                case { Status: CommitStatus.LimitReached }:
                    return Outcome<Occupancy>.Refused([Full(limit, command.On)]);
                case { Status: CommitStatus.NotUnique, Field: HousingKinds.OpenBed }:
                    return Outcome<Occupancy>.Refused(HousingErrors.BedTaken);
                case { Status: CommitStatus.NotUnique }:
                    return Outcome<Occupancy>.Refused(HousingErrors.AlreadyLivesHere);
                default:
                    return Outcome<Occupancy>.Refused([CommitFailures.Issue(result)]);
            }
        }
    }
}

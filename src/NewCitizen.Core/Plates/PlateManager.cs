using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using NewCitizen.Access;
using NewCitizen.Addresses;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.Housing;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Plates;

/// <summary>
/// Door plates from issue to revocation, and what a scan shows (二维码门牌管理). One valid plate a home and numbers that are never used twice hold
/// inside the store's transaction. Thread-safe.
/// </summary>
public sealed partial class PlateManager
{
    // Two of 2^50 codes being the same is rare; three times in a row is a broken random generator.
    private const int MaxRounds = 3;

    private readonly IRecordStore _store;
    private readonly IDoorPlateStore _plates;
    private readonly IHousingStore _homes;
    private readonly ITenancyStore _tenancies;
    private readonly AddressManager _addresses;
    private readonly ResidentManager _residents;
    private readonly PlateSigner _signer;
    private readonly IOptions<PlateOptions> _options;
    private readonly IClock _clock;
    private readonly IIdGenerator _ids;
    private readonly ForgeryLog _forgeries = new();

    /// <summary>Usually made by the container.</summary>
    public PlateManager(
        IRecordStore store,
        IDoorPlateStore plates,
        IHousingStore homes,
        ITenancyStore tenancies,
        AddressManager addresses,
        ResidentManager residents,
        PlateSigner signer,
        IOptions<PlateOptions> options,
        IClock clock,
        IIdGenerator ids)
    {
        _store = store;
        _plates = plates;
        _homes = homes;
        _tenancies = tenancies;
        _addresses = addresses;
        _residents = residents;
        _signer = signer;
        _options = options;
        _clock = clock;
        _ids = ids;
    }

    /// <summary>Issues a plate for a home.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="home">The home.</param>
    /// <param name="requestKey">Makes the call repeatable: sent again, it answers with the same plate.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The plate; refused with NC2602 if the home has a valid one, NC2603, NC2604, NC3003 when the key was used for something else.</returns>
    public async ValueTask<Outcome<DoorPlate>> IssueAsync(AccessContext context, RentalPropertyId home, RequestKey? requestKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("plate.issue");
        var id = requestKey is null ? DoorPlateId.New(_ids) : RepeatableId(context, requestKey);
        return await PutNewAsync(context, NewPlate(id, home, replaces: null), old: null, requestKey, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Revokes a plate (停用); its number is never used again.</summary>
    /// <returns>The plate as revoked; refused with NC2601 if it was already, NC3001 (conflict) if it changed since it was read, or NC3000 if there is none.</returns>
    public async ValueTask<Outcome<DoorPlate>> RevokeAsync(AccessContext context, DoorPlateId id, Revision revision, PlateRevocation reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("plate.revoke");
        return await ChangeAsync(context, id, revision, "plate.revoke", Reason(reason), plate => Revoked(plate, reason), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Revokes a plate and issues another for the same home in one step (换发).</summary>
    /// <returns>The new plate; refused as <see cref="RevokeAsync"/>.</returns>
    public async ValueTask<Outcome<DoorPlate>> ReplaceAsync(AccessContext context, DoorPlateId id, Revision revision, PlateRevocation reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("plate.replace");
        var old = await _plates.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        return old switch
        {
            null => Outcome<DoorPlate>.Refused(StorageErrors.NotFound),
            { IsLive: false } => Outcome<DoorPlate>.Refused(PlateErrors.Revoked),
            _ => await PutNewAsync(
                context, NewPlate(DoorPlateId.New(_ids), old.Home, old.Id), Revoked(old with { Revision = revision }, reason), requestKey: null, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>
    /// Signs the plate with the current key to print it anew under the same number (密钥轮换后重印).
    /// </summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The plate.</param>
    /// <param name="revision">State that was read.</param>
    /// <param name="keepOldPrints">Whether what hangs on the door stays valid; false once a key is no longer trusted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The plate; refused as <see cref="RevokeAsync"/>.</returns>
    public async ValueTask<Outcome<DoorPlate>> RotateAsync(AccessContext context, DoorPlateId id, Revision revision, bool keepOldPrints, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("plate.rotate");
        var version = _signer.CurrentVersion;
        return await ChangeAsync(
            context,
            id,
            revision,
            "plate.rotate",
            $$"""{"keyVersion":{{version}}}""",
            plate => plate with { KeyVersion = version, OldestKeyVersion = keepOldPrints ? plate.OldestKeyVersion : version },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What the plate's QR code carries.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The ring has lost the key of the plate.</exception>
    public PlateToken TokenOf(DoorPlate plate)
    {
        ArgumentNullException.ThrowIfNull(plate);
        return _signer.Sign(plate.Code, plate.KeyVersion);
    }

    /// <summary>Reads one plate; null if there is none in the caller's agency.</summary>
    public ValueTask<DoorPlate?> FindAsync(AccessContext context, DoorPlateId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _plates.FindAsync(context.Agency, id, cancellationToken);
    }

    /// <summary>The plate of a number, valid or not; null if there is none in the caller's agency.</summary>
    public ValueTask<DoorPlate?> FindByCodeAsync(AccessContext context, PlateCode code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _plates.FindByCodeAsync(context.Agency, code, cancellationToken);
    }

    /// <summary>The valid plate of a home; null if there is none.</summary>
    public ValueTask<DoorPlate?> FindByHomeAsync(AccessContext context, RentalPropertyId home, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _plates.FindByHomeAsync(context.Agency, home, cancellationToken);
    }

    /// <summary>Lists plates, valid or not, oldest first; of one home if given. 1 to 1,000 a page.</summary>
    public ValueTask<Page<DoorPlate>> ListAsync(AccessContext context, RentalPropertyId? home, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _plates.ListAsync(context.Agency, home, limit, after, cancellationToken);
    }

    private static DoorPlateId RepeatableId(AccessContext context, RequestKey requestKey)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"plate.issue {context.Agency} {requestKey.Value}"));
        return new(new Guid(digest.AsSpan(0, 16), bigEndian: true));
    }

    private static string Reason(PlateRevocation reason) => $$"""{"reason":"{{reason}}"}""";

    private DoorPlate Revoked(DoorPlate plate, PlateRevocation reason) => plate with { RevokedOn = ShanghaiTime.Today(_clock), Reason = reason };

    private DoorPlate NewPlate(DoorPlateId id, RentalPropertyId home, DoorPlateId? replaces) =>
        new(id, default, default, home, _signer.CurrentVersion, _signer.CurrentVersion, ShanghaiTime.Today(_clock), Replaces: replaces);

    private async ValueTask<Outcome<DoorPlate>> PutNewAsync(AccessContext context, DoorPlate plate, DoorPlate? old, RequestKey? requestKey, CancellationToken cancellationToken)
    {
        for (var round = 1; round <= MaxRounds; round++)
        {
            var own = plate with { Code = PlateCode.NewRandom() };
            var batch = new WriteBatch(context.Agency, requestKey).Check(HousingKinds.RentalProperty, own.Home.Value, ExpectedVersion.Exists);
            if (old is not null)
            {
                _plates.Stage(batch, old, ExpectedVersion.Exactly(old.Revision.Version));
                batch.AddAudit(context.Entry(_clock, "plate.revoke", PlateKinds.DoorPlate, old.Id.Value, Reason(old.Reason!.Value)));
            }

            batch.AddAudit(context.Entry(_clock, "plate.issue", PlateKinds.DoorPlate, own.Id.Value));
            _plates.Stage(batch, own, ExpectedVersion.Missing);
            var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            switch (result)
            {
                case { Status: CommitStatus.Committed }:
                    return Outcome<DoorPlate>.Done(own with { Revision = new(result.Versions[^1]) });
                case { Status: CommitStatus.Replayed }:
                    return await FirstAsync().ConfigureAwait(false);
                case { Status: CommitStatus.NotUnique, Field: PlateKinds.Code }:
                    continue;
                case { Status: CommitStatus.NotUnique }:
                    return Outcome<DoorPlate>.Refused([new Issue(PlateErrors.HomeHasPlate, IssueLocation.At("/home"))]);
                case { Status: CommitStatus.Conflict, FailedOperation: 0 }:
                    return Outcome<DoorPlate>.Refused([new Issue(PlateErrors.HomeMissing, IssueLocation.At("/home"))]);
                case { Status: CommitStatus.Conflict or CommitStatus.KeyReused } when requestKey is not null && await FirstAsync().ConfigureAwait(false) is { Value: { } known } first && known.Home == own.Home:
                    // Another code was drawn, so the store cannot know the repetition by its contents; the id, made from the key, does.
                    return first;
                default:
                    return Outcome<DoorPlate>.Refused([CommitFailures.Issue(result)]);
            }
        }

        return Outcome<DoorPlate>.Refused(PlateErrors.NoFreeCode);

        async ValueTask<Outcome<DoorPlate>> FirstAsync() =>
            await _plates.FindAsync(context.Agency, plate.Id, cancellationToken).ConfigureAwait(false) is { } first
                ? Outcome<DoorPlate>.Done(first)
                : Outcome<DoorPlate>.Refused(StorageErrors.NotFound);
    }

    private async ValueTask<Outcome<DoorPlate>> ChangeAsync(
        AccessContext context, DoorPlateId id, Revision revision, string action, string details, Func<DoorPlate, DoorPlate> change, CancellationToken cancellationToken)
    {
        var plate = await _plates.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        if (plate is not { IsLive: true })
        {
            return Outcome<DoorPlate>.Refused(plate is null ? StorageErrors.NotFound : PlateErrors.Revoked);
        }

        var changed = change(plate);
        var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, action, PlateKinds.DoorPlate, id.Value, details));
        _plates.Stage(batch, changed, ExpectedVersion.Exactly(revision.Version));
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result.IsDurable ? Outcome<DoorPlate>.Done(changed with { Revision = new(result.Versions[^1]) }) : Outcome<DoorPlate>.Refused([CommitFailures.Issue(result)]);
    }
}

using NewCitizen.Access;
using NewCitizen.Addresses;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.Identity;
using NewCitizen.Residents.Claims;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NewCitizen.Validation;
using NodaTime;

namespace NewCitizen.Residents;

/// <summary>
/// Everything that is done with residents' files (新市民档案管理): each call validates, commits record, audit entry and feed entry together,
/// and sees the caller's agency only. Thread-safe. Split over several files by topic.
/// </summary>
public sealed partial class ResidentManager
{
    private readonly IRecordStore _store;
    private readonly IResidentStore _residents;
    private readonly IResidentOverviewStore _overviews;
    private readonly AddressManager _addresses;
    private readonly IClock _clock;
    private readonly IIdGenerator _ids;
    private readonly IReadOnlyList<ICommandValidator<RegisterResident>> _validators;
    private readonly IReadOnlyList<ITimelineSource> _timelines;
    private readonly PersonDirectory? _directory;

    /// <summary>Usually made by the container. Without a directory a person is unique inside one agency only.</summary>
    public ResidentManager(
        IRecordStore store,
        IResidentStore residents,
        IResidentOverviewStore overviews,
        AddressManager addresses,
        IClock clock,
        IIdGenerator ids,
        IEnumerable<ICommandValidator<RegisterResident>> validators,
        IEnumerable<ITimelineSource> timelines,
        PersonDirectory? directory = null)
    {
        _store = store;
        _residents = residents;
        _overviews = overviews;
        _addresses = addresses;
        _clock = clock;
        _ids = ids;
        _validators = [.. validators];
        _timelines = [.. timelines];
        _directory = directory;
    }

    private LocalDate Today => ShanghaiTime.Today(_clock);

    /// <summary>Commits one changed file with its audit entry.</summary>
    private async ValueTask<Outcome<ResidentOverview>> SaveAsync(
        AccessContext context,
        Resident changed,
        string action,
        IReadOnlyList<Issue>? warnings,
        CancellationToken cancellationToken,
        IReadOnlyList<IdentityDocument>? newDocuments = null)
    {
        var (result, refusal) = await CommitAsync(null, context, changed.Id, newDocuments ?? [], Stage, cancellationToken).ConfigureAwait(false);
        return result switch
        {
            null => Outcome<ResidentOverview>.Refused([refusal!]),
            { IsDurable: true } => Outcome<ResidentOverview>.Done(ResidentOverview.Of(changed with { Revision = new Revision(result.Versions[0]) }), warnings),
            { Status: CommitStatus.NotUnique } => Outcome<ResidentOverview>.Refused(ResidentErrors.AlreadyOnFile),
            _ => Outcome<ResidentOverview>.Refused([CommitFailures.Issue(result)]),
        };

        void Stage(WriteBatch batch)
        {
            batch.AddAudit(context.Entry(_clock, action, ResidentKind.Kind, changed.Id.Value));
            _residents.Stage(batch, changed, changed.Revision.Expected);
        }
    }

    /// <summary>Commits a batch, under claims of the person directory where it puts documents on a file.</summary>
    private async ValueTask<(CommitResult? Result, Issue? Refusal)> CommitAsync(
        RequestKey? requestKey, AccessContext context, ResidentId file, IReadOnlyList<IdentityDocument> documents, Action<WriteBatch> stage, CancellationToken cancellationToken)
    {
        if (_directory is not null && documents.Count > 0)
        {
            return await _directory.CommitAsync(requestKey, context.Agency, file, documents, stage, cancellationToken).ConfigureAwait(false);
        }

        var batch = new WriteBatch(context.Agency, requestKey);
        stage(batch);
        return (await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false), null);
    }

    // What an inactive file may answer instead of a change.
    private static ErrorCode? Inactive(Resident file) => file.Status switch
    {
        ResidentStatus.Merged => ResidentErrors.FileIsMerged,
        ResidentStatus.HandedOver => PersonDirectoryErrors.FileHandedOver,
        _ => null,
    };

    private static IReadOnlyList<IdentityDocument> Added(Resident before, Resident after) => ReferenceEquals(before.Documents, after.Documents)
        ? []
        : [.. after.Documents.Select(document => document.Value).ExceptBy(before.Documents.Select(document => document.Value.ToMatchKey()), document => document.ToMatchKey(), StringComparer.Ordinal)];

    /// <summary>Reads an active file in the state the caller has seen, applies a change, and saves it.</summary>
    private async ValueTask<Outcome<ResidentOverview>> ChangeAsync(
        AccessContext context,
        ResidentId id,
        Revision revision,
        string action,
        Func<Resident, (Resident? Changed, Issue? Error)> change,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start(action);
        var current = await _residents.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        if (current is null)
        {
            return Outcome<ResidentOverview>.Refused(StorageErrors.NotFound);
        }

        if (Inactive(current) is { } inactive)
        {
            return Outcome<ResidentOverview>.Refused(inactive);
        }

        if (current.Revision != revision)
        {
            return Outcome<ResidentOverview>.Refused(StorageErrors.Conflict);
        }

        var (changed, error) = change(current);
        return error is not null || changed is null
            ? Outcome<ResidentOverview>.Refused([error ?? new Issue(StorageErrors.Conflict)])
            : await SaveAsync(context, changed, action, warnings: null, cancellationToken, Added(current, changed)).ConfigureAwait(false);
    }
}

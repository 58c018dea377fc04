using NewCitizen.Access;
using NewCitizen.Errors;
using NewCitizen.Residents.Claims;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Residents;

/// <summary>
/// Erases everything about one person on request (删除权, PIPL article 47): the file, the files merged into it, and what other features hold; says what
/// stays and why. Whether the law lets a request be refused (article 47 paragraph 2, statutory duties of state organs) is for the office to judge
/// before it calls. Thread-safe.
/// </summary>
public sealed class PersonErasure
{
    private const int StepRecords = 50;

    private static readonly KeptData[] s_kept =
    [
        new("audit", "审计记录：只含编号、经办账号和目的，证明谁在何时做了什么", "audit entries: ids, accounts and purposes, to prove who did what and when", "PIPL art. 54; 网络安全法 art. 23(3)"),
        new("tombstones", "已删记录的编号和版本号，防止旧副本重新写入", "id and version of what was erased, so that an old copy cannot come back", null),
        new("references", "他人档案和租赁合同中的编号，已无所指", "ids in other people's files and in leases, which now lead nowhere", null),
        new("request_keys", "请求摘要，按设置期限清除", "digests of requests, forgotten after the configured time", null),
        new("backups", "备份按其保存周期消失；恢复备份后须按审计记录重新删除", "backups until they run out; after a restore the audit trail says whom to erase again", null),
    ];

    private readonly IRecordStore _store;
    private readonly IResidentStore _residents;
    private readonly IReadOnlyList<IErasureSource> _sources;
    private readonly IClock _clock;
    private readonly PersonDirectory? _directory;

    /// <summary>Usually made by the container.</summary>
    public PersonErasure(IRecordStore store, IResidentStore residents, IEnumerable<IErasureSource> sources, IClock clock, PersonDirectory? directory = null)
    {
        _store = store;
        _residents = residents;
        _sources = [.. sources];
        _clock = clock;
        _directory = directory;
    }

    /// <summary>Says what would be erased and what would stay; changes nothing.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The person's file, or one that was merged into it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The report; refused with NC3012, or with what stands against it, such as NC3352.</returns>
    public async ValueTask<Outcome<ErasureReport>> PlanAsync(AccessContext context, ResidentId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (plan, refused) = await LookAsync(context, id, cancellationToken).ConfigureAwait(false);
        return plan is null ? Outcome<ErasureReport>.Refused(refused) : Outcome<ErasureReport>.Done(Report(plan));
    }

    /// <summary>
    /// Erases. Other records go first, in steps; the files go last and together, so a call that was cut off is simply made again.
    /// </summary>
    /// <param name="context">On whose behalf, with the reason: the request's own number, not the person's name.</param>
    /// <param name="id">The person's file, or one that was merged into it.</param>
    /// <param name="cancellationToken">Ends it between two steps.</param>
    /// <returns>The report; refused with NC3200 without a purpose, NC3000 if somebody changed a record meanwhile, or as by <see cref="PlanAsync"/>.</returns>
    public async ValueTask<Outcome<ErasureReport>> EraseAsync(AccessContext context, ResidentId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Purpose is null)
        {
            return Outcome<ErasureReport>.Refused(AccessErrors.PurposeMissing);
        }

        using var span = NewCitizenTelemetry.Start("person.erase");
        var (plan, refused) = await LookAsync(context, id, cancellationToken).ConfigureAwait(false);
        if (plan is null)
        {
            return Outcome<ErasureReport>.Refused(refused);
        }

        foreach (var items in plan.Items.Chunk(StepRecords))
        {
            var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, "person.erase-records", details: $$"""{"records":{{items.Length}}}"""));
            foreach (var item in items)
            {
                batch.Delete(item.Kind, item.Id, item.Revision.Expected);
            }

            if (await FailureAsync(batch, cancellationToken).ConfigureAwait(false) is { } failure)
            {
                return Outcome<ErasureReport>.Refused([failure]);
            }
        }

        var last = new WriteBatch(context.Agency);
        foreach (var file in plan.Files)
        {
            last.Delete(ResidentKind.Kind, file.Id.Value, file.Revision.Expected)
                .AddAudit(context.Entry(_clock, "person.erase", ResidentKind.Kind, file.Id.Value));
        }

        if (await FailureAsync(last, cancellationToken).ConfigureAwait(false) is { } lastFailure)
        {
            return Outcome<ErasureReport>.Refused([lastFailure]);
        }

        if (_directory is not null)
        {
            await _directory.ReleaseAsync(context.Agency, plan.Files.SelectMany(_directory.AddressesOf).Distinct(), cancellationToken).ConfigureAwait(false);
        }

        return Outcome<ErasureReport>.Done(Report(plan));
    }

    private async ValueTask<Issue?> FailureAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result.IsDurable ? null : CommitFailures.Issue(result);
    }

    private async ValueTask<(Plan? Plan, IReadOnlyList<Issue> Refused)> LookAsync(AccessContext context, ResidentId id, CancellationToken cancellationToken)
    {
        var files = await FilesAsync(context, id, cancellationToken).ConfigureAwait(false);
        if (files.Count == 0)
        {
            return (null, [new Issue(StorageErrors.NotFound)]);
        }

        var ids = files.Select(file => file.Id).ToArray();
        var shares = new List<ErasureShare>(_sources.Count);
        foreach (var source in _sources)
        {
            shares.Add(await source.PlanAsync(context, ids, cancellationToken).ConfigureAwait(false));
        }

        var obstacles = shares.SelectMany(share => share.Obstacles).ToList();
        return obstacles.Count > 0
            ? (null, obstacles)
            : (new Plan(files, [.. shares.SelectMany(share => share.Erase)], [.. shares.SelectMany(share => share.Kept), .. s_kept]), []);
    }

    /// <summary>The file that goes on, and all that were merged into it, over any number of merges.</summary>
    private async ValueTask<IReadOnlyList<Resident>> FilesAsync(AccessContext context, ResidentId id, CancellationToken cancellationToken)
    {
        var found = new Dictionary<ResidentId, Resident>();
        var open = new Queue<ResidentId>([id]);
        while (open.TryDequeue(out var next))
        {
            if (found.ContainsKey(next) || await _residents.FindAsync(context.Agency, next, cancellationToken).ConfigureAwait(false) is not { } file)
            {
                continue;
            }

            found.Add(next, file);
            if (file.MergedInto is { } survivor)
            {
                open.Enqueue(survivor);
            }

            foreach (var merged in file.MergedFiles.Where(own => own.IsCurrent))
            {
                open.Enqueue(merged.Value);
            }
        }

        return [.. found.Values];
    }

    private ErasureReport Report(Plan plan) => new(
        [.. plan.Files.Select(file => file.Id)],
        plan.Items.Select(item => item.Kind.Name).Concat(plan.Files.Select(_ => ResidentKind.Kind.Name)).CountBy(kind => kind, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
        plan.Kept,
        _clock.GetCurrentInstant());

    private sealed record Plan(IReadOnlyList<Resident> Files, IReadOnlyList<ErasureItem> Items, IReadOnlyList<KeptData> Kept);
}

using System.Text.Json;
using NewCitizen.Audit;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Maintenance;

/// <summary>What became of each job, kept in the store so that every host and every restart knows (任务记录). Thread-safe.</summary>
public sealed class JobRuns(IRecordStore store)
{
    /// <summary>Account under which jobs stand in the audit trail.</summary>
    public const string Actor = "system/maintenance";

    private const string Name = "job_name";
    private const string Outcome = "outcome";
    private const string FinishedAt = "finished_at";

    /// <summary>Kind of the records, of the reserved agency <c>system</c>.</summary>
    public static RecordKind Kind { get; } = new(
        "job_run",
        "Last run of a maintenance job, with its figures (运维任务记录).",
        [
            new(Name, FieldType.Text, "the job"),
            new(Outcome, FieldType.Text, "none while it runs, completed, paused or failed"),
            new(FinishedAt, FieldType.Instant, "when the last run ended, null while it runs"),
        ],
        [new(Name, IndexType.Unique)]);

    /// <summary>The last run of a job; one that never ran has <see cref="JobOutcome.None"/>.</summary>
    public async ValueTask<JobReport> ReadAsync(string job, CancellationToken cancellationToken) =>
        Report(job, await FindAsync(job, cancellationToken).ConfigureAwait(false));

    internal static JobReport Report(string job, StoredRecord? stored)
    {
        if (stored is null)
        {
            return new JobReport(job, JobOutcome.None, null, null, null, new Dictionary<string, long>(), [], null);
        }

        var body = Body(stored);
        return new JobReport(
            job,
            Enum.Parse<JobOutcome>(stored[Outcome].AsText()),
            At(body.StartedAt),
            stored[FinishedAt].IsNull ? null : stored[FinishedAt].AsInstant(),
            At(body.CompletedAt),
            body.Figures,
            [],
            body.Error);

        static Instant? At(long? milliseconds) => milliseconds is { } value ? Instant.FromUnixTimeMilliseconds(value) : null;
    }

    internal static JobRunBody Body(StoredRecord? stored) =>
        stored is null ? new JobRunBody() : JsonSerializer.Deserialize(stored.Body.Span, JobRunJson.Default.JobRunBody)!;

    internal ValueTask<StoredRecord?> FindAsync(string job, CancellationToken cancellationToken) =>
        store.GetAsync(new RecordKey(StoreLeases.Agency, Kind, StoreLeases.IdOf($"job/{job}")), cancellationToken);

    /// <summary>Writes the state of a run while its lease is held; a host that lost it can write nothing.</summary>
    internal async ValueTask<CommitResult> WriteAsync(
        string job, StoreLease lease, JobOutcome outcome, Instant? finishedAt, JobRunBody body, AuditEntry? audit, CancellationToken cancellationToken)
    {
        var batch = lease.Guard(new WriteBatch(StoreLeases.Agency)).Put(
            Kind,
            StoreLeases.IdOf($"job/{job}"),
            ExpectedVersion.Any,
            [FieldValue.Text(job), FieldValue.Text(outcome.ToString()), FieldValue.Instant(finishedAt)],
            JsonSerializer.SerializeToUtf8Bytes(body, JobRunJson.Default.JobRunBody));
        if (audit is not null)
        {
            batch.AddAudit(audit);
        }

        return await store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
    }
}

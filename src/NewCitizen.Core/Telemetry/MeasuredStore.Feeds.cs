using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Telemetry;

public sealed partial class MeasuredStore : IChangeFeed, IAuditTrail, IBulkLoader, ISchemaManager, IStoreMaintenance
{
    private readonly IChangeFeed _feed;
    private readonly IAuditTrail _trail;
    private readonly IBulkLoader _bulk;
    private readonly ISchemaManager _schema;
    private readonly IStoreMaintenance _maintenance;

    /// <inheritdoc/>
    public IReadOnlyList<SchemaScript> Scripts => _schema.Scripts;

    /// <inheritdoc/>
    public ValueTask<FeedPage<ChangeEntry>> ReadChangesAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken) =>
        StoreInstruments.IsIdle
            ? _feed.ReadChangesAsync(agency, after, limit, cancellationToken)
            : MeasureAsync("feed", null, agency, (_feed, agency, after, limit), static (s, token) => s._feed.ReadChangesAsync(s.agency, s.after, s.limit, token), static page => page.Entries.Count, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<FeedPage<StoredAuditEntry>> ReadAuditAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken) =>
        StoreInstruments.IsIdle
            ? _trail.ReadAuditAsync(agency, after, limit, cancellationToken)
            : MeasureAsync("audit", null, agency, (_trail, agency, after, limit), static (s, token) => s._trail.ReadAuditAsync(s.agency, s.after, s.limit, token), static page => page.Entries.Count, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<BulkResult> LoadAsync(
        IAsyncEnumerable<StoredRecord> records, BulkMode mode, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit, CancellationToken cancellationToken) =>
        StoreInstruments.IsIdle
            ? _bulk.LoadAsync(records, mode, audit, cancellationToken)
            : MeasureLoadAsync(records, mode, audit, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<long> LoadAuditAsync(IAsyncEnumerable<StoredAuditEntry> entries, CancellationToken cancellationToken) => _bulk.LoadAuditAsync(entries, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredRecord>> ScanAsync(RecordKind kind, RecordKey? after, int limit, CancellationToken cancellationToken) =>
        _bulk.ScanAsync(kind, after, limit, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<SchemaReport> PrepareAsync(SchemaMode mode, CancellationToken cancellationToken) => _schema.PrepareAsync(mode, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<SchemaReport> InspectAsync(CancellationToken cancellationToken) => _schema.InspectAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Guid>> PurgeAsync(PurgeRequest request, Func<int, AuditEntry> audit, CancellationToken cancellationToken) =>
        StoreInstruments.IsIdle
            ? _maintenance.PurgeAsync(request, audit, cancellationToken)
            : MeasureAsync("purge", request?.Kind.Name, request?.Agency, (_maintenance, request, audit), static (s, token) => s._maintenance.PurgeAsync(s.request!, s.audit, token), static ids => ids.Count, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask TrimChangesAsync(FeedPosition upTo, CancellationToken cancellationToken) =>
        await MeasureAsync(
            "trim",
            null,
            agency: null,
            (_maintenance, upTo),
            static async (s, token) =>
            {
                await s._maintenance.TrimChangesAsync(s.upTo, token).ConfigureAwait(false);
                return 0;
            },
            static _ => 0,
            cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask<long> ForgetRequestKeysAsync(Instant before, CancellationToken cancellationToken) =>
        MeasureAsync("forget", null, null, (_maintenance, before), static (s, token) => s._maintenance.ForgetRequestKeysAsync(s.before, token), static count => count, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoreCheck> CheckAsync(CancellationToken cancellationToken) =>
        MeasureAsync("check", null, null, _maintenance, static (maintenance, token) => maintenance.CheckAsync(token), static check => check.Records, cancellationToken);

    private async ValueTask<T> MeasureAsync<TState, T>(
        string operation, string? kind, AgencyId? agency, TState state, Func<TState, CancellationToken, ValueTask<T>> run, Func<T, long> count, CancellationToken cancellationToken)
    {
        var call = StoreCall.Begin(_name, operation, kind, agency);
        try
        {
            var result = await run(state, cancellationToken).ConfigureAwait(false);
            call.Tag(StoreInstruments.Rows, count(result));
            call.End();
            return result;
        }
        catch (Exception exception)
        {
            call.Fail(exception);
            throw;
        }
    }

    private async ValueTask<BulkResult> MeasureLoadAsync(
        IAsyncEnumerable<StoredRecord> records, BulkMode mode, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit, CancellationToken cancellationToken)
    {
        var result = await MeasureAsync(
            "bulk", null, agency: null, (_bulk, records, mode, audit), static (s, token) => s._bulk.LoadAsync(s.records, s.mode, s.audit, token), static bulk => bulk.Loaded, cancellationToken).ConfigureAwait(false);
        StoreInstruments.Loaded.Add(result.Loaded, new(StoreInstruments.System, _name), new(StoreInstruments.Status, "loaded"));
        StoreInstruments.Loaded.Add(result.Refused.Count, new(StoreInstruments.System, _name), new(StoreInstruments.Status, "refused"));
        return result;
    }
}

using System.Globalization;
using Microsoft.Extensions.Options;
using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Maintenance;

/// <summary>
/// After a key rotation, writes all records again under the keys of now (密钥轮换后的重写). Goes through the agencies by id, a page a step, and remembers
/// where it was; when all is done it rests until the ring changes again.
/// </summary>
internal sealed class RekeyJob(IRecordStore store, IKeyRing keys, IEnumerable<IRecordRekeyer> rekeyers, IOptions<MaintenanceOptions> options, IClock clock) : IMaintenanceJob
{
    private const int MaxRounds = 5;

    public string Name => "rekey";

    public async ValueTask<bool> RunAsync(JobStep step, CancellationToken cancellationToken)
    {
        if (options.Value.Agencies.Count == 0)
        {
            step.Warnings.Add(new Issue(JobErrors.NoAgencies));
            return true;
        }

        Refresh();
        var places = options.Value.Agencies.Order().SelectMany(agency => rekeyers.Select(rekeyer => (Agency: agency, Rekeyer: rekeyer))).ToList();
        var wanted = Fingerprint(places.Select(place => $"{place.Agency}/{place.Rekeyer.Kind}"));
        var (done, place, after) = Read(step.Cursor, wanted);
        if (!done && (place > 0 || after is not null))
        {
            step.Resume();
        }

        for (; !done && place < places.Count; place++, after = null)
        {
            var (agency, rekeyer) = places[place];
            do
            {
                // A key that came meanwhile begins all anew: next time, from the first page.
                Refresh();
                if (Fingerprint(places.Select(own => $"{own.Agency}/{own.Rekeyer.Kind}")) != wanted)
                {
                    return false;
                }

                var query = new RecordQuery(agency, rekeyer.Kind, limit: step.StepRecords, after: after is { } id ? new QueryCursor(FieldValue.Null, id) : null);
                var page = await store.QueryAsync(query, cancellationToken).ConfigureAwait(false);
                await RewriteAsync(step, agency, rekeyer, page.Records, cancellationToken).ConfigureAwait(false);
                step.Count("seen", page.Records.Count);
                after = page.Next?.Id;
                step.Cursor = $"{wanted}|{place}|{after?.ToString("N")}";
                if (after is not null && !await step.NextAsync(cancellationToken).ConfigureAwait(false))
                {
                    return false;
                }
            }
            while (after is not null);
        }

        step.Cursor = $"{wanted}|done|";
        if (step.Figure("doubled") is > 0 and var doubled)
        {
            step.Warnings.Add(new Issue(JobErrors.Doubled, default, [doubled.ToString(CultureInfo.InvariantCulture)]));
        }

        return true;
    }

    private async ValueTask RewriteAsync(JobStep step, AgencyId agency, IRecordRekeyer rekeyer, IReadOnlyList<StoredRecord> records, CancellationToken cancellationToken)
    {
        var open = records.ToDictionary(record => record.Key);
        for (var round = 1; open.Count > 0; round++)
        {
            var batch = new WriteBatch(agency);
            foreach (var (key, record) in open.ToList())
            {
                if (!rekeyer.Stage(batch, record))
                {
                    open.Remove(key);
                }
            }

            var staged = batch.Operations.Count;
            if (staged == 0)
            {
                return;
            }

            batch.AddAudit(new AuditEntry(
                agency,
                clock.GetCurrentInstant(),
                JobRuns.Actor,
                "keys.rewrite",
                rekeyer.Kind.Name,
                SubjectId: null,
                Purpose: null,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""{"records":{{staged}},"encryptionKey":{{keys.EncryptionKey.Id}},"indexKey":{{keys.IndexKeys[0].Id}}}""")));
            var result = await store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            switch (result.Status)
            {
                case CommitStatus.Committed or CommitStatus.Replayed:
                    step.Count("rewritten", staged);
                    return;
                case CommitStatus.NotUnique:
                    // Two files with one number, let in before the store kept such apart: for a person to settle. The others go on.
                    open.Remove(batch.Operations[result.FailedOperation].Key);
                    step.Count("doubled", 1);
                    round--;
                    break;
                case CommitStatus.Conflict or CommitStatus.Unknown when round < MaxRounds:
                    // Somebody was faster, or nobody knows: look again. What stands right now is left alone.
                    await ReadAgainAsync(open, cancellationToken).ConfigureAwait(false);
                    break;
                default:
                    throw CommitFailures.Exception(result);
            }
        }
    }

    private async ValueTask ReadAgainAsync(Dictionary<RecordKey, StoredRecord> open, CancellationToken cancellationToken)
    {
        var keysOfOpen = open.Keys.ToArray();
        var found = await store.GetManyAsync(keysOfOpen, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < keysOfOpen.Length; i++)
        {
            if (found[i] is { } record)
            {
                open[keysOfOpen[i]] = record;
            }
            else
            {
                open.Remove(keysOfOpen[i]);
            }
        }
    }

    private void Refresh() => (keys as IRefreshableKeyRing)?.Refresh();

    // Numbers of keys only; an agency or kind that is added later is gone through too.
    private string Fingerprint(IEnumerable<string> places) =>
        $"e{keys.EncryptionKey.Id};i{string.Join(',', keys.IndexKeys.Select(key => key.Id))};{StoreLeases.IdOf(string.Join(' ', places)):N}";

    private static (bool Done, int Place, Guid? After) Read(string? cursor, string wanted)
    {
        var parts = cursor?.Split('|');
        return parts is not [var fingerprint, var place, var after] || fingerprint != wanted
            ? (false, 0, null)
            : place == "done" ? (true, 0, null)
            : after.Length == 0 ? (false, int.Parse(place, CultureInfo.InvariantCulture) + 1, null)
            : (false, int.Parse(place, CultureInfo.InvariantCulture), Guid.ParseExact(after, "N"));
    }
}

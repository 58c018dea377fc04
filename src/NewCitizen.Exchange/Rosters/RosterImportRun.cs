using NewCitizen.Access;
using NewCitizen.Errors;
using NewCitizen.Exchange.Tables;
using NewCitizen.Residents;
using NewCitizen.Storage;

namespace NewCitizen.Exchange.Rosters;

/// <summary>
/// One run of an import. Rows are stored many at a time, so that the store can commit them in groups, and settled in the order of the file.
/// </summary>
internal sealed class RosterImportRun(ResidentManager residents, AccessContext context, RosterImport import, RosterReport report, IProgress<RosterProgress>? progress)
{
    // Refusals that say something about the store and nothing about the row.
    private static readonly ErrorCode[] s_storeFaults =
    [
        StorageErrors.OutcomeUnknown, StorageErrors.SchemaDiffers, StorageErrors.SchemaTooNew, StorageErrors.NotAStore,
        StorageErrors.DiskFull, StorageErrors.Unavailable, StorageErrors.WrongRecord,
    ];

    private readonly Queue<PendingRow> _pending = new(import.Window);
    private readonly Dictionary<string, Task<Outcome<Registered>>> _people = new(import.Window, StringComparer.Ordinal);
    private readonly HashSet<ErrorCode> _saidOnce = [];
    private RosterCounts _counts;
    private Issue? _fault;
    private Exception? _defect;
    private (long Read, long Total) _bytes;

    public async Task<RosterImportResult> RunAsync(CancellationToken cancellationToken)
    {
        string? digest = null;
        var stopped = false;
        try
        {
            var roster = await RosterReader.OpenAsync(import.Source, import.Options, cancellationToken).ConfigureAwait(false);
            await using var scope = roster.ConfigureAwait(false);
            digest = roster.Sha256;
            await ReadAsync(roster, cancellationToken).ConfigureAwait(false);
        }
        catch (TableException e)
        {
            Fail(e.ToIssue());
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            stopped = true;
        }
        catch (IOException e) when (e is not FileNotFoundException)
        {
            Fail(new Issue(TableErrors.Unreadable));
        }
        finally
        {
            await SettleAllAsync().ConfigureAwait(false);
        }

        if (_fault is not null) await report.WriteAsync(_fault).ConfigureAwait(false);
        await report.FlushAsync().ConfigureAwait(false);
        progress?.Report(new RosterProgress(_counts, _bytes.Read, _bytes.Total));
        if (_defect is not null) throw _defect;
        if (stopped) cancellationToken.ThrowIfCancellationRequested();
        return new RosterImportResult(_counts, report.Count, _fault, digest);
    }

    private async Task ReadAsync(RosterReader roster, CancellationToken cancellationToken)
    {
        foreach (var issue in roster.Headings.Issues)
        {
            // The first error ends the import and is written as its fault.
            if (issue.IsError && _fault is null) _fault = issue;
            else await report.WriteAsync(issue).ConfigureAwait(false);
        }

        if (_fault is not null) return;
        var mapper = new RosterRowMapper(roster.Sha256);
        await foreach (var row in roster.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            _bytes = (roster.BytesRead, roster.TotalBytes);
            if (_pending.Count >= import.Window) await SettleAsync(_pending.Dequeue()).ConfigureAwait(false);
            while (_pending.TryPeek(out var next) && next.Call is null or { IsCompleted: true }) await SettleAsync(_pending.Dequeue()).ConfigureAwait(false);
            if (_fault is not null || _defect is not null) return;
            _pending.Enqueue(Start(mapper, row));
        }
    }

    private PendingRow Start(RosterRowMapper mapper, RosterRow row)
    {
        var issues = new List<Issue>(row.Issues);
        var command = mapper.Map(row, issues);
        if (issues.Exists(issue => issue.IsError))
        {
            // Everything that is wrong with the row is told at once, but not twice about one cell.
            foreach (var issue in residents.Check(command).Select(issue => RosterPlaces.Translate(issue, row)))
            {
                if (!issues.Exists(known => known.Location.Column == issue.Location.Column && known.IsError)) issues.Add(issue);
            }

            return new PendingRow(row, Key: null, issues, Call: null);
        }

        // Rows about one person go one after another, or the order of the file would not decide which is the repetition.
        var key = KeyOf(command.Document.Number);
        var call = _people.TryGetValue(key, out var before) ? RegisterAfterAsync(before, command) : RegisterAsync(command);
        _people[key] = call;
        return new PendingRow(row, key, issues, call);
    }

    private async Task<Outcome<Registered>> RegisterAfterAsync(Task<Outcome<Registered>> before, RegisterResident command)
    {
        await ((Task)before).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await RegisterAsync(command).ConfigureAwait(false);
    }

    // Calls are not cancelled: an answer nobody waits for would leave it open whether the row is stored.
    private Task<Outcome<Registered>> RegisterAsync(RegisterResident command) =>
        residents.RegisterAsync(context, command, requestKey: null, CancellationToken.None).AsTask();

    private async ValueTask SettleAllAsync()
    {
        while (_pending.TryDequeue(out var next))
        {
            await SettleAsync(next).ConfigureAwait(false);
        }
    }

    private async ValueTask SettleAsync(PendingRow pending)
    {
        Outcome<Registered>? outcome = null;
        if (pending.Call is not null)
        {
            await ((Task)pending.Call).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_people.TryGetValue(pending.Key!, out var last) && last == pending.Call) _people.Remove(pending.Key!);
            outcome = Outcome(pending.Call);
            if (outcome is null) return;
        }

        foreach (var issue in pending.Issues)
        {
            await report.WriteAsync(issue).ConfigureAwait(false);
        }

        foreach (var issue in outcome?.Issues ?? [])
        {
            if (Place(issue, pending.Row) is { } placed) await report.WriteAsync(placed).ConfigureAwait(false);
        }

        _counts = outcome switch
        {
            null or { Succeeded: false } => _counts with { Read = _counts.Read + 1, Refused = _counts.Refused + 1 },
            { Value.Effect: RegistrationEffect.NothingNew } => _counts with { Read = _counts.Read + 1, Duplicate = _counts.Duplicate + 1 },
            _ => _counts with { Read = _counts.Read + 1, Accepted = _counts.Accepted + 1 },
        };
        if (_counts.Read % import.ProgressInterval == 0 && _fault is null && _defect is null)
        {
            await report.FlushAsync().ConfigureAwait(false);
            progress?.Report(new RosterProgress(_counts, _bytes.Read, _bytes.Total));
        }
    }

    /// <summary>The answer; null when the store gave none, which is a fault and no refusal of the row.</summary>
    private Outcome<Registered>? Outcome(Task<Outcome<Registered>> call)
    {
        if (call.IsCompletedSuccessfully)
        {
            var outcome = call.Result;
            if (outcome.Succeeded || !s_storeFaults.Contains(outcome.FirstError.Code)) return outcome;
            Fail(new Issue(outcome.FirstError.Code, default, outcome.FirstError.Arguments));
        }
        else if (call.Exception?.InnerException is NewCitizenException fault)
        {
            Fail(new Issue(fault.Code, default, fault.Arguments));
        }
        else
        {
            _defect ??= call.Exception?.InnerException ?? new OperationCanceledException();
        }

        return null;
    }

    // A column the roster does not have is told once, not for every row.
    private Issue? Place(Issue issue, RosterRow row)
    {
        var placed = RosterPlaces.Translate(issue, row);
        if (issue.Code != ResidentErrors.RegistrationDateMissing || placed.Location.Column is not null) return placed;
        return _saidOnce.Add(issue.Code) ? new Issue(issue.Code, new IssueLocation(Sheet: row.Sheet), placed.Arguments) : null;
    }

    private void Fail(Issue issue) => _fault ??= issue;

    private static string KeyOf(string number) => string.Concat(number.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}

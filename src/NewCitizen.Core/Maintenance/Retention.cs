using System.Globalization;
using Microsoft.Extensions.Options;
using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Maintenance;

/// <summary>Finds out what is due by the rules of retention, and erases it step by step (保存期限). Thread-safe.</summary>
public sealed class Retention
{
    private readonly IRecordStore _store;
    private readonly IStoreMaintenance _maintenance;
    private readonly IReadOnlyList<RetentionRule> _rules;
    private readonly MaintenanceOptions _options;
    private readonly IClock _clock;

    /// <summary>Usually made by the container.</summary>
    public Retention(IRecordStore store, IStoreMaintenance maintenance, IEnumerable<RetentionRule> rules, IOptions<MaintenanceOptions> options, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        _store = store;
        _maintenance = maintenance;
        _rules = [.. rules];
        _options = options.Value;
        _clock = clock;
    }

    /// <summary>Counts what is due now, by rule and agency, and erases nothing.</summary>
    /// <exception cref="NewCitizenException">NC3351: a period is none.</exception>
    public async ValueTask<RetentionForecast> ForecastAsync(CancellationToken cancellationToken)
    {
        var figures = new List<RetentionFigure>();
        foreach (var (rule, firstKept) in Configured())
        {
            foreach (var agency in Agencies())
            {
                figures.Add(await CountAsync(rule, agency, firstKept, cancellationToken).ConfigureAwait(false));
            }
        }

        return new RetentionForecast(figures, Warnings());
    }

    internal IReadOnlyList<Issue> Warnings()
    {
        var warnings = _rules.Where(rule => !_options.Periods.ContainsKey(rule.Name)).Select(rule => new Issue(JobErrors.NotConfigured, default, [rule.Name])).ToList();
        if (_options.Agencies.Count == 0)
        {
            warnings.Add(new Issue(JobErrors.NoAgencies));
        }

        return warnings;
    }

    internal IEnumerable<AgencyId> Agencies() => _options.Agencies.Order();

    /// <summary>Rules with a period, and the first day each keeps.</summary>
    internal IReadOnlyList<(RetentionRule Rule, LocalDate FirstKept)> Configured()
    {
        var today = ShanghaiTime.Today(_clock);
        return
        [
            .. _rules
                .Where(rule => _options.Periods.ContainsKey(rule.Name))
                .Select(rule => (rule, KeepingPeriod.FirstKept(rule.Name, _options.Periods[rule.Name], today))),
        ];
    }

    /// <summary>One step: one transaction with its audit entry. Returns how many are gone; 0 means none is left.</summary>
    internal async ValueTask<int> EraseStepAsync(RetentionRule rule, AgencyId agency, LocalDate firstKept, CancellationToken cancellationToken)
    {
        var request = new PurgeRequest(agency, rule.Kind, rule.Field, KeepingPeriod.Before(rule, firstKept), _options.StepRecords);
        var erased = await _maintenance.PurgeAsync(request, Entry, cancellationToken).ConfigureAwait(false);
        return erased.Count;

        AuditEntry Entry(int count) => new(
            agency,
            _clock.GetCurrentInstant(),
            JobRuns.Actor,
            "retention.erase",
            rule.Kind.Name,
            SubjectId: null,
            rule.Source,
            string.Create(CultureInfo.InvariantCulture, $$"""{"rule":"{{rule.Name}}","firstKept":"{{firstKept:uuuu-MM-dd}}","records":{{count}}}"""));
    }

    private async ValueTask<RetentionFigure> CountAsync(RetentionRule rule, AgencyId agency, LocalDate firstKept, CancellationToken cancellationToken)
    {
        long due = 0;
        LocalDate? oldest = null;
        QueryCursor? after = null;
        do
        {
            var query = new RecordQuery(
                agency, rule.Kind, [FieldFilter.Range(rule.Field, FieldValue.Null, KeepingPeriod.Before(rule, firstKept))], rule.Field, limit: RecordQuery.MaxLimit, after: after);
            var page = await _store.QueryAsync(query, cancellationToken).ConfigureAwait(false);
            due += page.Records.Count;
            oldest ??= page.Records is [var first, ..] ? KeepingPeriod.DateOf(first[rule.Field]) : null;
            after = page.Next;
        }
        while (after is not null);
        return new RetentionFigure(rule.Name, agency, firstKept, due, oldest);
    }
}

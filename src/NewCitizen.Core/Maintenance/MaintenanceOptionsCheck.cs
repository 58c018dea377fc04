using Microsoft.Extensions.Options;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Maintenance;

/// <summary>Refuses settings that would erase too much or never end, before anything runs.</summary>
internal sealed class MaintenanceOptionsCheck(IEnumerable<RetentionRule> rules, IClock clock) : IValidateOptions<MaintenanceOptions>
{
    public ValidateOptionsResult Validate(string? name, MaintenanceOptions options)
    {
        var faults = new List<string>();
        Check(options.StepRecords is >= 1 and <= RecordQuery.MaxLimit, nameof(options.StepRecords));
        Check(options.Pause >= Duration.Zero, nameof(options.Pause));
        Check(options.Budget > Duration.Zero, nameof(options.Budget));
        Check(options.Lease >= Duration.FromSeconds(10), nameof(options.Lease));
        Check(options.RetryAfter > Duration.Zero, nameof(options.RetryAfter));
        var known = rules.Select(rule => rule.Name).ToHashSet(StringComparer.Ordinal);
        var today = ShanghaiTime.Today(clock);
        foreach (var (rule, period) in options.Periods)
        {
            Check(known.Contains(rule), $"{nameof(options.Periods)}[{rule}]");
            CheckPeriod(rule, period);
        }

        CheckPeriod(nameof(options.RequestKeys), options.RequestKeys);
        CheckPeriod(nameof(options.Changes), options.Changes);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(bool fine, string option)
        {
            if (!fine)
            {
                faults.Add($"{nameof(MaintenanceOptions)}.{option}");
            }
        }

        void CheckPeriod(string rule, Period? period)
        {
            try
            {
                if (period is not null)
                {
                    KeepingPeriod.FirstKept(rule, period, today);
                }
            }
            catch (NewCitizenException exception)
            {
                faults.Add(exception.Message);
            }
        }
    }
}

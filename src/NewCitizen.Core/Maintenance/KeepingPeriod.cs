using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Maintenance;

/// <summary>Counts a period back from today in Shanghai.</summary>
internal static class KeepingPeriod
{
    /// <exception cref="NewCitizenException">NC3351: the period is no such period.</exception>
    public static LocalDate FirstKept(string rule, Period period, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(period);
        var first = period.HasTimeComponent ? today : today.Minus(period);
        return first < today && period is { Days: >= 0, Weeks: >= 0, Months: >= 0, Years: >= 0 }
            ? first
            : throw new NewCitizenException(JobErrors.PeriodInvalid, rule);
    }

    public static FieldValue Before(RetentionRule rule, LocalDate firstKept) =>
        rule.Kind.Fields[rule.Kind.PositionOf(rule.Field)].Type == FieldType.Instant
            ? FieldValue.Instant(ShanghaiTime.StartOfDay(firstKept))
            : FieldValue.Date(firstKept);

    public static LocalDate DateOf(FieldValue value) => value.Type == FieldType.Instant ? ShanghaiTime.DateOf(value.AsInstant()) : value.AsDate();
}

using NewCitizen.Calendars;
using NodaTime;

namespace NewCitizen.Appointments.Credit;

/// <summary>
/// Rules of booking credit as a city published them (预约信用规则), read by <see cref="CreditRuleReader"/>. Each identity number and each phone is
/// judged by itself. Bookings and cancellations count on the day they were made, a no-show on the day of the appointment that was missed, whenever
/// it was marked. A lift forgives what was on record before it.
/// </summary>
/// <remarks>There is no default: without rules nobody is blocked, and <see cref="IsConfigured"/> says so.</remarks>
public sealed class BookingCreditRules : IBookingCreditPolicy
{
    internal BookingCreditRules(string? name, string? source, IReadOnlyList<CreditRule> rules)
    {
        Name = name;
        Source = source;
        Rules = rules;
        LookBack = rules.Count == 0 ? Duration.Zero : Duration.FromDays(rules.Max(rule => rule.DaysThatMatter) + 1);
    }

    /// <summary>No rules: nobody is warned or blocked (未设置).</summary>
    public static BookingCreditRules None { get; } = new(null, null, []);

    /// <summary>Whose rules they are; null when not stated.</summary>
    public string? Name { get; }

    /// <summary>Where they were published; null when not stated.</summary>
    public string? Source { get; }

    /// <summary>The rules in the order of the file.</summary>
    public IReadOnlyList<CreditRule> Rules { get; }

    /// <summary>Whether there is any rule.</summary>
    public bool IsConfigured => Rules.Count > 0;

    /// <inheritdoc/>
    public Duration LookBack { get; }

    /// <summary>The rule with a code; null if there is none.</summary>
    public CreditRule? Find(string? code) => Rules.FirstOrDefault(rule => string.Equals(rule.Code, code, StringComparison.Ordinal));

    /// <inheritdoc/>
    /// <remarks>Of several rules that block, the one that blocks longest is named; of equals, and of warnings, the first of the file.</remarks>
    public CreditVerdict Judge(IReadOnlyList<BookingEvent> events, Instant now)
    {
        ArgumentNullException.ThrowIfNull(events);
        var today = ShanghaiTime.DateOf(now);
        var forgiven = events.Where(entry => entry.Kind == BookingEventKind.Lifted).Select(entry => entry.At).DefaultIfEmpty(Instant.MinValue).Max();
        CreditVerdict? blocked = null;
        CreditVerdict? warned = null;
        foreach (var rule in Rules)
        {
            var counted = events.Where(entry => entry.Kind == rule.Event && entry.At > forgiven && entry.At <= now);
            foreach (var days in counted.GroupBy(entry => rule.PerItem ? entry.Item : null, DayOf))
            {
                var (until, warns) = Weigh(rule, [.. days.Order()], today);
                if (until is { } free && free > today && (blocked is null || free > blocked.Until))
                {
                    blocked = CreditVerdict.Blocked(rule.Code, free);
                }

                warned ??= warns ? CreditVerdict.Warned(rule.Code) : null;
            }
        }

        return blocked ?? warned ?? CreditVerdict.Free;
    }

    // A person learns of a no-show late, but it belongs to the day it was missed; a booking or a cancellation belongs to the day it was made.
    private static LocalDate DayOf(BookingEvent entry) => entry.Kind == BookingEventKind.NoShow ? entry.ForDate : ShanghaiTime.DateOf(entry.At);

    // The latest event that filled its window decides how long the block lasts.
    private static (LocalDate? Until, bool Warns) Weigh(CreditRule rule, List<LocalDate> days, LocalDate today)
    {
        LocalDate? until = null;
        var first = 0;
        for (var i = 0; i < days.Count; i++)
        {
            while (days[first] < rule.WindowStart(days[i]))
            {
                first++;
            }

            if (i - first + 1 >= rule.BlockAt)
            {
                until = rule.FreeAgain(days[i]);
            }
        }

        var current = days.Count(day => day >= rule.WindowStart(today));
        return (until, current >= rule.WarnAt);
    }
}

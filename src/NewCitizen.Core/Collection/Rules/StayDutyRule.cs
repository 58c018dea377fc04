using System.Globalization;
using NewCitizen.Calendars;
using NewCitizen.Rules;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.Collection.Rules;

/// <summary>A duty to report a stay or its end. While its time runs and nobody has reported, nothing is broken: the finding is Met and states <c>due</c>.</summary>
public abstract class StayDutyRule : LegalRule<StayDutyFacts>
{
    private static readonly LocalDateTimePattern s_moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    private protected StayDutyRule()
    {
    }

    /// <summary>Who must report until when, and whether it was done.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="on">The day asked about, in Asia/Shanghai.</param>
    public abstract StayDuty Assess(StayDutyFacts facts, LocalDate on);

    /// <inheritdoc/>
    public sealed override Finding Judge(StayDutyFacts facts, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Assess(facts, on).Finding;
    }

    private protected static string Text(LocalDate? day) => day?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;

    private protected static StatedFact Fact(string name, LocalDate? day) => new(name, day is null ? null : Text(day));

    private protected static StatedFact Fact(string name, LocalDateTime? moment) => new(name, moment is { } at ? s_moment.Format(at) : null);

    private protected static StatedFact Fact(string name, bool? value) => new(name, value is { } known ? known ? "true" : "false" : null);

    private protected static StatedFact Fact(string name, int? value) => new(name, value?.ToString(CultureInfo.InvariantCulture));

    private protected static StatedFact Fact<T>(string name, T? value)
        where T : struct, Enum => new(name, value is { } known ? System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(known.ToString()) : null);

    private protected StayDuty DoesNotApply(params IReadOnlyList<StatedFact> facts) => new(NotApplicable(facts));

    private protected StayDuty NotKnown(params IReadOnlyList<string> missing) => new(Unknown(missing));

    /// <summary>Why the rule does not speak of these facts, or what must be known first; null when it does. A null condition is one the rule does not have.</summary>
    private protected StayDuty? OutOfScope(StayDutyFacts facts, PersonGroup? person = null, bool away = false, params IReadOnlyList<Dwelling> dwellings)
    {
        if (person is not null && facts.Person is not null && facts.Person != person)
        {
            return DoesNotApply(Fact("person", facts.Person));
        }

        if (away && facts.AwayFromRegister == false)
        {
            return DoesNotApply(Fact("awayFromRegister", facts.AwayFromRegister));
        }

        if (dwellings.Count > 0 && facts.Dwelling is { } dwelling && !dwellings.Contains(dwelling))
        {
            return DoesNotApply(Fact("dwelling", facts.Dwelling));
        }

        // Only when nothing known rules it out does it matter what is not known.
        string?[] missing =
        [
            person is not null && facts.Person is null ? "person" : null,
            away && facts.AwayFromRegister is null ? "awayFromRegister" : null,
            dwellings.Count > 0 && facts.Dwelling is null ? "dwelling" : null,
        ];
        return missing.Any(name => name is not null) ? NotKnown([.. missing.OfType<string>()]) : null;
    }

    /// <summary>A duty within a time the law, or a city's setting, names.</summary>
    private protected StayDuty Within(
        (string Name, LocalDate Day) start, ITimeLimit limit, WorkCalendar calendar, (string Name, LocalDate? Day) reported, LocalDate on, Remedy cure, string? policy = null)
    {
        var end = limit.After(ShanghaiTime.StartOfDay(start.Day), calendar);
        if (end.LastDay is not { } due)
        {
            return NotKnown(string.Create(CultureInfo.InvariantCulture, $"holidays{end.NotAnnouncedYear}"));
        }

        return new(Timely(due, [Fact(start.Name, start.Day)], reported, on, cure), due, Policy: policy);
    }

    /// <summary>A duty without a time in the law: done, or due by what the city set.</summary>
    private protected StayDuty Whenever(
        DutyPolicies policies, StayDutyFacts facts, (string Name, LocalDate? Day) start, WorkCalendar calendar, (string Name, LocalDate? Day) reported, LocalDate on, Remedy cure)
    {
        var policy = policies.Find(Code, facts.Division, start.Day ?? on);
        return policy is not null && start.Day is { } day ? Within((start.Name, day), policy.Within, calendar, reported, on, cure, policy.Source)
            : reported.Day is { } done ? new(Met(Fact(reported.Name, done)))
            : policy is not null ? NotKnown(start.Name)
            : new(NotConfigured("within"));
    }

    /// <summary>A duty until the end of a day.</summary>
    private protected Finding Timely(LocalDate due, IReadOnlyList<StatedFact> facts, (string Name, LocalDate? Day) reported, LocalDate on, Remedy cure)
    {
        IReadOnlyList<StatedFact> stated = [.. facts, Fact(reported.Name, reported.Day), Fact("due", due)];
        return (reported.Day ?? on) <= due ? Met(stated) : Breached(cure, stated);
    }
}

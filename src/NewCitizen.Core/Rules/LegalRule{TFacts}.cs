using NodaTime;

namespace NewCitizen.Rules;

/// <summary>A rule that judges facts of one kind.</summary>
/// <typeparam name="TFacts">The facts it looks at: an immutable record without personal values.</typeparam>
public abstract class LegalRule<TFacts> : LegalRule
    where TFacts : class
{
    /// <summary>Judges the facts as of a day on which the rule holds. Pure: the same facts always give the same finding.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="on">The day asked about, in Asia/Shanghai.</param>
    public abstract Finding Judge(TFacts facts, LocalDate on);

    /// <summary>The facts satisfy the rule.</summary>
    protected Finding Met(params IReadOnlyList<StatedFact> facts) => new(this, Verdict.Met, facts, null);

    /// <summary>The facts break the rule.</summary>
    protected Finding Breached(Remedy cure, params IReadOnlyList<StatedFact> facts) => new(this, Verdict.Breached, facts, cure);

    /// <summary>The rule does not speak of such facts.</summary>
    protected Finding NotApplicable(params IReadOnlyList<StatedFact> facts) => new(this, Verdict.NotApplicable, facts, null);

    /// <summary>The city has not set a number the rule needs.</summary>
    /// <param name="setting">Name of what is not set.</param>
    protected Finding NotConfigured(string setting) => new(this, Verdict.NotConfigured, [new(setting, null)], null);

    /// <summary>Facts the rule needs are not known.</summary>
    /// <param name="missing">Their names.</param>
    protected Finding Unknown(params IReadOnlyList<string> missing) => new(this, Verdict.Unknown, [.. missing.Select(name => new StatedFact(name, null))], null);
}

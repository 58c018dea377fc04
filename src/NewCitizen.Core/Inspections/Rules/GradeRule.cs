using System.Globalization;
using NewCitizen.Divisions;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Inspections.Rules;

/// <summary>A rule that gives a home points for what is wrong with it (扣分项). One instance a policy, with the policy's dates and division.</summary>
public abstract class GradeRule : LegalRule<GradeFacts>
{
    private static readonly LocalDate s_always = new(1995, 3, 6);

    private protected GradeRule(GradePolicy? policy) => Policy = policy;

    /// <inheritdoc/>
    public override RuleSubject Binds => RuleSubject.Office;

    /// <inheritdoc/>
    public override IReadOnlyList<LegalSource> Sources { get; } = [new(Statutes.RentalPublicSecurity, "第七条"), new(Statutes.HousingLease, "第七条")];

    /// <inheritdoc/>
    public sealed override LocalDate Since => Policy?.Since ?? s_always;

    /// <inheritdoc/>
    public sealed override LocalDate? Until => Policy?.Until;

    /// <inheritdoc/>
    public sealed override DivisionCode? Division => Policy?.Place;

    /// <summary>The numbers it works with; null while none are configured.</summary>
    public GradePolicy? Policy { get; }

    /// <summary>What would take the points away.</summary>
    protected abstract Remedy Cure { get; }

    /// <inheritdoc/>
    public sealed override Finding Judge(GradeFacts facts, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (Policy is null || !Policy.Weights.ContainsKey(Code))
        {
            return NotConfigured("weights." + Code);
        }

        return Judge(facts, Policy);
    }

    /// <summary>Points of the facts under the policy; 0 where the rule was not breached.</summary>
    internal int PointsOf(GradeFacts facts) => Policy is { } policy && policy.Weights.TryGetValue(Code, out var weight) && Count(facts, policy) is { } count ? weight * count : 0;

    private protected abstract Finding Judge(GradeFacts facts, GradePolicy policy);

    /// <summary>How many things are wrong; null if that is not known.</summary>
    private protected abstract int? Count(GradeFacts facts, GradePolicy policy);

    private protected Finding ByCount(GradeFacts facts, GradePolicy policy, params IReadOnlyList<StatedFact> stated) => Count(facts, policy) switch
    {
        null => Unknown([.. stated.Where(fact => fact.Value is null).Select(fact => fact.Name)]),
        <= 0 => Met(stated),
        _ => Breached(Cure, stated),
    };

    private protected static StatedFact Fact(string name, int? value) => new(name, value?.ToString(CultureInfo.InvariantCulture));
}

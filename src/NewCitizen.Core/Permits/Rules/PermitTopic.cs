using NewCitizen.Divisions;
using NewCitizen.Errors;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Permits.Rules;

/// <summary>The rules of residence permits (居住证规则): 居住证暂行条例, and what is known of Tianjin's own.</summary>
public static class PermitTopic
{
    /// <summary>Name of the topic.</summary>
    public const string Name = "permit";

    internal const string SuspensionCode = Name + ".suspension";

    private const string YearCountCode = Name + ".year-count";

    private static readonly HashSet<string> s_conditions = new(StringComparer.Ordinal) { "permit.other-city", "permit.half-year", "permit.one-of-three", "permit.tianjin-registered", ExemptionCode };

    internal const string ExemptionCode = Name + "." + JingJinJiRule.Name;

    /// <summary>Makes the topic.</summary>
    /// <param name="policies">What cities have laid down.</param>
    public static RuleTopic<PermitFacts> Create(PermitPolicies policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        return new(
            Name,
            PermitFactsJson.Default.PermitFacts,
            [
                new OtherCityRule(),
                new HalfYearRule(policies),
                new RegisteredHalfYearRule(policies),
                new JingJinJiRule(),
                new OneOfThreeRule(),
                new PapersRule(),
                new AgentRule(),
                new ToldOnceRule(),
                new IssueLimitRule(policies),
                new SignOffRule(),
                new PoliceStageRule(),
                new CardContentRule(),
                new EndorsementRule(),
                new SuspensionRule(),
                new YearCountRule(),
                new ReplacementRule(),
                new FeeRule(policies),
                EntitlementRule.Services,
                EntitlementRule.Conveniences,
                MisuseRule.Misuse,
                MisuseRule.Forgery,
            ]);
    }

    /// <summary>Whether a rule is a condition of the application (申领条件), and not about what comes after it.</summary>
    internal static bool IsCondition(LegalRule rule) => s_conditions.Contains(rule.Code);

    /// <summary>Calendar days a special case may take; null where no local measure is known.</summary>
    internal static int? ExtendedDays(PermitPolicies policies, DivisionCode? place, LocalDate on) =>
        policies.Find(place, on)?.ExtendedIssueDays
        ?? (place is { } here && LegalRule.Covers(TianjinPermit.City, here) && TianjinPermit.Guide.Since <= on ? TianjinPermit.SpecialDays : null);

    /// <summary>The rule that decides about an act; null where no article names one.</summary>
    internal static string? RuleOf(PermitAct act, PermitStanding before, Issue? refusal) => act switch
    {
        PermitAct.Apply or PermitAct.Supplement => Name + ".papers",
        PermitAct.AskSupplement => Name + ".told-once",
        PermitAct.Accept or PermitAct.Extend or PermitAct.Issue => Name + ".issue-limit",
        PermitAct.SignOff => Name + ".tianjin-sign-off",
        PermitAct.Endorse when before.State == PermitState.Suspended && refusal is null => YearCountCode,
        PermitAct.Endorse => Name + ".endorsement",
        PermitAct.ReportLost or PermitAct.ReportDamaged or PermitAct.Replace => Name + ".replacement",
        PermitAct.MoveWithin => Name + ".card-content",
        PermitAct.Lapse => SuspensionCode,
        _ => null,
    };
}

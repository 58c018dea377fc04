using System.Globalization;
using NewCitizen.Divisions;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Permits.Rules;

/// <summary>What the rules of permits share: their names, and short ways to state facts.</summary>
internal abstract class PermitRule(string code, string chineseName, string englishName, RuleSubject binds, params IReadOnlyList<LegalSource> sources) : LegalRule<PermitFacts>
{
    public sealed override string Code => PermitTopic.Name + "." + code;

    public sealed override string ChineseName => chineseName;

    public sealed override string EnglishName => englishName;

    public sealed override IReadOnlyList<LegalSource> Sources => sources;

    public sealed override RuleSubject Binds => binds;

    protected static LegalSource Order(string article) => new(Statutes.ResidencePermit, article);

    protected static LegalSource Civil(string article) => new(Statutes.CivilCode, article);

    protected static StatedFact Day(string name, LocalDate? day) => new(name, day?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));

    protected static StatedFact Yes(string name, bool? value) => new(name, value is { } known ? known ? "true" : "false" : null);

    protected static StatedFact Count(string name, int? value) => new(name, value?.ToString(CultureInfo.InvariantCulture));

    protected static StatedFact Text(string name, string? value) => new(name, value);

    protected static string Iso(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    protected static PermitPolicy? Policy(PermitPolicies policies, PermitFacts facts, LocalDate on) =>
        policies.Find(DivisionCode.TryParse(facts.Division, out var division) ? division : null, on);

    /// <summary>The life the endorsement facts tell; null if the count or one of its days cannot be.</summary>
    protected static PermitStanding? Life(PermitFacts facts, LocalDate on)
    {
        if (facts.CountedFrom is not { } from || from > on)
        {
            return null;
        }

        var standing = new PermitStanding(from) { State = PermitState.Active, IssuedOn = from, ContinuousSince = from, CoveredYears = 1, Card = PermitCardState.InHand };
        foreach (var day in (facts.Endorsements ?? []).Where(day => day <= on).Order())
        {
            var (next, refusal) = PermitLife.Apply(standing, new(day, PermitAct.Endorse));
            if (refusal is not null)
            {
                return null;
            }

            standing = next;
        }

        return PermitLife.Advance(standing, on);
    }
}

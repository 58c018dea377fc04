using NewCitizen.Divisions;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Permits.Rules;

/// <summary>Tianjin: who holds a permit of Beijing or Hebei applies without the half year.</summary>
internal sealed class JingJinJiRule() : PermitRule(
    JingJinJiRule.Name, "持北京市、河北省居住证的免除半年居住要求", "holders of a permit of Beijing or Hebei need no half year", RuleSubject.Office, new LegalSource(TianjinPermit.RegistrationGuide, "京津冀居住证"))
{
    public const string Name = "tianjin-jing-jin-ji";

    public override DivisionCode? Division => TianjinPermit.City;

    public override Finding Judge(PermitFacts facts, LocalDate on) =>
        DivisionCode.TryParse(facts.OtherPermitDivision, out var other) && other.Province.Value is 110_000 or 130_000
            ? Met(Text("otherPermitDivision", facts.OtherPermitDivision))
            : NotApplicable(Text("otherPermitDivision", facts.OtherPermitDivision));
}

using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Properties;

/// <summary>出租住房应符合建筑、消防、燃气、装修等标准.</summary>
internal sealed class SafetyRule() : HousingRule<PropertyFacts>("property.safety", "出租住房应符合建筑、消防、燃气、装修等标准", "A rented home meets building, fire, gas and decoration standards", RuleSubject.Landlord, new LegalSource(Statutes.HousingLease, "第七条"), new LegalSource(Statutes.HousingLease, "第三十八条"))
{
    public override Finding Judge(PropertyFacts facts, LocalDate on)
    {
        return Require(new Remedy("整改至符合强制性标准，整改前停止出租", "put right what is below the standard; do not let until then"), ("meetsSafetyStandards", facts.MeetsSafetyStandards));
    }
}

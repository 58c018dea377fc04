using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Permits.Rules;

/// <summary>第二条: left the place of one's household for another city.</summary>
internal sealed class OtherCityRule() : PermitRule("other-city", "离开常住户口所在地到其他城市居住", "lives in another city than that of the household", RuleSubject.Resident, Order("第二条"))
{
    public override Finding Judge(PermitFacts facts, LocalDate on) => facts.HukouElsewhere switch
    {
        null => Unknown("hukouElsewhere"),
        true => Met(Yes("hukouElsewhere", true)),
        false => Breached(new("户口在本市，不需要申领居住证", "the household is registered in this city: no permit is needed"), Yes("hukouElsewhere", false)),
    };
}

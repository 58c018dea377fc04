using NewCitizen.Housing.Policies;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Properties;

/// <summary>出租房屋向派出所登记并签订治安责任保证书.</summary>
internal sealed class PoliceRegistrationRule() : HousingRule<PropertyFacts>("property.police-registration", "出租房屋向派出所登记并签订治安责任保证书", "A let home is registered with the police, with a security pledge", RuleSubject.Landlord, new LegalSource(Statutes.RentalPublicSecurity, "第六条"), new LegalSource(Statutes.RentalPublicSecurity, "第七条"))
{
    public override Finding Judge(PropertyFacts facts, LocalDate on)
    {
        return Require(new Remedy("到房屋所在地派出所登记并签订保证书", "register at the police station and sign the pledge"), ("registeredWithPolice", facts.RegisteredWithPolice), ("pledgeSigned", facts.PledgeSigned));
    }
}

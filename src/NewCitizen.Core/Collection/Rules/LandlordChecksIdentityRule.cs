using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Collection.Rules;

/// <summary>查验身份证件. A home is not let to who refuses to show a document.</summary>
internal sealed class LandlordChecksIdentityRule : StayDutyRule
{
    /// <inheritdoc/>
    public override string Code => "duty.landlord-checks-identity";

    /// <inheritdoc/>
    public override string ChineseName => "出租人查验承租人身份";

    /// <inheritdoc/>
    public override string EnglishName => "Landlords check who the tenant is";

    /// <inheritdoc/>
    public override IReadOnlyList<LegalSource> Sources { get; } = [new(Statutes.HousingLease, "第九条")];

    /// <inheritdoc/>
    public override RuleSubject Binds => RuleSubject.Landlord;

    /// <inheritdoc/>
    public override StayDuty Assess(StayDutyFacts facts, LocalDate on)
    {
        return OutOfScope(facts, dwellings: Dwelling.Rented) ?? facts.IdentityShown switch
        {
            null => NotKnown("identityShown"),
            true => new(Met(Fact("identityShown", facts.IdentityShown))),
            false => new(Breached(LandlordDuty.Check, Fact("identityShown", facts.IdentityShown))),
        };
    }
}

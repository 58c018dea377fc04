using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Collection.Rules;

/// <summary>登记承租人身份信息, and no letting to people of unknown identity or who refuse registration: the evidence a landlord needs. Fine 500 to 1,000 yuan; minor cases a warning or up to 500.</summary>
internal sealed class LandlordRecordsTenantRule : StayDutyRule
{
    /// <inheritdoc/>
    public override string Code => "duty.landlord-records-tenant";

    /// <inheritdoc/>
    public override string ChineseName => "出租人登记承租人姓名、证件种类和号码";

    /// <inheritdoc/>
    public override string EnglishName => "Landlords record the tenant's name, kind and number of document";

    /// <inheritdoc/>
    public override IReadOnlyList<LegalSource> Sources { get; } = [new(Statutes.PublicSecurityPenalties, "第六十八条")];

    /// <inheritdoc/>
    public override RuleSubject Binds => RuleSubject.Landlord;

    /// <inheritdoc/>
    public override StayDuty Assess(StayDutyFacts facts, LocalDate on)
    {
        if (OutOfScope(facts, dwellings: Dwelling.Rented) is { } outside)
        {
            return outside;
        }

        (string Name, bool? Value)[] evidence =
        [
            ("identityShown", facts.IdentityShown),
            ("nameRecorded", facts.NameRecorded),
            ("documentKindRecorded", facts.DocumentKindRecorded),
            ("documentNumberRecorded", facts.DocumentNumberRecorded),
        ];
        var stated = evidence.Select(item => Fact(item.Name, item.Value)).ToList();
        return evidence.Any(item => item.Value == false) ? new(Breached(LandlordDuty.Check, stated))
            : evidence.Any(item => item.Value is null) ? NotKnown([.. evidence.Where(item => item.Value is null).Select(item => item.Name)])
            : new(Met(stated));
    }
}

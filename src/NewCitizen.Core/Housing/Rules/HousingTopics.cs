using NewCitizen.Housing.Policies;
using NewCitizen.Housing.Rules.Leases;
using NewCitizen.Housing.Rules.Properties;
using NewCitizen.Housing.Rules.Rooms;
using NewCitizen.Rules;

namespace NewCitizen.Housing.Rules;

/// <summary>The topics <c>room</c>, <c>property</c> and <c>lease</c> (房屋租赁规则), with the numbers cities have set.</summary>
/// <param name="policies">The cities’ standards.</param>
public sealed class HousingTopics(OccupancyPolicies policies)
{
    /// <summary>The standards the rules ask.</summary>
    public OccupancyPolicies Policies { get; } = policies;

    /// <summary>What may be let, and to how many (房间).</summary>
    public RuleTopic<RoomFacts> Room { get; } = new(
        "room",
        HousingRulesJson.Default.RoomFacts,
        [
            new EarlierLivingSpaceRule(),
            new LivingSpaceRule(),
            new SmallestUnitRule(),
            new EarlierAreaPerPersonRule(policies),
            new AreaPerPersonRule(policies),
            new PeoplePerRoomRule(policies),
            new BedLettingRule(policies),
            new DormitoryDesignRule(),
        ]);

    /// <summary>Whole homes and those who run them (房屋).</summary>
    public RuleTopic<PropertyFacts> Property { get; } = new(
        "property",
        HousingRulesJson.Default.PropertyFacts,
        [
            new SafetyRule(),
            new GroupRentalRule(policies),
            new DormitoryInCompoundRule(policies),
            new PoliceRegistrationRule(),
            new EnterpriseOpeningRule(),
            new EnterpriseListingRule(),
            new EnterpriseArchiveRule(),
            new EnterpriseHomesRule(),
            new EnterpriseAccountRule(),
            new SublessorScaleRule(policies),
        ]);

    /// <summary>Leases (租赁合同).</summary>
    public RuleTopic<LeaseFacts> Lease { get; } = new(
        "lease",
        HousingRulesJson.Default.LeaseFacts,
        [
            new TermRule(),
            new WrittenFormRule(),
            new SubletConsentRule(),
            new SubleaseTermRule(),
            new RealNameRule(),
            new FilingRule(policies),
            new FilingThirtyDaysRule(),
            new LandlordIdentityRule(),
            new IdentityCheckRule(),
            new EntryRule(),
            new DepositClauseRule(),
            new EndingRule(),
            new ReportRule(),
            new TenantRecordRule(),
            new TenantFileRule(),
            new TenantRegistrationRule(),
            new SaleRule(),
            new OpenEndedRule(),
        ]);
}

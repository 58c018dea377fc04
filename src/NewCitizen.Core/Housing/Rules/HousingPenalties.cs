using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules;

/// <summary>Which article fines a breach of a housing rule, for a person or a unit (处罚依据查询).</summary>
public static class HousingPenalties
{
    private static readonly PenaltyBasis s_earlier = new(new(Statutes.CommodityHousingLease, "第二十二条"), 5_000, 30_000, AfterRefusal: true);
    private static readonly PenaltyBasis s_person = new(new(Statutes.HousingLease, "第三十九条"), 2_000, 10_000, AfterRefusal: true);
    private static readonly PenaltyBasis s_unit = new(new(Statutes.HousingLease, "第三十九条"), 20_000, 100_000, AfterRefusal: true);
    private static readonly PenaltyBasis s_safety = new(new(Statutes.HousingLease, "第三十八条"), null, null, AfterRefusal: false);
    private static readonly PenaltyBasis s_reports = new(new(Statutes.HousingLease, "第四十一条"), 20_000, 100_000, AfterRefusal: true);
    private static readonly PenaltyBasis s_listing = new(new(Statutes.HousingLease, "第四十二条"), 20_000, 100_000, AfterRefusal: false);
    private static readonly PenaltyBasis s_account = new(new(Statutes.HousingLease, "第四十三条"), 20_000, 100_000, AfterRefusal: false);
    private static readonly PenaltyBasis s_record = new(new(Statutes.PublicSecurityPenalties, "第六十八条"), 500, 1_000, AfterRefusal: false);

    /// <summary>The basis of a fine.</summary>
    /// <param name="rule">Code of the rule that was broken.</param>
    /// <param name="on">Day of the breach, Asia/Shanghai.</param>
    /// <param name="isUnit">Whether who broke it is a unit, not a person.</param>
    /// <returns>The basis; null where these laws name no fine, such as for a person who does not file a lease.</returns>
    public static PenaltyBasis? Find(string rule, LocalDate on, bool isUnit)
    {
        var regulated = on >= Statutes.HousingLease.Since;
        return rule switch
        {
            "room.living-space" or "room.area-per-person" or "room.people-per-room" when regulated => isUnit ? s_unit : s_person,
            "room.living-space" or "room.area-per-person" or "room.smallest-unit" when on >= Statutes.CommodityHousingLease.Since => s_earlier,
            "property.safety" when regulated => s_safety,
            "property.enterprise-opening" or "property.enterprise-archive" or "property.enterprise-homes" when regulated => s_reports,
            "property.enterprise-listing" when regulated => s_listing,
            "property.enterprise-account" when regulated => s_account,
            "lease.tenant-record" or "lease.identity-check" when on >= Statutes.PublicSecurityPenalties.Since => s_record,
            _ => null,
        };
    }
}

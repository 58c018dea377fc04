using NodaTime;

namespace NewCitizen.Rules;

/// <summary>Laws, regulations and rules the SDK's rules rest on (法律法规目录). Dates are first days in force.</summary>
public static class Statutes
{
    /// <summary>中华人民共和国户口登记条例 (1958).</summary>
    public static readonly Statute HouseholdRegistration = new("household-registration", "中华人民共和国户口登记条例", "Regulations on Household Registration", null, new(1958, 1, 9));

    /// <summary>居住证暂行条例.</summary>
    public static readonly Statute ResidencePermit = new("residence-permit", "居住证暂行条例", "Interim Regulations on Residence Permits", "国务院令第663号", new(2016, 1, 1));

    /// <summary>住房租赁条例.</summary>
    public static readonly Statute HousingLease = new("housing-lease", "住房租赁条例", "Regulations on Housing Leasing", "国务院令第812号", new(2025, 9, 15));

    /// <summary>商品房屋租赁管理办法.</summary>
    public static readonly Statute CommodityHousingLease = new("commodity-housing-lease", "商品房屋租赁管理办法", "Measures for the Leasing of Commodity Housing", "住房和城乡建设部令第6号", new(2011, 2, 1));

    /// <summary>租赁房屋治安管理规定.</summary>
    public static readonly Statute RentalPublicSecurity = new("rental-public-security", "租赁房屋治安管理规定", "Provisions on Public Security of Rented Homes", "公安部令第24号", new(1995, 3, 6));

    /// <summary>中华人民共和国治安管理处罚法 (2025 revision).</summary>
    public static readonly Statute PublicSecurityPenalties = new("public-security-penalties", "中华人民共和国治安管理处罚法", "Public Security Administration Penalties Law", "2025年修订", new(2026, 1, 1));

    /// <summary>中华人民共和国出境入境管理法.</summary>
    public static readonly Statute ExitEntry = new("exit-entry", "中华人民共和国出境入境管理法", "Exit and Entry Administration Law", null, new(2013, 7, 1));

    /// <summary>中华人民共和国民法典.</summary>
    public static readonly Statute CivilCode = new("civil-code", "中华人民共和国民法典", "Civil Code", null, new(2021, 1, 1));

    /// <summary>All of them, by key.</summary>
    public static IReadOnlyList<Statute> All { get; } =
        [HouseholdRegistration, ResidencePermit, HousingLease, CommodityHousingLease, RentalPublicSecurity, PublicSecurityPenalties, ExitEntry, CivilCode];
}

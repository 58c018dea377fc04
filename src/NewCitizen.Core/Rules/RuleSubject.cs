namespace NewCitizen.Rules;

/// <summary>Whom a rule binds (义务主体).</summary>
public enum RuleSubject
{
    /// <summary>Who lets a home (出租人).</summary>
    Landlord,

    /// <summary>Who rents it (承租人).</summary>
    Tenant,

    /// <summary>Who lives somewhere without local household registration (居民).</summary>
    Resident,

    /// <summary>Who employs or houses workers (用人单位).</summary>
    Employer,

    /// <summary>Who brokers a lease (经纪机构).</summary>
    Broker,

    /// <summary>A housing leasing enterprise (住房租赁企业).</summary>
    LeasingEnterprise,

    /// <summary>An office that applies the law (行政机关).</summary>
    Office,
}

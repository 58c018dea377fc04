namespace NewCitizen.Identity;

/// <summary>Who a mainland travel permit is issued to (通行证持有人).</summary>
public enum TravelPermitHolder
{
    /// <summary>Nobody: there is no number.</summary>
    None,

    /// <summary>A Hong Kong resident of Chinese nationality (香港居民): number starts with H.</summary>
    HongKong,

    /// <summary>A Macao resident of Chinese nationality (澳门居民): number starts with M.</summary>
    Macao,

    /// <summary>A Hong Kong resident of another nationality (香港非中国籍永久性居民): HA, since 2024-07-10. May not work or study, and cannot have an HMT residence permit.</summary>
    HongKongForeigner,

    /// <summary>A Macao resident of another nationality (澳门非中国籍永久性居民): MA, since 2024-07-10.</summary>
    MacaoForeigner,

    /// <summary>A Taiwan resident (台湾居民): digits only, on old permits with a renewal mark.</summary>
    Taiwan,
}

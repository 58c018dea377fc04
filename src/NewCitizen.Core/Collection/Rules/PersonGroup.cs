namespace NewCitizen.Collection.Rules;

/// <summary>Which law speaks of a person's stay (人员类别). Never the origin: only who must report by which law.</summary>
public enum PersonGroup
{
    /// <summary>A citizen with household registration in the mainland (内地居民).</summary>
    Citizen,

    /// <summary>A resident of Hong Kong, Macao or Taiwan (港澳台居民): under rules of their own.</summary>
    HongKongMacaoTaiwan,

    /// <summary>A foreigner or stateless person (外国人、无国籍人).</summary>
    Foreigner,
}

namespace NewCitizen.Addresses.Normalisation;

/// <summary>Whether two texts name one place (是否同一地址). Not knowing is an answer: a wrong merge is worse than a double.</summary>
public enum AddressVerdict
{
    /// <summary>One place (同一处).</summary>
    Same,

    /// <summary>Two places (不是同一处).</summary>
    Different,

    /// <summary>The texts do not say (不能确定): a person looks.</summary>
    Unsure,
}

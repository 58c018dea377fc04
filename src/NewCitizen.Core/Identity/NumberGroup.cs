namespace NewCitizen.Identity;

/// <summary>What a number is expected to name (号码用途), where the caller knows.</summary>
public enum NumberGroup
{
    /// <summary>A person (自然人).</summary>
    Person,

    /// <summary>An organisation (单位).</summary>
    Organisation,

    /// <summary>A mobile phone (手机).</summary>
    Mobile,
}

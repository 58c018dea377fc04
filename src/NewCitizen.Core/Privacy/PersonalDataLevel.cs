namespace NewCitizen.Privacy;

/// <summary>How carefully personal data must be handled (个人信息分级).</summary>
public enum PersonalDataLevel
{
    /// <summary>Personal information (一般个人信息): name, identity number, telephone, address.</summary>
    Ordinary,

    /// <summary>
    /// Sensitive personal information (敏感个人信息, 个人信息保护法 Art. 28): biometric data, photographs of documents, health, religion,
    /// whereabouts, anything about a person under 14. Needs a specific purpose and strict protection.
    /// </summary>
    Sensitive,
}

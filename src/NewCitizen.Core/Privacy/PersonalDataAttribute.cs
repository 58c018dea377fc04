namespace NewCitizen.Privacy;

/// <summary>
/// Marks a property that holds personal data (个人信息). Its value is stored encrypted, and a type that has such a property overrides
/// <c>ToString()</c> so that it never prints it.
/// </summary>
/// <param name="level">How carefully it must be handled.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, Inherited = true)]
public sealed class PersonalDataAttribute(PersonalDataLevel level = PersonalDataLevel.Ordinary) : Attribute
{
    /// <summary>How carefully it must be handled.</summary>
    public PersonalDataLevel Level { get; } = level;
}

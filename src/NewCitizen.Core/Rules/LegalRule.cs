using NewCitizen.Divisions;
using NodaTime;

namespace NewCitizen.Rules;

/// <summary>
/// One rule of law as code (法律规则): what it is called, where it is written, from when to when and where it holds. A rule that changed is
/// two rules of one code with different dates. Instances are shared and immutable.
/// </summary>
public abstract class LegalRule
{
    /// <summary>Stable code: topic, a dot and a name, such as <c>permit.half-year</c>.</summary>
    public abstract string Code { get; }

    /// <summary>Name in Chinese.</summary>
    public abstract string ChineseName { get; }

    /// <summary>Name in English.</summary>
    public abstract string EnglishName { get; }

    /// <summary>Where it is written; the first is the one that decides.</summary>
    public abstract IReadOnlyList<LegalSource> Sources { get; }

    /// <summary>Whom it binds.</summary>
    public abstract RuleSubject Binds { get; }

    /// <summary>First day in force; that of its first source unless it says otherwise.</summary>
    public virtual LocalDate Since => Sources[0].Statute.Since;

    /// <summary>First day no longer in force; null while it is.</summary>
    public virtual LocalDate? Until => Sources[0].Statute.Until;

    /// <summary>Where it holds, with everything below; null for the whole country.</summary>
    public virtual DivisionCode? Division => null;

    /// <summary>Whether it holds on a day at a place.</summary>
    /// <param name="day">A day in Asia/Shanghai.</param>
    /// <param name="place">Division of the place; null when not known: only rules of the whole country hold then.</param>
    public bool Holds(LocalDate day, DivisionCode? place) =>
        Since <= day && (Until is null || day < Until) && (Division is not { } division || (place is { } here && Covers(division, here)));

    /// <summary>Whether a division is, or lies above, another.</summary>
    public static bool Covers(DivisionCode division, DivisionCode place) => division == place || division == place.Prefecture || division == place.Province;

    /// <summary>The code.</summary>
    public sealed override string ToString() => Code;
}

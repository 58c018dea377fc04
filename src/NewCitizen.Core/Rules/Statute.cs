using NodaTime;

namespace NewCitizen.Rules;

/// <summary>A law, regulation, rule or notice that rules rest on (法律法规).</summary>
/// <param name="Key">Stable short name: <c>a–z</c>, <c>0–9</c> and <c>-</c>.</param>
/// <param name="ChineseName">Title as published, such as 居住证暂行条例.</param>
/// <param name="EnglishName">Title in English; a working translation.</param>
/// <param name="Number">Number of the order or notice, such as 国务院令第663号; null where it has none.</param>
/// <param name="Since">First day in force.</param>
/// <param name="Until">First day no longer in force; null while it is.</param>
public sealed record Statute(string Key, string ChineseName, string EnglishName, string? Number, LocalDate Since, LocalDate? Until = null)
{
    /// <summary>The Chinese title.</summary>
    public override string ToString() => ChineseName;
}

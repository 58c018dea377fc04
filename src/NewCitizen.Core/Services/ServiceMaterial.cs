namespace NewCitizen.Services;

/// <summary>A paper a service item asks for (申请材料).</summary>
/// <param name="Code">Short code, unique in its item: 1 to 20 of <c>a–z</c>, <c>0–9</c> and <c>-</c>.</param>
/// <param name="Name">Name in Chinese, 1 to 100 characters.</param>
/// <param name="EnglishName">Name in English; null when there is none.</param>
/// <param name="IsRequired">Whether the case cannot be accepted without it. A paper of an alternative group is required as a group.</param>
/// <param name="Alternative">Papers of one group replace each other, one is enough (任选其一), such as lease or proof of employment; null for none.</param>
/// <param name="Note">Original or copy, how many, where to get it; null for nothing.</param>
public sealed record ServiceMaterial(string Code, string Name, string? EnglishName, bool IsRequired, string? Alternative, string? Note);

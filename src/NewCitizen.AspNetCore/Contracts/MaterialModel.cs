using NewCitizen.Services;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A paper an item asks for (申请材料).</summary>
/// <param name="Code">Code in the item.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="EnglishName">English name.</param>
/// <param name="IsRequired">Whether it is needed; a paper of a group is needed as a group.</param>
/// <param name="Alternative">Group of which one paper is enough.</param>
/// <param name="Note">Original or copy, where to get it.</param>
public sealed record MaterialModel(string Code, string Name, string? EnglishName, bool IsRequired, string? Alternative, string? Note)
{
    internal static MaterialModel Of(ServiceMaterial own) => new(own.Code, own.Name, own.EnglishName, own.IsRequired, own.Alternative, own.Note);
}

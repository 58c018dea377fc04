using NewCitizen.Services;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>What is missing, all at once (一次性告知).</summary>
/// <param name="ItemId">The item.</param>
/// <param name="ReceivedOn">Day the papers came in, Asia/Shanghai.</param>
/// <param name="IsComplete">Whether nothing is missing.</param>
/// <param name="Missing">Each entry is a paper, or papers of which one is enough.</param>
/// <param name="NotAsked">Codes the item does not ask for.</param>
/// <param name="TellUntil">Last day on which the office can say so; absent while a year is not announced.</param>
/// <param name="NotAnnouncedYear">That year.</param>
/// <param name="Basis">What the duty rests on.</param>
public sealed record NoticeModel(
    Guid ItemId, DateOnly ReceivedOn, bool IsComplete, IReadOnlyList<IReadOnlyList<MaterialModel>> Missing, IReadOnlyList<string> NotAsked, DateOnly? TellUntil, int? NotAnnouncedYear, BasisModel Basis)
{
    internal static NoticeModel Of(OneTimeNotice notice) => new(
        notice.Item.Value,
        notice.ReceivedOn.ToDateOnly(),
        notice.IsComplete,
        [.. notice.Missing.Select(paper => (IReadOnlyList<MaterialModel>)[.. paper.AnyOf.Select(MaterialModel.Of)])],
        notice.NotAsked,
        notice.TellUntil.LastDay?.ToDateOnly(),
        notice.TellUntil.NotAnnouncedYear,
        BasisModel.Of(notice.Basis)!);
}

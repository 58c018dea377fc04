using NewCitizen.Queues;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A line of a hall (排队类别).</summary>
/// <param name="Prefix">Letters before the number.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="EnglishName">English name.</param>
/// <param name="ItemIds">Items it is for.</param>
public sealed record QueueLineModel(string Prefix, string Name, string? EnglishName, IReadOnlyList<Guid> ItemIds)
{
    internal static QueueLineModel Of(QueueGroup group) => new(group.Prefix, group.Name, group.EnglishName, [.. group.Items.Select(item => item.Value)]);
}

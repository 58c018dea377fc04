using NewCitizen.Queues;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>People who go before others (优先群体).</summary>
/// <param name="Code">Short code.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="EnglishName">English name.</param>
public sealed record QueuePriorityModel(string Code, string Name, string? EnglishName)
{
    internal static QueuePriorityModel Of(PriorityClass priority) => new(priority.Code, priority.Name, priority.EnglishName);
}

namespace NewCitizen.Queues;

/// <summary>People who go before others (优先群体), such as the elderly and the disabled (国办发〔2020〕45号: halls keep a lane for the elderly).</summary>
/// <param name="Code">Short code, unique in its setup: 1 to 20 of <c>a–z</c>, <c>0–9</c> and <c>-</c>, such as <c>elderly</c>; a booking's quota class of the same code counts as it.</param>
/// <param name="Name">Name shown, 1 to 60 characters.</param>
/// <param name="EnglishName">Name in English; null when there is none.</param>
public sealed record PriorityClass(string Code, string Name, string? EnglishName = null);

namespace NewCitizen.Centres;

/// <summary>Places of each slot kept for a class of people, such as the elderly (预留名额).</summary>
/// <param name="Code">Short code, unique in its plan: 1 to 20 of <c>a–z</c>, <c>0–9</c> and <c>-</c>, such as <c>elderly</c>.</param>
/// <param name="Name">Name shown, 1 to 60 characters.</param>
/// <param name="Places">Places of each slot that nobody else gets, from 1. People of the class may also take an open place.</param>
public sealed record SlotQuota(string Code, string Name, int Places);

using NewCitizen.Errors;

namespace NewCitizen.Residents;

/// <summary>What one feature says to the erasure of a person.</summary>
/// <param name="Erase">Records that go.</param>
/// <param name="Kept">What stays, and why.</param>
/// <param name="Obstacles">Errors that must be settled first.</param>
public sealed record ErasureShare(IReadOnlyList<ErasureItem> Erase, IReadOnlyList<KeptData> Kept, IReadOnlyList<Issue> Obstacles);

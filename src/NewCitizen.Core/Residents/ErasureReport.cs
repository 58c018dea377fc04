using NodaTime;

namespace NewCitizen.Residents;

/// <summary>What was, or would be, erased of a person (删除报告); to hand to whoever asked. Holds no personal value.</summary>
/// <param name="Files">The person's file and the files merged into it.</param>
/// <param name="Erased">Records by kind.</param>
/// <param name="Kept">What stays, and why.</param>
/// <param name="At">When.</param>
public sealed record ErasureReport(IReadOnlyList<ResidentId> Files, IReadOnlyDictionary<string, int> Erased, IReadOnlyList<KeptData> Kept, Instant At);

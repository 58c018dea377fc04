using NewCitizen.Errors;
using NodaTime;

namespace NewCitizen.Maintenance;

/// <summary>What a run of a job did, as it also stands in the store.</summary>
/// <param name="Job">Name of the job.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="StartedAt">When the run began; null if it never ran.</param>
/// <param name="FinishedAt">When it ended; null while it runs.</param>
/// <param name="CompletedAt">When a run last did all there was; null if none ever did.</param>
/// <param name="Figures">Counts by name, such as <c>erased.residents</c>.</param>
/// <param name="Warnings">What somebody should look at; only in the answer of the run itself.</param>
/// <param name="Error">Code of the failure, such as <c>NC3009</c>, or the name of its type.</param>
public sealed record JobReport(
    string Job,
    JobOutcome Outcome,
    Instant? StartedAt,
    Instant? FinishedAt,
    Instant? CompletedAt,
    IReadOnlyDictionary<string, long> Figures,
    IReadOnlyList<Issue> Warnings,
    string? Error);

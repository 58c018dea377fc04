namespace NewCitizen.Audit;

/// <summary>What a run of the sequencer did.</summary>
/// <param name="Signed">Entries this run signed.</param>
/// <param name="Checkpoints">Checkpoints this run wrote.</param>
/// <param name="Last">The last checkpoint of the log, whoever wrote it; null if there is none yet. Keep it outside the store.</param>
public sealed record AuditProgress(long Signed, int Checkpoints, AuditAnchor? Last);

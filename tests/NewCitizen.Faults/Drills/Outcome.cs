using NewCitizen.Faults.Checking;

namespace NewCitizen.Faults.Drills;

/// <summary>A line of the table.</summary>
/// <param name="Fault">What was broken.</param>
/// <param name="Store">On what.</param>
/// <param name="Times">How often.</param>
/// <param name="Verdict">What was found; null if the drill cannot run here.</param>
/// <param name="Note">Anything worth a word.</param>
internal sealed record Outcome(string Fault, string Store, int Times, Verdict? Verdict, string Note = "");

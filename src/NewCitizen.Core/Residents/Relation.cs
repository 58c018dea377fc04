namespace NewCitizen.Residents;

/// <summary>A family tie to another file (家庭关系).</summary>
/// <param name="Other">The other person's file.</param>
/// <param name="Code">What the other is to this person, by GB/T 4761 (<c>1</c> spouse, <c>2</c> son, …).</param>
public sealed record Relation(ResidentId Other, string Code);

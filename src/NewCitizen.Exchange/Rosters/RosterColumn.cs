namespace NewCitizen.Exchange.Rosters;

/// <summary>One column of a roster (列).</summary>
/// <param name="Index">From 0.</param>
/// <param name="Heading">The heading as the office wrote it, in one line.</param>
/// <param name="Field">What it means; <see langword="null"/> for additional information kept under its heading.</param>
public sealed record RosterColumn(int Index, string Heading, RosterField? Field);

namespace NewCitizen.Exchange.Rosters;

/// <summary>What became of the rows of a roster (导入计数). Accepted, refused and duplicate always add up to read.</summary>
/// <param name="Read">Rows that hold anything; blank rows and repeated headings are not among them.</param>
/// <param name="Accepted">Rows that opened a file or added a stay to one.</param>
/// <param name="Refused">Rows with an error; nothing of them was stored.</param>
/// <param name="Duplicate">Rows that say nothing new.</param>
public readonly record struct RosterCounts(long Read, long Accepted, long Refused, long Duplicate);

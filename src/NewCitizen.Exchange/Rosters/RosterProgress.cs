namespace NewCitizen.Exchange.Rosters;

/// <summary>How far an import is (导入进度).</summary>
/// <param name="Counts">Rows settled so far, in the order of the file: each accepted row among them is stored durably.</param>
/// <param name="BytesRead">Bytes of the file read.</param>
/// <param name="TotalBytes">Bytes there are.</param>
public readonly record struct RosterProgress(RosterCounts Counts, long BytesRead, long TotalBytes);

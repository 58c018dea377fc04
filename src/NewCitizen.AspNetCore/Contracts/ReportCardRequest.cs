namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Notes that a card is lost or damaged (挂失、报损).</summary>
/// <param name="IsLost">Lost; else damaged.</param>
public sealed record ReportCardRequest(bool IsLost);

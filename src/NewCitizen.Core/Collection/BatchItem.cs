namespace NewCitizen.Collection;

/// <summary>One report of an offline batch (离线申报).</summary>
/// <param name="Key">Chosen where it was written, unique there: 1 to 64 printable ASCII characters without spaces. Not personal.</param>
/// <param name="Report">The report.</param>
public sealed record BatchItem(string Key, ReportStay Report);

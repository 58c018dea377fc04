namespace NewCitizen.Benchmarks.Floors;

/// <summary>One cell of the table.</summary>
/// <param name="Engine">SQLite or PostgreSQL with its version.</param>
/// <param name="Row">What was done.</param>
/// <param name="Contender">By whom.</param>
/// <param name="PerSecond">Median of the rounds.</param>
/// <param name="Least">Slowest round.</param>
/// <param name="Most">Fastest round.</param>
/// <param name="OfFloor">Median of each round's speed divided by the floor's; 1 for the floor.</param>
/// <param name="OfPeer">The same against EF Core; null without it.</param>
/// <param name="Bytes">Allocated for one operation.</param>
/// <param name="PeakMegabytes">Most resident memory meanwhile; 0 if not measured.</param>
internal sealed record Figure(
    string Engine, string Row, string Contender, double PerSecond, double Least, double Most, double OfFloor, double? OfPeer, double Bytes, double PeakMegabytes);

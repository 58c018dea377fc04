namespace NewCitizen.Benchmarks.Floors;

/// <summary>What one contender did in one turn.</summary>
/// <param name="PerSecond">Operations or rows a second.</param>
/// <param name="Bytes">Allocated for one of them, all threads.</param>
/// <param name="PeakMegabytes">Most resident memory meanwhile; 0 if not measured.</param>
internal readonly record struct Turn(double PerSecond, double Bytes, double PeakMegabytes);

namespace NewCitizen.Benchmarks.Floors;

/// <summary>One cell of the table.</summary>
/// <param name="Engine">SQLite or PostgreSQL with its version.</param>
/// <param name="Row">What was done.</param>
/// <param name="Contender">By whom.</param>
/// <param name="Rounds">Operations or rows a second of each round; places agree between the contenders of a row.</param>
/// <param name="Bytes">Allocated for one operation.</param>
/// <param name="PeakMegabytes">Most resident memory meanwhile; 0 if not measured.</param>
internal sealed record Figure(string Engine, string Row, string Contender, IReadOnlyList<double> Rounds, double Bytes, double PeakMegabytes)
{
    /// <summary>Median of the rounds.</summary>
    public double PerSecond => Median(Rounds);

    /// <summary>Median of each round's speed divided by the other's in the same round.</summary>
    public double Of(Figure other) => Median(Rounds.Zip(other.Rounds, (own, floor) => own / floor));

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }
}

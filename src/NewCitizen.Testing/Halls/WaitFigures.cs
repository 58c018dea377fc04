namespace NewCitizen.Testing.Halls;

/// <summary>Waits of a set of people, in minutes.</summary>
/// <param name="People">How many.</param>
/// <param name="Mean">Mean.</param>
/// <param name="Median">Half waited no longer.</param>
/// <param name="P90">Nine of ten waited no longer.</param>
/// <param name="Longest">The longest.</param>
public sealed record WaitFigures(int People, double Mean, double Median, double P90, double Longest)
{
    internal static WaitFigures Of(IEnumerable<double> minutes)
    {
        var sorted = minutes.Order().ToList();
        return sorted.Count == 0 ? new(0, 0, 0, 0, 0) : new(sorted.Count, sorted.Average(), Quantile(sorted, 0.5), Quantile(sorted, 0.9), sorted[^1]);
    }

    internal static double Quantile(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(share * sorted.Count) - 1 is >= 0 and var place ? place : 0)];
}

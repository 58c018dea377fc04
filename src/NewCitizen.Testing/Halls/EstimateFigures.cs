namespace NewCitizen.Testing.Halls;

/// <summary>How far a way to estimate waits was off, in minutes.</summary>
/// <param name="Estimates">How many people were told a figure.</param>
/// <param name="Median">Half of the errors were no larger.</param>
/// <param name="P90">Nine of ten were no larger.</param>
public sealed record EstimateFigures(int Estimates, double Median, double P90)
{
    internal static EstimateFigures Of(IEnumerable<double> errors)
    {
        var sorted = errors.Select(Math.Abs).Order().ToList();
        return new(sorted.Count, WaitFigures.Quantile(sorted, 0.5), WaitFigures.Quantile(sorted, 0.9));
    }
}

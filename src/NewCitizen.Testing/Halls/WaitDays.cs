namespace NewCitizen.Testing.Halls;

/// <summary>Estimates of several simulated days together.</summary>
/// <param name="MeanWait">Mean wait of those who were told a figure, in minutes.</param>
/// <param name="Estimator">The estimator's errors.</param>
/// <param name="QueueLength">Errors of queue length × mean gap between calls.</param>
/// <param name="HeadOfLine">Errors of the wait of the first in line.</param>
/// <param name="LastCalled">Errors of the wait of the last who was called.</param>
/// <param name="Coverage">Share of the waits inside the range that was told.</param>
public sealed record WaitDays(double MeanWait, EstimateFigures Estimator, EstimateFigures QueueLength, EstimateFigures HeadOfLine, EstimateFigures LastCalled, double Coverage)
{
    /// <summary>Puts days together.</summary>
    /// <param name="days">The days.</param>
    public static WaitDays Pool(IEnumerable<HallDayReport> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var told = days.SelectMany(day => day.People).Where(person => person is { Estimate: not null, CalledAt: not null }).ToList();
        return new(
            told.Count == 0 ? 0 : told.Average(person => person.Wait!.Value.TotalMinutes),
            Errors(person => person.Estimate!.Likely.TotalSeconds),
            Errors(person => person.QueueLengthRule),
            Errors(person => person.HeadOfLineRule),
            Errors(person => person.LastCalledRule),
            told.Count == 0 ? 0 : told.Count(person => person.IsInRange) / (double)told.Count);

        EstimateFigures Errors(Func<SimulatedPerson, double> said) => EstimateFigures.Of(told.Select(person => (person.Wait!.Value.TotalSeconds - said(person)) / 60));
    }
}

using NewCitizen.Queues;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>How a centre runs its lines (排队规则): what a kiosk offers, and the rule of fairness for whoever asks.</summary>
/// <param name="CentreId">The centre.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="PriorityClasses">People who go before others.</param>
/// <param name="MostOvertakes">How many people may at most be called before a walk-in who came earlier.</param>
/// <param name="LongestWaitSeconds">Wait after which a walk-in goes before everybody who has not waited as long.</param>
public sealed record QueueModel(Guid CentreId, IReadOnlyList<QueueLineModel> Lines, IReadOnlyList<QueuePriorityModel> PriorityClasses, int MostOvertakes, int LongestWaitSeconds)
{
    internal static QueueModel Of(QueueSetup setup) => new(
        setup.Centre.Value,
        [.. setup.Groups.Select(QueueLineModel.Of)],
        [.. setup.PriorityClasses.Select(QueuePriorityModel.Of)],
        setup.MostOvertakes,
        (int)setup.LongestWait.TotalSeconds);
}

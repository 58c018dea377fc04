using NewCitizen.Centres;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Queues;

/// <summary>
/// What every call of a day at a centre reads and writes at the version it was read: so calls are one after the other, and the bound of overtakes
/// holds however many windows call at once.
/// </summary>
internal sealed record QueueDay(
    ServiceCentreId Centre, LocalDate Day, Revision Revision, IReadOnlyList<OvertakingCall> Overtaking, IReadOnlyList<WindowCall> Recent, IReadOnlyList<WindowCall> Windows)
{
    public const int MostRecent = 20;

    public QueueDay With(WindowCall call) => this with
    {
        Recent = [call, .. Recent.Where(earlier => earlier.Number != call.Number).Take(MostRecent - 1)],
        Windows = [.. Windows.Where(earlier => earlier.Window != call.Window).Append(call).OrderBy(shown => shown.Window, StringComparer.Ordinal)],
    };
}

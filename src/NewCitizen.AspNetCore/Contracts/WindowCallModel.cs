using NewCitizen.Queues;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A call as the screen shows it (叫号).</summary>
/// <param name="Number">The number.</param>
/// <param name="Window">Label of the window.</param>
/// <param name="At">When it was called, or called again.</param>
/// <param name="Recalls">How often it was called again.</param>
public sealed record WindowCallModel(string Number, string Window, DateTimeOffset At, int Recalls)
{
    internal static WindowCallModel Of(WindowCall call) => new(call.Number, call.Window, call.At.ToDateTimeOffset(), call.Recalls);
}

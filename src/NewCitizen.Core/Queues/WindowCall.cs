using NodaTime;

namespace NewCitizen.Queues;

/// <summary>A call as the screen shows it (叫号).</summary>
/// <param name="Number">The number, such as <c>A001</c>.</param>
/// <param name="Window">Label of the window.</param>
/// <param name="At">When it was called, or called again.</param>
/// <param name="Recalls">How often it was called again.</param>
public sealed record WindowCall(string Number, string Window, Instant At, int Recalls);

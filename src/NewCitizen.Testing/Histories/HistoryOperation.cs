using System.Globalization;

namespace NewCitizen.Testing.Histories;

/// <summary>One call of one client with its two moments.</summary>
/// <param name="Client">Who; one operation at a time.</param>
/// <param name="Invoked">When it was called, as a number that rises with time.</param>
/// <param name="Completed">When it was answered.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reads">What it saw, and the versions it demanded.</param>
/// <param name="Writes">What it wrote.</param>
public sealed record HistoryOperation(
    int Client,
    long Invoked,
    long Completed,
    HistoryOutcome Outcome,
    IReadOnlyList<HistoryRead> Reads,
    IReadOnlyList<HistoryWrite> Writes)
{
    /// <summary>Such as <c>client 3 [10-14] reads a v2, writes a v3</c>.</summary>
    public override string ToString()
    {
        var parts = Reads.Select(read => string.Create(CultureInfo.InvariantCulture, $"reads {read.Key} v{read.Version}"))
            .Concat(Writes.Select(write => string.Create(CultureInfo.InvariantCulture, $"writes {write.Key} v{write.Version}")));
        return string.Create(CultureInfo.InvariantCulture, $"client {Client} [{Invoked}-{Completed}] {string.Join(", ", parts)}");
    }
}

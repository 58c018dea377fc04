using NewCitizen.Queues;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>What a calling screen shows (叫号屏). Numbers and windows only.</summary>
/// <param name="CentreId">Where.</param>
/// <param name="Date">Day, Asia/Shanghai.</param>
/// <param name="Recent">Recent calls, the last first; at most 20.</param>
/// <param name="Windows">The last call of each window, by label.</param>
/// <param name="Waiting">How many wait, by prefix of the line.</param>
public sealed record CallBoardModel(Guid CentreId, DateOnly Date, IReadOnlyList<WindowCallModel> Recent, IReadOnlyList<WindowCallModel> Windows, IReadOnlyDictionary<string, int> Waiting)
{
    internal static CallBoardModel Of(CallBoard board) =>
        new(board.Centre.Value, board.Day.ToDateOnly(), [.. board.Recent.Select(WindowCallModel.Of)], [.. board.Windows.Select(WindowCallModel.Of)], board.Waiting);
}

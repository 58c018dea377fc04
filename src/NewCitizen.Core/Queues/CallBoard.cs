using NewCitizen.Centres;
using NodaTime;

namespace NewCitizen.Queues;

/// <summary>What a calling screen shows (叫号屏). Numbers and windows only.</summary>
/// <param name="Centre">Where.</param>
/// <param name="Day">Day in Asia/Shanghai.</param>
/// <param name="Recent">Recent calls, the last first; at most 20.</param>
/// <param name="Windows">The last call of each window, by label.</param>
/// <param name="Waiting">How many wait, by prefix of the line.</param>
public sealed record CallBoard(ServiceCentreId Centre, LocalDate Day, IReadOnlyList<WindowCall> Recent, IReadOnlyList<WindowCall> Windows, IReadOnlyDictionary<string, int> Waiting);

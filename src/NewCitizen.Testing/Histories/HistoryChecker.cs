using System.Globalization;

namespace NewCitizen.Testing.Histories;

/// <summary>
/// Looks for what no strictly serialisable store can produce (历史检查), after the idea of Elle (Kingsbury and Alvaro, VLDB 2020): versions
/// give the order of writes, so dependencies between operations (write-write, write-read, read-write) are known and not guessed; with the
/// order in real time they must have no cycle.
/// </summary>
public static class HistoryChecker
{
    /// <summary>Checks a history of registers or lists.</summary>
    /// <param name="operations">What the clients did and saw.</param>
    /// <returns>Anomalies; empty if there are none.</returns>
    public static IReadOnlyList<HistoryAnomaly> Check(IReadOnlyList<HistoryOperation> operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        var anomalies = new List<HistoryAnomaly>();
        var seen = operations.Where(operation => operation.Outcome == HistoryOutcome.Done).SelectMany(operation => operation.Reads).Where(read => read.Version > 0).ToList();
        var present = WithUnknownsThatWereSeen(operations, seen);
        var writers = FindWriters(present, anomalies);
        CheckContents(operations, writers, seen, anomalies);
        CheckEnds(operations, writers, anomalies);
        anomalies.AddRange(HistoryGraph.FindCycles(present, writers));
        return anomalies;
    }

    // An operation of unknown outcome took place if somebody saw what only it wrote. It may have taken effect at any time after its call.
    private static List<HistoryOperation> WithUnknownsThatWereSeen(IReadOnlyList<HistoryOperation> operations, List<HistoryRead> seen)
    {
        var numbers = seen.SelectMany(read => read.Content.Select(number => (read.Key, number))).ToHashSet();
        return
        [
            .. operations.Where(operation => operation.Outcome == HistoryOutcome.Done),
            .. operations.Where(operation => operation.Outcome == HistoryOutcome.Unknown
                    && operation.Writes.Any(write => numbers.Contains((write.Key, write.Content[^1]))))
                .Select(operation => operation with { Completed = long.MaxValue }),
        ];
    }

    private static Dictionary<(string Key, long Version), HistoryOperation> FindWriters(List<HistoryOperation> present, List<HistoryAnomaly> anomalies)
    {
        var writers = new Dictionary<(string, long), HistoryOperation>();
        foreach (var operation in present)
        {
            foreach (var write in operation.Writes)
            {
                if (!writers.TryAdd((write.Key, write.Version), operation))
                {
                    anomalies.Add(new(HistoryAnomalyKind.LostUpdate, $"{Name(write.Key, write.Version)} has two writers: {writers[(write.Key, write.Version)]}; {operation}."));
                }
            }
        }

        return writers;
    }

    private static void CheckContents(
        IReadOnlyList<HistoryOperation> operations,
        Dictionary<(string Key, long Version), HistoryOperation> writers,
        List<HistoryRead> seen,
        List<HistoryAnomaly> anomalies)
    {
        var refused = operations.Where(operation => operation.Outcome == HistoryOutcome.Refused)
            .SelectMany(operation => operation.Writes, (operation, write) => (write.Key, Number: write.Content[^1], operation))
            .GroupBy(write => (write.Key, write.Number)).ToDictionary(group => group.Key, group => group.First().operation);
        foreach (var read in seen.DistinctBy(read => (read.Key, read.Version, string.Join(',', read.Content))))
        {
            if (read.Content.Select(number => (read.Key, number)).FirstOrDefault(refused.ContainsKey) is { Key: not null } aborted)
            {
                anomalies.Add(new(HistoryAnomalyKind.AbortedRead, $"{Name(read.Key, read.Version)} was seen with what a refused operation wrote: {refused[aborted]}."));
            }
            else if (!writers.TryGetValue((read.Key, read.Version), out var writer))
            {
                anomalies.Add(new(HistoryAnomalyKind.AbortedRead, $"{Name(read.Key, read.Version)} was seen, and nobody wrote it."));
            }
            else if (!writer.Writes.Single(write => write.Key == read.Key && write.Version == read.Version).Content.SequenceEqual(read.Content))
            {
                anomalies.Add(new(HistoryAnomalyKind.WrongContent, $"{Name(read.Key, read.Version)} was seen as [{string.Join(", ", read.Content)}], which is not what was written: {writer}."));
            }
        }
    }

    // Versions rise by one, so each version below the highest one seen or answered has a writer.
    private static void CheckEnds(
        IReadOnlyList<HistoryOperation> operations, Dictionary<(string Key, long Version), HistoryOperation> writers, List<HistoryAnomaly> anomalies)
    {
        foreach (var key in writers.Keys.GroupBy(place => place.Key, StringComparer.Ordinal))
        {
            var versions = key.Select(place => place.Version).Order().ToList();
            for (var i = 1; i < versions.Count; i++)
            {
                if (versions[i] != versions[i - 1] + 1)
                {
                    anomalies.Add(new(HistoryAnomalyKind.LostUpdate, $"{Name(key.Key, versions[i])} follows {Name(key.Key, versions[i - 1])}: what was between is lost."));
                }
            }

            var last = operations.Where(operation => operation.Outcome == HistoryOutcome.Done && operation.Writes.Count == 0)
                .OrderByDescending(operation => operation.Invoked)
                .SelectMany(operation => operation.Reads, (operation, read) => (operation, read))
                .FirstOrDefault(pair => pair.read.Key == key.Key);
            if (last.read is not null && last.read.Version < versions[^1] && writers[(key.Key, versions[^1])].Completed < last.operation.Invoked)
            {
                anomalies.Add(new(HistoryAnomalyKind.LostUpdate, $"In the end {Name(key.Key, last.read.Version)} was there, not {Name(key.Key, versions[^1])}, which was acknowledged: {writers[(key.Key, versions[^1])]}."));
            }
        }
    }

    private static string Name(string key, long version) => string.Create(CultureInfo.InvariantCulture, $"{key} v{version}");
}

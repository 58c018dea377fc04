namespace NewCitizen.Testing.Histories;

/// <summary>The dependencies between operations, and cycles in them.</summary>
internal sealed class HistoryGraph
{
    private readonly IReadOnlyList<HistoryOperation> _operations;
    private readonly List<(int To, string Why)>[] _edges;

    private HistoryGraph(IReadOnlyList<HistoryOperation> operations, Dictionary<(string Key, long Version), HistoryOperation> writers)
    {
        _operations = operations;

        // Nodes behind the operations are moments: what ended before one comes before what began after it.
        _edges = new List<(int, string)>[operations.Count * 2];
        for (var i = 0; i < _edges.Length; i++)
        {
            _edges[i] = [];
        }

        var places = new Dictionary<HistoryOperation, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < operations.Count; i++)
        {
            places[operations[i]] = i;
        }

        foreach (var (place, writer) in writers)
        {
            if (writers.TryGetValue((place.Key, place.Version + 1), out var next))
            {
                Add(places[writer], places[next], $"{place.Key} was overwritten by");
            }
        }

        for (var i = 0; i < operations.Count; i++)
        {
            foreach (var read in operations[i].Reads)
            {
                if (writers.TryGetValue((read.Key, read.Version), out var writer))
                {
                    Add(places[writer], i, $"{read.Key} was seen by");
                }

                if (writers.TryGetValue((read.Key, read.Version + 1), out var next))
                {
                    Add(i, places[next], $"did not see {read.Key} of");
                }
            }
        }

        AddRealTime();
    }

    public static IEnumerable<HistoryAnomaly> FindCycles(IReadOnlyList<HistoryOperation> operations, Dictionary<(string Key, long Version), HistoryOperation> writers)
    {
        var graph = new HistoryGraph(operations, writers);
        var reported = new HashSet<int>();
        for (var start = 0; start < operations.Count; start++)
        {
            // One report an operation: what else goes wrong there is most often the same.
            if (!reported.Contains(start) && graph.ShortestCycle(start) is { } cycle)
            {
                reported.UnionWith(cycle.Select(step => step.From));
                yield return graph.Describe(cycle);
                if (reported.Count > 50)
                {
                    yield break;
                }
            }
        }
    }

    private void Add(int from, int to, string why)
    {
        if (from != to)
        {
            _edges[from].Add((to, why));
        }
    }

    private void AddRealTime()
    {
        var count = _operations.Count;
        var byEnd = Enumerable.Range(0, count).OrderBy(i => _operations[i].Completed).ToArray();
        for (var k = 0; k < count; k++)
        {
            _edges[byEnd[k]].Add((count + k, string.Empty));
            if (k + 1 < count)
            {
                _edges[count + k].Add((count + k + 1, string.Empty));
            }
        }

        var ends = byEnd.Select(i => _operations[i].Completed).ToArray();
        for (var i = 0; i < count; i++)
        {
            var before = Array.BinarySearch(ends, _operations[i].Invoked);
            before = before < 0 ? ~before - 1 : before - 1;
            if (before >= 0)
            {
                _edges[count + before].Add((i, "ended before"));
            }
        }
    }

    private List<(int From, string Why)>? ShortestCycle(int start)
    {
        var came = new Dictionary<int, (int From, string Why)>();
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var node))
        {
            foreach (var (to, why) in _edges[node])
            {
                if (to == start)
                {
                    return Unroll(came, start, node, why);
                }

                if (came.TryAdd(to, (node, why)))
                {
                    queue.Enqueue(to);
                }
            }
        }

        return null;
    }

    private List<(int From, string Why)> Unroll(Dictionary<int, (int From, string Why)> came, int start, int last, string why)
    {
        var cycle = new List<(int From, string Why)>();
        while (true)
        {
            // Moments lead on the reason of the step out of them.
            if (last < _operations.Count)
            {
                cycle.Add((last, why));
            }

            if (last == start)
            {
                cycle.Reverse();
                return cycle;
            }

            var (from, reason) = came[last];
            why = last < _operations.Count ? reason : why;
            last = from;
        }
    }

    private HistoryAnomaly Describe(List<(int From, string Why)> cycle)
    {
        var inTime = cycle.Exists(step => step.Why == "ended before");
        var misses = cycle.Count(step => step.Why.StartsWith("did not see", StringComparison.Ordinal));
        var overwrites = cycle.Exists(step => step.Why.EndsWith("overwritten by", StringComparison.Ordinal));
        var kind = inTime ? HistoryAnomalyKind.StaleRead
            : misses == 1 && overwrites && cycle.Count == 2 ? HistoryAnomalyKind.LostUpdate
            : HistoryAnomalyKind.Cycle;
        return new(kind, string.Join(" -> ", cycle.Select(step => $"{_operations[step.From]} {step.Why}")) + " the first one.");
    }
}

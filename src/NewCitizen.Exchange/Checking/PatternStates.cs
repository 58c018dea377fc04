namespace NewCitizen.Exchange.Checking;

/// <summary>States of a pattern as it was read; several may hold at once.</summary>
internal sealed class PatternStates
{
    private readonly List<List<(bool[]? Set, int To)>> _steps = [[]];

    public const int Start = 0;

    public int Final { get; set; }

    public int Count => _steps.Count;

    public int Add()
    {
        _steps.Add([]);
        return _steps.Count - 1;
    }

    public void Read(int from, int to, bool[] set) => _steps[from].Add((set, to));

    public void Skip(int from, int to)
    {
        if (from != to)
        {
            _steps[from].Add((null, to));
        }
    }

    /// <summary>The states that hold with these, in order.</summary>
    public SortedSet<int> Close(IEnumerable<int> states)
    {
        var closed = new SortedSet<int>();
        var open = new Stack<int>(states);
        while (open.TryPop(out var state))
        {
            if (closed.Add(state))
            {
                foreach (var (set, to) in _steps[state])
                {
                    if (set is null)
                    {
                        open.Push(to);
                    }
                }
            }
        }

        return closed;
    }

    /// <summary>The states after reading a character.</summary>
    public IEnumerable<int> After(IEnumerable<int> states, int character) =>
        states.SelectMany(state => _steps[state]).Where(step => step.Set is not null && step.Set[character]).Select(step => step.To);
}

using NodaTime;

namespace NewCitizen.Queues;

/// <summary>Plays the rest of a day. Times are seconds from the moment of the question.</summary>
internal sealed class WaitPlays
{
    private const double LongestGap = 120;
    private const double Spread = 600;

    private readonly WaitQuestion _question;
    private readonly List<WaitPerson> _people;
    private readonly int[] _errands;
    private readonly bool[][] _serves;
    private readonly double[][] _pools;
    private readonly double[][] _busyPools;
    private readonly double[] _elapsed;
    private ulong _random;

    public WaitPlays(WaitQuestion question)
    {
        _question = question;
        _people = [.. question.Line, .. question.Expected];
        (_errands, _serves) = Errands();
        var turns = Turns(question.Past);
        var pools = new Dictionary<(string, Services.ServiceItemId), double[]>();
        _pools = [.. _people.Select(person => Pool(person.Group, person.Items[0]))];
        _busyPools = [.. question.Windows.Select(window => window is { BusyGroup: { } group, BusyItem: { } item } ? Pool(group, item) : [])];
        _elapsed = [.. question.Windows.Select(window => window.BusySince is { } since ? (question.Now - since).TotalSeconds : 0)];

        double[] Pool(string group, Services.ServiceItemId item)
        {
            if (!pools.TryGetValue((group, item), out var pool))
            {
                pool = [.. turns.Where(turn => turn.Past.Group == group && turn.Past.Item == item).Select(turn => turn.Seconds)];
                if (pool.Length < WaitEstimator.FewestServed) pool = [.. turns.Where(turn => turn.Past.Group == group).Select(turn => turn.Seconds)];
                if (pool.Length < WaitEstimator.FewestServed) pool = [.. turns.Select(turn => turn.Seconds)];
                pools[(group, item)] = pool;
            }

            return pool;
        }
    }

    /// <summary>One play: the wait in seconds; infinite if no window got to it.</summary>
    public double Run(int play)
    {
        _random = 0x9E3779B97F4A7C15UL * (ulong)(play + 1);
        var samples = new Dictionary<double[], double[]>(ReferenceEqualityComparer.Instance);
        var come = new double[_people.Count];
        var overtaken = new int[_people.Count];

        // Who is there and waits, and who is still to come, by when: time only goes on, so each moves over once.
        var there = new List<int>();
        var coming = new List<int>();
        for (var i = 0; i < _people.Count; i++)
        {
            var person = _people[i];
            overtaken[i] = person.Entry.Overtaken;
            if (person.ComesAt is not { } at)
            {
                there.Add(i);
                continue;
            }

            // Around the booked time, rather before it.
            come[i] = Math.Max(1, (at - _question.Now).TotalSeconds - (Spread * Next()));
            if (Next() < _question.ShowUp) coming.Add(i);
        }

        // Most of those who come in the afternoon are nobody's concern in the morning: put in order only as far as somebody asks.
        var later = new PriorityQueue<int, double>(coming.Select(i => (i, come[i])));
        coming.Clear();
        var came = 0;
        var free = new PriorityQueue<int, (double At, int Window)>(_question.Windows.Count);
        for (var w = 0; w < _question.Windows.Count; w++)
        {
            Free(w, Staffed(w, _busyPools[w].Length == 0 ? 0 : Rest(Sample(_busyPools[w]), _elapsed[w])));
        }

        while (free.TryDequeue(out var window, out var place))
        {
            var time = place.At;
            for (; Coming(came) is { } i && come[i] <= time; came++)
            {
                there.Add(i);
            }

            var (at, basis) = Choose(window, time, there, overtaken);
            if (at < 0)
            {
                // Nobody for it now: it waits for whoever comes next, or is out of the play.
                var next = came;
                while (Coming(next) is { } i && !_serves[window][_errands[i]]) next++;
                if (Coming(next) is { } first) Free(window, Staffed(window, come[first]));
                continue;
            }

            var called = there[at];
            if (called == _question.Who)
            {
                return time;
            }

            there[at] = there[^1];
            there.RemoveAt(there.Count - 1);
            foreach (var i in there)
            {
                if (_serves[window][_errands[i]] && _people[i].Group == _people[called].Group && CallingOrder.Overtakes(_people[called].Entry, basis, _people[i].Entry))
                {
                    overtaken[i]++;
                }
            }

            Free(window, Staffed(window, time + Draw(Sample(_pools[called]))));
        }

        return double.PositiveInfinity;

        int? Coming(int place)
        {
            while (coming.Count <= place && later.TryDequeue(out var i, out _)) coming.Add(i);
            return place < coming.Count ? coming[place] : null;
        }

        void Free(int window, double time)
        {
            if (!double.IsInfinity(time)) free.Enqueue(window, (time, window));
        }

        double[] Sample(double[] pool)
        {
            if (!samples.TryGetValue(pool, out var sample))
            {
                sample = new double[pool.Length];
                for (var i = 0; i < sample.Length; i++) sample[i] = Draw(pool);
                samples[pool] = sample;
            }

            return sample;
        }
    }

    /// <summary>What each person comes for, as a number, and which of these each window serves: few, however many people and windows there are.</summary>
    private (int[] Errands, bool[][] Serves) Errands()
    {
        var known = new List<IReadOnlyList<Services.ServiceItemId>>();
        var errands = new int[_people.Count];
        for (var i = 0; i < errands.Length; i++)
        {
            var items = _people[i].Items;
            errands[i] = known.FindIndex(other => other.SequenceEqual(items));
            if (errands[i] < 0)
            {
                errands[i] = known.Count;
                known.Add(items);
            }
        }

        return (errands, [.. _question.Windows.Select(window => known.Select(items => items.All(window.Items.Contains)).ToArray())]);
    }

    private (int At, CallBasis Basis) Choose(int window, double time, List<int> there, int[] overtaken)
    {
        var (best, bestBasis) = (-1, CallBasis.BeforeTime);
        var now = _question.Now + Duration.FromSeconds(time);
        var lane = _question.Windows[window].IsPriorityLane;
        var serves = _serves[window];
        for (var at = 0; at < there.Count; at++)
        {
            var i = there[at];
            if (!serves[_errands[i]])
            {
                continue;
            }

            var entry = _people[i].Entry with { Overtaken = overtaken[i] };
            var basis = CallingOrder.Basis(entry, lane, now, _question.Rules);
            if (best < 0 || basis < bestBasis || (basis == bestBasis && IsBefore(entry, i, there[best], basis)))
            {
                (best, bestBasis) = (at, basis);
            }
        }

        return (best, bestBasis);
    }

    private bool IsBefore(LineEntry entry, int i, int other, CallBasis basis)
    {
        var order = CallingOrder.Compare(entry, _people[other].Entry, basis);
        return order < 0 || (order == 0 && i < other);
    }

    /// <summary>How long each turn kept its window: to the next call if that came soon, for a clerk does not call at once.</summary>
    private static List<(PastService Past, double Seconds)> Turns(IReadOnlyList<PastService> past)
    {
        var turns = new List<(PastService, double)>();
        foreach (var window in past.GroupBy(turn => turn.Window, StringComparer.Ordinal))
        {
            var order = window.OrderBy(turn => turn.CalledAt).ToList();
            for (var i = 0; i < order.Count; i++)
            {
                var gap = i + 1 < order.Count ? (order[i + 1].CalledAt - order[i].EndedAt).TotalSeconds : LongestGap;
                turns.Add((order[i], (order[i].EndedAt - order[i].CalledAt).TotalSeconds + (gap is >= 0 and < LongestGap ? gap : 0)));
            }
        }

        return turns;
    }

    /// <summary>The first moment from a time on at which a window calls people; infinite if there is none.</summary>
    private double Staffed(int window, double time)
    {
        foreach (var interval in _question.Windows[window].Staffed)
        {
            var until = interval.HasEnd ? (interval.End - _question.Now).TotalSeconds : double.PositiveInfinity;
            if (time < until)
            {
                return Math.Max(time, interval.HasStart ? (interval.Start - _question.Now).TotalSeconds : 0);
            }
        }

        return double.PositiveInfinity;
    }

    // What is left of a turn that has lasted a while: of the turns that lasted longer.
    private double Rest(double[] pool, double elapsed)
    {
        for (var i = 0; i < 12; i++)
        {
            var whole = Draw(pool);
            if (whole > elapsed) return whole - elapsed;
        }

        return Draw(pool) * Next();
    }

    private double Draw(double[] pool) => pool[(int)(Next() * pool.Length)];

    // SplitMix64.
    private double Next()
    {
        _random += 0x9E3779B97F4A7C15UL;
        var z = _random;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}

using NodaTime;

namespace NewCitizen.Queues;

/// <summary>Plays the rest of a day. Times are seconds from the moment of the question.</summary>
internal sealed class WaitPlays
{
    private const double LongestGap = 120;
    private const double Spread = 600;

    private readonly WaitQuestion _question;
    private readonly List<WaitPerson> _people;
    private readonly bool[][] _serves;
    private readonly double[][] _pools;
    private readonly double[][] _busyPools;
    private readonly double[] _elapsed;
    private ulong _random;

    public WaitPlays(WaitQuestion question)
    {
        _question = question;
        _people = [.. question.Line, .. question.Expected];
        _serves = [.. question.Windows.Select(window => _people.Select(person => person.Items.All(window.Items.Contains)).ToArray())];
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
        var waiting = new bool[_people.Count];
        for (var i = 0; i < _people.Count; i++)
        {
            var person = _people[i];
            overtaken[i] = person.Entry.Overtaken;
            waiting[i] = true;
            if (person.ComesAt is { } at)
            {
                // Around the booked time, rather before it.
                come[i] = Math.Max(1, (at - _question.Now).TotalSeconds - (Spread * Next()));
                waiting[i] = Next() < _question.ShowUp;
            }
        }

        var free = new double[_question.Windows.Count];
        for (var w = 0; w < free.Length; w++)
        {
            free[w] = Staffed(w, _busyPools[w].Length == 0 ? 0 : Rest(Sample(_busyPools[w]), _elapsed[w]));
        }

        while (true)
        {
            var window = -1;
            for (var w = 0; w < free.Length; w++)
            {
                if (!double.IsInfinity(free[w]) && (window < 0 || free[w] < free[window])) window = w;
            }

            if (window < 0)
            {
                return double.PositiveInfinity;
            }

            var time = free[window];
            var (next, basis, nextCome) = Choose(window, time, waiting, come, overtaken);
            if (next == _question.Who)
            {
                return time;
            }

            if (next < 0)
            {
                // Nobody for it now: it waits for whoever comes next, or is out of the play.
                free[window] = double.IsInfinity(nextCome) ? nextCome : Staffed(window, nextCome);
                continue;
            }

            waiting[next] = false;
            for (var i = 0; i < _people.Count; i++)
            {
                if (waiting[i] && come[i] <= time && _serves[window][i] && _people[i].Group == _people[next].Group && CallingOrder.Overtakes(_people[next].Entry, basis, _people[i].Entry))
                {
                    overtaken[i]++;
                }
            }

            free[window] = Staffed(window, time + Draw(Sample(_pools[next])));
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

    private (int Next, CallBasis Basis, double NextCome) Choose(int window, double time, bool[] waiting, double[] come, int[] overtaken)
    {
        var (best, bestBasis, nextCome) = (-1, CallBasis.BeforeTime, double.PositiveInfinity);
        var now = _question.Now + Duration.FromSeconds(time);
        var lane = _question.Windows[window].IsPriorityLane;
        for (var i = 0; i < _people.Count; i++)
        {
            if (!waiting[i] || !_serves[window][i])
            {
                continue;
            }

            if (come[i] > time)
            {
                nextCome = Math.Min(nextCome, come[i]);
                continue;
            }

            var entry = _people[i].Entry with { Overtaken = overtaken[i] };
            var basis = CallingOrder.Basis(entry, lane, now, _question.Rules);
            if (best < 0 || basis < bestBasis || (basis == bestBasis && CallingOrder.Compare(entry, _people[best].Entry, basis) < 0))
            {
                (best, bestBasis) = (i, basis);
            }
        }

        return (best, bestBasis, nextCome);
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

using CsCheck;
using NewCitizen.Testing.Histories;

namespace NewCitizen.Testing.Tests.Histories;

/// <summary>Histories written by hand: the bad ones must be called by their names, the good ones must pass.</summary>
public sealed class HistoryCheckerTests
{
    private long _now;

    [Fact]
    public void Check_OneAfterTheOther_IsClean() => Assert.Empty(HistoryChecker.Check(
    [
        Done([Read("a", 0)], [Write("a", 1, 1)]), Done([Read("a", 1, 1)], []), Done([Read("a", 1, 1)], [Write("a", 2, 1, 2)]), Done([Read("a", 2, 1, 2)], []),
    ]));

    [Fact]
    public void Check_OverlappingReadOfTheOldVersion_IsClean()
    {
        var write = Done([Read("a", 0)], [Write("a", 1, 1)], invoked: 10, completed: 20);
        Assert.Empty(HistoryChecker.Check([write, Done([Read("a", 0)], [], invoked: 11, completed: 21), Done([Read("a", 1, 1)], [], invoked: 22, completed: 23)]));
    }

    [Fact]
    public void Check_TwoWritersOfOneVersion_IsALostUpdate() => Finds(HistoryAnomalyKind.LostUpdate,
        Done([Read("a", 0)], [Write("a", 1, 1)]), Done([Read("a", 0)], [Write("a", 1, 2)]));

    [Fact]
    public void Check_WriteOnAnOlderVersionThanDemanded_IsALostUpdate()
    {
        // Both demanded version 1; the second one made version 3 and took the first one's value away.
        var first = Done([Read("a", 1, 1)], [Write("a", 2, 1, 2)], invoked: 10, completed: 20);
        var second = Done([Read("a", 1, 1)], [Write("a", 3, 1, 3)], invoked: 11, completed: 21);
        Finds(HistoryAnomalyKind.LostUpdate, Done([Read("a", 0)], [Write("a", 1, 1)]), first, second);
    }

    [Fact]
    public void Check_VersionMissingInBetween_IsALostUpdate() => Finds(HistoryAnomalyKind.LostUpdate,
        Done([], [Write("a", 1, 1)]), Done([], [Write("a", 3, 1, 3)]));

    [Fact]
    public void Check_AcknowledgedAndGoneInTheEnd_IsALostUpdate() => Finds(HistoryAnomalyKind.LostUpdate,
        Done([], [Write("a", 1, 1)]), Done([], [Write("a", 2, 1, 2)]), Done([Read("a", 1, 1)], []));

    [Fact]
    public void Check_RefusedWriteSeen_IsAnAbortedRead() => Finds(HistoryAnomalyKind.AbortedRead,
        Done([], [Write("a", 1, 1)]), Ended(HistoryOutcome.Refused, [], [Write("a", 2, 1, 2)]), Done([Read("a", 2, 1, 2)], []));

    [Fact]
    public void Check_SeenAndWrittenByNobody_IsAnAbortedRead() => Finds(HistoryAnomalyKind.AbortedRead, Done([Read("a", 4, 9)], []));

    [Fact]
    public void Check_AnotherContentThanWritten_IsWrong() => Finds(HistoryAnomalyKind.WrongContent,
        Done([], [Write("a", 1, 1)]), Done([], [Write("a", 2, 1, 2)]), Done([Read("a", 2, 2)], []));

    [Fact]
    public void Check_ReadThatMissesWhatEndedBefore_IsStale() => Finds(HistoryAnomalyKind.StaleRead,
        Done([], [Write("a", 1, 1)]), Done([], [Write("a", 2, 1, 2)]), Done([Read("a", 1, 1)], []), Done([Read("a", 2, 1, 2)], []));

    [Fact]
    public void Check_ReadThatGoesBackBehindAnEarlierOne_IsStale()
    {
        // The write goes on all the while, so only the two reads tell.
        var write = Done([Read("a", 0)], [Write("a", 1, 1)], invoked: 10, completed: 50);
        Finds(HistoryAnomalyKind.StaleRead, write, Done([Read("a", 1, 1)], [], invoked: 20, completed: 21), Done([Read("a", 0)], [], invoked: 30, completed: 31));
    }

    [Fact]
    public void Check_HalfOfAnotherOperationSeen_IsACycle()
    {
        var both = Done([], [Write("a", 1, 1), Write("b", 1, 1)], invoked: 10, completed: 50);
        Finds(HistoryAnomalyKind.Cycle, both, Done([Read("a", 1, 1), Read("b", 0)], [], invoked: 11, completed: 49));
    }

    [Fact]
    public void Check_WriteSkew_IsACycle()
    {
        var first = Done([Read("a", 0), Read("b", 0)], [Write("a", 1, 1)], invoked: 10, completed: 50);
        var second = Done([Read("a", 0), Read("b", 0)], [Write("b", 1, 2)], invoked: 11, completed: 49);
        Finds(HistoryAnomalyKind.Cycle, first, second);
    }

    [Fact]
    public void Check_LongFork_IsACycle()
    {
        // Two writes at once, and two readers who saw them in different orders.
        Finds(
            HistoryAnomalyKind.Cycle,
            Done([], [Write("a", 1, 1)], invoked: 10, completed: 50),
            Done([], [Write("b", 1, 2)], invoked: 10, completed: 50),
            Done([Read("a", 1, 1), Read("b", 0)], [], invoked: 11, completed: 49),
            Done([Read("a", 0), Read("b", 1, 2)], [], invoked: 12, completed: 48));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Check_UnknownOutcome_MayBeSeenOrNot(bool seen)
    {
        var unknown = Ended(HistoryOutcome.Unknown, [Read("a", 1, 1)], [Write("a", 2, 1, 2)]);
        var read = seen ? Read("a", 2, 1, 2) : Read("a", 1, 1);
        Assert.Empty(HistoryChecker.Check([Done([], [Write("a", 1, 1)]), unknown, Done([read], [])]));
    }

    [Fact]
    public void Check_UnknownSeenAndThenGone_IsStale()
    {
        var unknown = Ended(HistoryOutcome.Unknown, [Read("a", 1, 1)], [Write("a", 2, 1, 2)]);
        Finds(HistoryAnomalyKind.StaleRead, Done([], [Write("a", 1, 1)]), unknown, Done([Read("a", 2, 1, 2)], []), Done([Read("a", 1, 1)], []));
    }

    [Fact]
    public void Check_AnySerialHistory_IsCleanAndOneStaleReadMakesItBad() => Gen.Select(Gen.Int[0, 2].Array[4, 40], Gen.Int[0, 1000]).Sample((keys, place) =>
    {
        var state = new List<long>[] { [], [], [] };
        var history = new List<HistoryOperation>();
        for (var i = 0; i < keys.Length; i++)
        {
            var (name, list) = ($"r{keys[i]}", state[keys[i]]);
            history.Add(Done([new(name, list.Count, [.. list])], i % 3 == 2 ? [] : [new(name, list.Count + 1, [.. list, i])]));
            if (i % 3 != 2)
            {
                list.Add(i);
            }
        }

        Assert.Empty(HistoryChecker.Check(history));
        var stale = history.Where(operation => operation.Writes.Count == 0 && operation.Reads[0].Version > 0).ToList();
        if (stale.Count > 0)
        {
            var victim = stale[place % stale.Count];
            var read = victim.Reads[0];
            history[history.IndexOf(victim)] = victim with { Reads = [read with { Version = read.Version - 1, Content = [.. read.Content.SkipLast(1)] }] };
            Assert.NotEmpty(HistoryChecker.Check(history));
        }
    });

    private static HistoryRead Read(string key, long version, params long[] content) => new(key, version, content);

    private static HistoryWrite Write(string key, long version, params long[] content) => new(key, version, content);

    private static void Finds(HistoryAnomalyKind kind, params HistoryOperation[] operations)
    {
        var anomalies = HistoryChecker.Check(operations);
        Assert.Contains(anomalies, anomaly => anomaly.Kind == kind);
        Assert.All(anomalies, anomaly => Assert.NotEmpty(anomaly.Description));
    }

    private HistoryOperation Done(HistoryRead[] reads, HistoryWrite[] writes, long? invoked = null, long? completed = null) =>
        Ended(HistoryOutcome.Done, reads, writes, invoked, completed);

    private HistoryOperation Ended(HistoryOutcome outcome, HistoryRead[] reads, HistoryWrite[] writes, long? invoked = null, long? completed = null) =>
        new(0, invoked ?? ++_now, completed ?? ++_now, outcome, reads, writes);
}

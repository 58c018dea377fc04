using CsCheck;
using NewCitizen.Queues;
using NodaTime;

namespace NewCitizen.Core.Tests.Queues;

public sealed class CallingOrderTests
{
    private static readonly Instant s_open = Instant.FromUtc(2026, 11, 23, 0, 30);

    // A day of one line: who comes when, with or without a booking or priority; which windows call at which seconds.
    private static readonly Gen<(List<LineEntry> People, List<(int At, bool Lane)> Calls, CallingRules Rules)> s_day =
        Gen.Select(
            Gen.Select(Gen.Int[0, 3600], Gen.Int[0, 9], Gen.Int[-1800, 1800]).List[1, 80],
            Gen.Select(Gen.Int[0, 7200], Gen.Bool).List[1, 120],
            Gen.Int[0, 6],
            Gen.Int[1, 60],
            Gen.Int[0, 20],
            (people, calls, overtakes, wait, early) => (
                people.OrderBy(person => person.Item1).Select((person, i) => Entry(i, person.Item1, person.Item2, person.Item3)).ToList(),
                calls.OrderBy(call => call.Item1).ToList(),
                new CallingRules(overtakes, Duration.FromMinutes(wait), Duration.FromMinutes(early))));

    [Fact]
    public void Next_OverAWholeDay_NobodyIsOvertakenMoreThanTheRulesAllow() => s_day.Sample(day =>
    {
        var waiting = new List<LineEntry>();
        var rest = new Queue<LineEntry>(day.People);
        foreach (var (at, lane) in day.Calls)
        {
            var now = s_open + Duration.FromSeconds(at);
            while (rest.TryPeek(out var next) && next.TakenAt <= now) waiting.Add(rest.Dequeue());
            if (CallingOrder.Next(waiting, lane, now, day.Rules) is not { } call)
            {
                Assert.Empty(waiting);
                continue;
            }

            var called = waiting[call.Index];
            if (lane && waiting.Exists(entry => entry.IsPriority)) Assert.True(called.IsPriority);
            if (call.Basis != CallBasis.PriorityLane)
            {
                // Who has waited too long is not passed by anybody who came later.
                Assert.DoesNotContain(waiting, entry => entry.IsProtected && entry.Arrival < called.Arrival && now - entry.TakenAt >= day.Rules.LongestWait);
            }

            waiting.RemoveAt(call.Index);
            for (var i = 0; i < waiting.Count; i++)
            {
                if (CallingOrder.Overtakes(called, call.Basis, waiting[i])) waiting[i] = waiting[i] with { Overtaken = waiting[i].Overtaken + 1 };
                Assert.True(waiting[i].Overtaken <= day.Rules.MostOvertakes);
            }
        }
    });

    [Fact]
    public void Next_WhateverTheOrderOfTheList_GivesTheSamePerson() => Gen.Select(s_day, Gen.Int[0, 7200], Gen.Bool, Gen.Int).Sample((day, at, lane, seed) =>
    {
        var now = s_open + Duration.FromSeconds(at);
        var shuffled = day.People.OrderBy(entry => unchecked((entry.Arrival * 2654435761) ^ seed)).ToList();
        Assert.Equal(day.People[CallingOrder.Next(day.People, lane, now, day.Rules)!.Value.Index], shuffled[CallingOrder.Next(shuffled, lane, now, day.Rules)!.Value.Index]);
    });

    [Fact]
    public void Next_WalkInsOnly_FirstComeFirstServed() => s_day.Sample(day =>
    {
        var walkIns = day.People.Where(entry => entry.IsProtected).ToList();
        Assert.Equal(walkIns.Count == 0 ? null : 0, CallingOrder.Next(walkIns, false, s_open, day.Rules)?.Index);
    });

    [Fact]
    public void Next_Nobody_IsNull() => Assert.Null(CallingOrder.Next([], false, s_open, new CallingRules(1, Duration.FromMinutes(1), Duration.Zero)));

    private static LineEntry Entry(int arrival, int at, int kind, int shift)
    {
        var taken = s_open + Duration.FromSeconds(at);
        return new(arrival, kind < 4 ? TicketClass.Booked : TicketClass.WalkIn, kind == 9, taken, kind < 4 ? taken + Duration.FromSeconds(shift) : null, 0);
    }
}

using NewCitizen.Agencies;
using NewCitizen.Relays;
using NewCitizen.Storage;
using NewCitizen.Testing.InMemory;
using NodaTime;
using NodaTime.Testing;

namespace NewCitizen.Core.Tests.Relays;

/// <summary>A store, a receiver, and relays between them, in a time that moves only when told.</summary>
internal sealed class RelayBench
{
    public static readonly RecordKind Kind = new("bench_thing", "A thing of the bench", [], []);
    public static readonly AgencyId[] Agencies = [AgencyId.Parse("east"), AgencyId.Parse("north"), AgencyId.Parse("west")];

    public RelayBench()
    {
        Memory = new InMemoryRecordStore(Clock);
        Store = new FlakyStore(Memory);
    }

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 22, 4, 0));

    public SteadyTime Time { get; } = new();

    public CountedIds Ids { get; } = new();

    public InMemoryRecordStore Memory { get; }

    public FlakyStore Store { get; }

    public ScriptedSink Sink { get; } = new();

    public RelayOptions Options { get; } = new() { BatchSize = 5 };

    /// <summary>What was written, in the order of the feed.</summary>
    public List<(AgencyId Agency, FeedPosition Position)> Written { get; } = [];

    public ChangeRelay Start(string name = "bus", IChangeSink? sink = null) => new(name, sink ?? Sink, Store, Memory, Options, Clock, Ids, Time);

    public async Task<FeedPosition> WriteAsync(int agency = 0, long record = 1, bool asEvent = false)
    {
        var batch = new WriteBatch(Agencies[agency]);
        batch = asEvent
            ? batch.Emit(new DomainEvent("things.happened", new RecordKey(Agencies[agency], Kind, CountedIds.Of(record)), "{\"n\":1}"u8.ToArray()))
            : batch.Put(Kind, CountedIds.Of(record), ExpectedVersion.Any, [], "{}"u8.ToArray());
        var position = (await Memory.CommitAsync(batch, default)).Position;
        Written.Add((Agencies[agency], position));
        return position;
    }

    public async Task WriteManyAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await WriteAsync(i % Agencies.Length, i + 1);
        }
    }

    /// <summary>Steps until nothing is left to do.</summary>
    public async Task<RelayStep> DrainAsync(ChangeRelay relay)
    {
        for (var i = 0; i < 1000; i++)
        {
            var step = await relay.StepAsync(default);
            if (step.State is RelayState.Idle or RelayState.NeedsFullCopy or RelayState.Refused) return step;
            if (step.Wait > Duration.Zero) Pass(step.Wait);
        }

        throw new InvalidOperationException("The relay does not come to rest.");
    }

    public void Pass(Duration by)
    {
        Clock.Advance(by);
        Time.Advance(by.ToTimeSpan());
    }

    public async Task<RelayPosition> PositionAsync(string name = "bus") => (await RelayPositions.ListAsync(Memory, default)).Single(position => position.Name == name);
}

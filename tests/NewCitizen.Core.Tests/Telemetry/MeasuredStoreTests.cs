using System.Diagnostics;
using NewCitizen.Agencies;
using NewCitizen.Housing;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NewCitizen.Testing.InMemory;
using NewCitizen.Testing.Synthetic;
using NodaTime;

namespace NewCitizen.Core.Tests.Telemetry;

[Collection(TelemetryCollection.Name)]
public sealed class MeasuredStoreTests : IDisposable
{
    private static readonly AgencyId s_west = AgencyId.Parse("west");

    private readonly InMemoryRecordStore _inner = new(SystemClock.Instance);
    private readonly TestOffice _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task CommitAsync_WhileListening_TellsKindsCountStatusAndAction()
    {
        using var heard = new TelemetryRecorder();
        var first = await _office.RegisterAsync(TestOffice.Person());
        await _office.Residents.RegisterAsync(_office.West, TestOffice.Person(), null, default);

        var spans = heard.Spans.Where(span => span.OperationName == "newcitizen.store.commit").OrderBy(span => span.StartTimeUtc).ToList();
        Assert.NotNull(first);
        Assert.Equal("resident,standard_address", spans[0].GetTagItem("db.collection.name"));
        Assert.Equal(2, spans[0].GetTagItem("db.operation.batch.size"));
        Assert.Equal("committed", spans[0].GetTagItem("newcitizen.commit.status"));
        Assert.Equal("resident.register,address.add".Split(',').Order(), ((string)spans[0].GetTagItem("newcitizen.actions")!).Split(',').Order());
        Assert.Equal("in-memory", spans[0].GetTagItem("db.system.name"));
        Assert.Equal("west", spans[0].GetTagItem("newcitizen.agency"));
        Assert.Equal("not_unique", spans[1].GetTagItem("newcitizen.commit.status"));
        Assert.All(spans, span => Assert.Equal("newcitizen.resident.register", span.Parent?.OperationName));

        Assert.Contains(heard.Measures, measure => measure.Name == "newcitizen.store.commits" && measure["newcitizen.commit.status"] == "not_unique" && measure.Value == 1);
        var duration = Assert.Single(heard.Measures, measure => measure.Name == "newcitizen.store.operation.duration" && measure["newcitizen.commit.status"] == "committed");
        Assert.InRange(duration.Value, 0, 60);
        Assert.Equal("commit", duration["db.operation.name"]);
        Assert.Null(duration["newcitizen.agency"]);
    }

    [Fact]
    public async Task EveryCall_WhileListening_LeavesASpanAndADuration()
    {
        using var heard = new TelemetryRecorder();
        var store = new MeasuredStore(_inner);
        var key = new RecordKey(s_west, ResidentKind.Kind, new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
        await store.GetAsync(key, default);
        await store.GetManyAsync([key], default);
        await store.QueryAsync(new RecordQuery(s_west, ResidentKind.Kind), default);
        await store.CommitAsync(new WriteBatch(s_west), default);
        await store.ReadChangesAsync(null, FeedPosition.Start, 10, default);
        await store.ReadAuditAsync(null, FeedPosition.Start, 10, default);
        await store.LoadAsync(AsyncEnumerable.Empty<StoredRecord>(), BulkMode.Upsert, _ => throw new InvalidOperationException(), default);
        await store.PurgeAsync(new PurgeRequest(s_west, ResidentKind.Kind, "last_stay_ended_on", FieldValue.Date(new LocalDate(2020, 1, 1)), 10), _ => throw new InvalidOperationException(), default);
        await store.TrimChangesAsync(FeedPosition.Start, default);
        await store.ForgetRequestKeysAsync(Instant.MinValue, default);
        await store.CheckAsync(default);

        string[] calls = ["audit", "bulk", "check", "commit", "feed", "forget", "get", "get_many", "purge", "query", "trim"];
        Assert.Equal(calls, heard.Spans.Select(span => span.OperationName["newcitizen.store.".Length..]).Order(StringComparer.Ordinal));
        Assert.Equal(calls, heard.Measures.Where(measure => measure.Name == "newcitizen.store.operation.duration").Select(measure => measure["db.operation.name"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AnyCall_ThatFails_TellsTheCodeOnly()
    {
        using var heard = new TelemetryRecorder();
        var store = new MeasuredStore(_inner);
        var batch = new WriteBatch(s_west);
        for (var i = 0; i < 1001; i++)
        {
            batch.Check(ResidentKind.Kind, new Guid(i, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), ExpectedVersion.Missing);
        }

        await Assert.ThrowsAsync<ArgumentException>(async () => await store.CommitAsync(batch, default));

        var span = Assert.Single(heard.Spans);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Null(span.StatusDescription);
        Assert.Equal("ArgumentException", span.GetTagItem("error.type"));
        Assert.Equal("ArgumentException", Assert.Single(heard.Measures)["error.type"]);
    }

    [Fact]
    public void Calls_WhileNobodyListens_AllocateNothingMore()
    {
        var store = new MeasuredStore(_inner);
        var key = new RecordKey(s_west, ResidentKind.Kind, default);
        var plain = Allocated(_inner, key);
        var measured = Allocated(store, key);

        Assert.Equal(plain, measured);
        using var heard = new TelemetryRecorder();
        Assert.True(Allocated(store, key) > plain, "the test would not see an allocation");

        static long Allocated(IRecordStore store, RecordKey key)
        {
            Read(store, key, 100);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Read(store, key, 1000);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        static void Read(IRecordStore store, RecordKey key, int times)
        {
            for (var i = 0; i < times; i++)
            {
                var read = store.GetAsync(key, default);
                Assert.True(read.IsCompletedSuccessfully && read.Result is null);
            }
        }
    }

    [Fact]
    public async Task WholeScenario_WhileListening_LetsNoPersonalValueOut()
    {
        const int People = 40;
        using var heard = new TelemetryRecorder();
        var secrets = new List<string>();
        var places = new List<string> { "天津经济技术开发区第三大街16号", "睦宁路28号" };
        ResidentId? before = null;
        foreach (var (i, person) in new SyntheticPeople(7).Take(People).Index())
        {
            secrets.AddRange([person.Name, person.DocumentNumber, person.Mobile, person.Employer]);
            var outcome = await _office.Residents.RegisterAsync(
                _office.West,
                new RegisterResident
                {
                    Name = person.Name,
                    Document = new StatedDocument { Number = person.DocumentNumber },
                    Phone = person.Mobile,
                    Employer = person.Employer,
                    Residence = new StatedResidence { Address = places[i % 2], RegisteredOn = new LocalDate(2026, 11, 1) },
                    Source = new RecordSource("counter"),
                },
                null,
                default);
            if (outcome.Value is not { } registered)
            {
                continue;
            }

            await _office.Residents.SearchAsync(_office.West, new ResidentSearch { Name = person.Name }, default);
            await _office.Residents.SearchAsync(_office.West, new ResidentSearch { Phone = person.Mobile }, default);
            await _office.Residents.ReadFullAsync(_office.West.For("来访核实"), registered.Id, default);
            var changed = (await _office.Residents.AddPhoneAsync(_office.West, registered.Id, registered.Revision, "13900000000", default)).Require();
            if (before is { } other)
            {
                await _office.Residents.AddRelationAsync(_office.West, registered.Id, changed.Revision, other, "1", default);
            }

            await _office.Residents.TimelineAsync(_office.West, registered.Id, default);
            before = registered.Id;
        }

        secrets.AddRange(["13900000000", .. places, "来访核实"]);
        await LetARoomAsync(secrets, before!.Value);

        var texts = heard.Texts().ToList();
        Assert.True(texts.Count > People * 10);
        Assert.Contains(texts, text => text == "newcitizen.actions=occupancy.move-in");
        Assert.DoesNotContain(texts, text => secrets.Exists(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)));

        // Ids are not personal, but no backend of telemetry needs them.
        Assert.DoesNotContain(texts, text => Guid.TryParse(text.Split('=')[^1], out _));
    }

    private async Task LetARoomAsync(List<string> secrets, ResidentId tenant)
    {
        secrets.AddRange(["王房东", "13811112222"]);
        var home = (await _office.Housing.AddPropertyAsync(
            _office.West, new AddRentalProperty { Address = "睦宁路28号", LandlordName = "王房东", LandlordPhone = "13811112222" }, null, default)).Require();
        var room = (await _office.Housing.AddRoomAsync(_office.West, new AddRoom(home.Id, "101", RoomUse.Bedroom, 12, [], null), default)).Require();
        var stay = (await _office.Housing.MoveInAsync(_office.West, new MoveIn(tenant, room.Id, null, null, new LocalDate(2026, 11, 2)), default)).Require();
        (await _office.Housing.MoveOutAsync(_office.West, stay.Id, new LocalDate(2026, 11, 20), default)).Require();
    }
}

using System.Text;
using System.Text.Json;
using NewCitizen.Agencies;
using NewCitizen.Relays;
using NewCitizen.Storage;

namespace NewCitizen.Core.Tests.Relays;

public sealed class ChangeMessageTests
{
    private static readonly Guid s_stream = Guid.Parse("0198c0de-0000-7000-8000-000000000001");

    private static ChangeEntry Entry(ChangeType type = ChangeType.Put, string? eventType = null, string payload = "") => new(
        new FeedPosition(7, 42), type, AgencyId.Parse("teda"), "resident", Guid.Parse("0190f3c2-0000-7000-8000-00000000002a"), 5, eventType, Encoding.UTF8.GetBytes(payload));

    // These bytes stand in docs/exchange/events.md.
    [Fact]
    public void Json_OfAWrite_IsTheDocumentedEvent() => Assert.Equal(
        "{\"specversion\":\"1.0\",\"id\":\"ae0b5925-5430-8ff3-9d60-1a83ff935250\",\"source\":\"urn:newcitizen:feed/0198c0de-0000-7000-8000-000000000001\","
        + "\"type\":\"cn.newcitizen.resident.put\",\"subject\":\"teda/resident/0190f3c2-0000-7000-8000-00000000002a\","
        + "\"sequence\":\"0000000000000000007-0000000000000000042\",\"agency\":\"teda\",\"recordkind\":\"resident\","
        + "\"recordid\":\"0190f3c2-0000-7000-8000-00000000002a\",\"datacontenttype\":\"application/json\",\"data\":{\"version\":5}}",
        Encoding.UTF8.GetString(ChangeMessage.Create(Entry(), "urn:newcitizen:feed", s_stream).Json.Span));

    [Theory]
    [InlineData(ChangeType.Put, null, "cn.newcitizen.resident.put")]
    [InlineData(ChangeType.Deleted, null, "cn.newcitizen.resident.deleted")]
    [InlineData(ChangeType.Event, "residents.merged", "cn.newcitizen.residents.merged")]
    public void Type_NamesWhatHappened(ChangeType type, string? eventType, string expected) =>
        Assert.Equal(expected, ChangeMessage.Create(Entry(type, eventType), "s", s_stream).Type);

    [Theory]
    [InlineData("{\"n\":1}", "data", "{\"n\":1}")]
    [InlineData("{\"n\":", "data_base64", "\"eyJuIjo=\"")]
    [InlineData("{} {}", "data_base64", "\"e30ge30=\"")]
    [InlineData("\uFFFF{", "data_base64", "\"77+/ew==\"")]
    public void Json_OfAPayload_KeepsIt(string payload, string member, string expected)
    {
        using var json = JsonDocument.Parse(ChangeMessage.Create(Entry(ChangeType.Event, "x.y", payload), "s", s_stream).Json);
        Assert.Equal(expected, json.RootElement.GetProperty(member).GetRawText());
    }

    [Fact]
    public void Id_IsTheSameForTheSameEntryAndNoOther()
    {
        var id = ChangeMessage.Create(Entry(), "s", s_stream).Id;
        Assert.Equal(id, ChangeMessage.Create(Entry(), "other", s_stream, replayed: true).Id);
        Assert.NotEqual(id, ChangeMessage.Create(Entry() with { Position = new FeedPosition(7, 43) }, "s", s_stream).Id);
        Assert.NotEqual(id, ChangeMessage.Create(Entry() with { Position = new FeedPosition(74, 2) }, "s", s_stream).Id);
        Assert.NotEqual(id, ChangeMessage.Create(Entry(), "s", Guid.Empty).Id);
    }

    [Fact]
    public void Sequence_SortsAsPositionsDo()
    {
        string Of(long epoch, long sequence) => ChangeMessage.Create(Entry() with { Position = new FeedPosition(epoch, sequence) }, "s", s_stream).Sequence;
        string[] sorted = [Of(0, 9), Of(0, 10), Of(1, 1), Of(9, 99), Of(10, 0), Of(long.MaxValue, long.MaxValue)];
        Assert.Equal(sorted.Order(StringComparer.Ordinal), sorted);
    }

    [Fact]
    public async Task Messages_OfAWorkingOffice_HoldNothingPersonal()
    {
        using var office = new TestOffice();
        var first = await office.RegisterAsync(TestOffice.Person());
        await office.RegisterAsync(TestOffice.Person("李四", TestOffice.OtherNumber));
        var stay = (await office.FullAsync(first.Id)).Registrations[0].Id;
        await office.Residents.EndResidenceAsync(office.West, first.Id, first.Revision, stay, office.Today, default);

        var sink = new ScriptedSink();
        using var relay = new ChangeRelay("bus", sink, office.Store, office.Get<IChangeFeed>(), new RelayOptions(), office.Clock, new CountedIds());
        await relay.StepAsync(default);

        Assert.True(sink.Seen.Count >= 3);
        foreach (var text in sink.Seen.Select(message => Encoding.UTF8.GetString(message.Json.Span)))
        {
            foreach (var personal in (string[])["张三", "李四", TestOffice.Number, TestOffice.OtherNumber, "第三大街", "1949-12-31"])
            {
                Assert.DoesNotContain(personal, text, StringComparison.Ordinal);
            }
        }
    }
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using NewCitizen.Agencies;
using NewCitizen.Privacy;
using NewCitizen.Storage;

namespace NewCitizen.Core.Tests.Privacy;

public sealed class ProtectionScopeTests : IDisposable
{
    private static readonly RecordKind s_kind = new("sample", "A sample.", [], []);
    private static readonly RecordKey s_key = new(AgencyId.Parse("teda"), s_kind, new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
    private readonly EphemeralKeyRing _keys = new();
    private readonly FieldProtector _protector;

    public ProtectionScopeTests() => _protector = new FieldProtector(_keys);

    public void Dispose()
    {
        _protector.Dispose();
        _keys.Dispose();
    }

    private byte[] Write(SampleRecord record, int schemaVersion = 1)
    {
        using (ProtectionScope.Enter(_protector, s_key, schemaVersion))
        {
            return JsonSerializer.SerializeToUtf8Bytes(record, SampleJson.Default.SampleRecord);
        }
    }

    private SampleRecord Read(byte[] body, RecordKey? key = null, int schemaVersion = 1)
    {
        using (ProtectionScope.Enter(_protector, key ?? s_key, schemaVersion))
        {
            return JsonSerializer.Deserialize(body, SampleJson.Default.SampleRecord)!;
        }
    }

    private static SampleRecord Sample() => new()
    {
        Name = new ProtectedText("买买提·艾力"),
        School = "天津大学",
        Documents = [new("citizen", 12011619900307123), new("passport", null), new("permit", 42)],
        Stays = 3,
    };

    [Fact]
    public void Serialize_SampleRecord_ComesBackAndHoldsNoPlainText()
    {
        var body = Write(Sample());
        var read = Read(body);
        Assert.Equal("买买提·艾力", read.Name.Reveal());
        Assert.Null(read.Address);
        Assert.Equal("天津大学", read.School);
        Assert.Equal(Sample().Documents, read.Documents);
        var text = Encoding.UTF8.GetString(body);
        Assert.Contains("\"Stays\":3", text, StringComparison.Ordinal);
        Assert.DoesNotContain("买买提", System.Text.RegularExpressions.Regex.Unescape(text), StringComparison.Ordinal);
        Assert.DoesNotContain("12011619900307123", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Serialize_TextsOfAnyLength_ComeBack() =>
        Gen.String[0, 3000].Where(text => !text.Any(char.IsSurrogate)).Sample(
            text =>
            {
                var body = Write(new SampleRecord { Name = new ProtectedText(text), Address = ProtectedText.From(text), School = text });
                var read = Read(body);
                return read.Name.Reveal() == text && read.Address?.Reveal() == text && read.School == text;
            },
            iter: 300,
            seed: "0000KOIPe036");

    [Fact]
    public void Serialize_WithoutScope_ThrowsAndWritesNothing()
    {
        var error = Assert.Throws<InvalidOperationException>(() => JsonSerializer.Serialize(Sample(), SampleJson.Default.SampleRecord));
        Assert.DoesNotContain("买买提", error.ToString(), StringComparison.Ordinal);
        Write(Sample());
        Assert.Throws<InvalidOperationException>(() => JsonSerializer.Serialize(Sample(), SampleJson.Default.SampleRecord));
    }

    [Fact]
    public void Deserialize_ValueMovedToAnotherField_IsRefused()
    {
        var json = JsonNode.Parse(Write(Sample()))!;
        json["Address"] = json["Name"]!.DeepClone();
        var error = Assert.Throws<ProtectionException>(() => Read(Encoding.UTF8.GetBytes(json.ToJsonString())));
        Assert.Equal(PrivacyErrors.Altered, error.Code);
        Assert.Contains("address", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deserialize_AnyTwoValuesOfAListExchanged_IsRefused()
    {
        var body = Write(new SampleRecord { Documents = [new("a", 1), new("b", 2), new("c", 3), new("d", 4)] });
        for (var i = 0; i < 4; i++)
        {
            for (var j = i + 1; j < 4; j++)
            {
                var json = JsonNode.Parse(body)!;
                var documents = json["Documents"]!;
                var first = documents[i]!["Number"]!.DeepClone();
                documents[i]!["Number"] = documents[j]!["Number"]!.DeepClone();
                documents[j]!["Number"] = first;
                Assert.Throws<ProtectionException>(() => Read(Encoding.UTF8.GetBytes(json.ToJsonString())));
            }
        }
    }

    [Fact]
    public void Deserialize_BodyOfAnotherRecordAgencyOrVersion_IsRefused()
    {
        var body = Write(Sample());
        Assert.Throws<ProtectionException>(() => Read(body, s_key with { Id = new Guid(9, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) }));
        Assert.Throws<ProtectionException>(() => Read(body, s_key with { Agency = AgencyId.Parse("jizhou") }));
        Assert.Throws<ProtectionException>(() => Read(body, s_key with { Kind = new RecordKind("other", "Other.", [], []) }));
        Assert.Throws<ProtectionException>(() => Read(body, schemaVersion: 2));
    }

    [Theory]
    [InlineData("\"张三\"")]
    [InlineData("\"AQEAAQ==\"")]
    [InlineData("5")]
    [InlineData("\"!!!!\"")]
    [InlineData("{}")]
    public void Deserialize_PlainValueInAProtectedPlace_IsRefusedWithoutQuotingIt(string value)
    {
        var error = Assert.Throws<ProtectionException>(() => Read(Encoding.UTF8.GetBytes("{\"Name\":" + value + "}")));
        Assert.Equal(PrivacyErrors.NotProtected, error.Code);
        Assert.DoesNotContain("张三", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Deserialize_EscapedBase64_ComesBack()
    {
        var text = Encoding.UTF8.GetString(Write(Sample())).Replace("+", "\\u002b", StringComparison.Ordinal).Replace("/", "\\/", StringComparison.Ordinal);
        Assert.Equal("天津大学", Read(Encoding.UTF8.GetBytes(text)).School);
    }

    [Fact]
    public void Enter_InsideAnotherScope_InnerCountsAndOuterComesBack()
    {
        using (ProtectionScope.Enter(_protector, s_key))
        {
            var inner = Write(Sample(), schemaVersion: 7);
            Assert.Equal("天津大学", Read(inner, schemaVersion: 7).School);
            var outer = JsonSerializer.SerializeToUtf8Bytes(Sample(), SampleJson.Default.SampleRecord);
            Assert.Equal("天津大学", Read(outer).School);
        }
    }

    [Fact]
    public void Enter_AfterAFailedRead_StartsAfresh()
    {
        var body = Write(Sample());
        Assert.Throws<ProtectionException>(() => Read(body, schemaVersion: 2));
        Assert.Equal("天津大学", Read(body).School);
    }

    [Fact]
    public async Task Serialize_FromManyThreads_ComesBack()
    {
        await Parallel.ForAsync(0, 64, (_, _) =>
        {
            for (var i = 0; i < 200; i++)
            {
                Assert.Equal("天津大学", Read(Write(Sample())).School);
            }

            return ValueTask.CompletedTask;
        });
    }

    [Fact]
    public void ToString_OfProtectedText_ShowsNothing()
    {
        Assert.Equal("***", $"{new ProtectedText("天津市河西区")}");
        Assert.Equal(string.Empty, default(ProtectedText).ToString());
    }
}

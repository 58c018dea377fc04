using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using NewCitizen.Exchange.V1;

namespace NewCitizen.Exchange.Tests.Documents;

public class RoundTripTests
{
    [Fact]
    public void Resident_WrittenReadAndWritten_IsTheSameAndFitsTheSchema() => DocumentGen.Resident.Sample(line =>
    {
        var written = JsonSerializer.SerializeToUtf8Bytes(line, ExchangeJson.Default.ResidentLine);
        var again = JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(written, ExchangeJson.Default.ResidentLine), ExchangeJson.Default.ResidentLine);
        Assert.Equal(written, again);
        Assert.DoesNotContain(Checkers.Resident.CheckLine(written), issue => issue.Keyword is not null);
    }, seed: "0000KOIPe036", iter: 1000);

    [Fact]
    public void UnknownMembers_AtEveryLevel_AreWrittenAgain()
    {
        var text = System.Text.Encoding.UTF8.GetString(Checkers.ValidLine)
            .Replace("{\"k\":", "{\"newer\":{\"a\":[1,2.50,\"中\"]},\"k\":", StringComparison.Ordinal)
            .Replace("\"sex\":", "\"shoeSize\":\"42\",\"sex\":", StringComparison.Ordinal)
            .Replace("\"kind\":", "\"issuer\":\"局\",\"kind\":", StringComparison.Ordinal);
        var line = JsonSerializer.Deserialize(text, ExchangeJson.Default.ResidentLine)!;

        Assert.Equal("42", line.D!.Overflow!["shoeSize"].GetString());
        var again = JsonSerializer.Serialize(line, ExchangeJson.Default.ResidentLine);
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(text).RootElement, JsonDocument.Parse(again).RootElement));
    }

    [Fact]
    public void MergeAndDelete_ReadAndWritten_AreTheSame()
    {
        foreach (var text in File.ReadAllLines(RepositoryFiles.PathOf("samples", "partner-node", "valid", "residents.ndjson")))
        {
            var line = JsonSerializer.Deserialize(text, ExchangeJson.Default.ResidentLine)!;
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                JsonSerializer.Serialize(writer, line, ExchangeJson.Default.ResidentLine);
            }

            Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(text).RootElement, JsonDocument.Parse(stream.ToArray()).RootElement));
        }
    }

    [Theory]
    [InlineData("""{"k":"a","k":"b","v":1,"op":"delete","at":"2026-11-22T10:00:00+08:00"}""")]
    [InlineData("""{"k":"a","v":"1","op":"delete","at":"2026-11-22T10:00:00+08:00"}""")]
    [InlineData("""{"k":"a","v":1,"op":"delete"}""")]
    [InlineData("""{"k":null,"v":1,"op":"delete","at":"2026-11-22T10:00:00+08:00"}""")]
    [InlineData("""{"k":"a","v":1,"op":"delete","at":"2026-11-22"}""")]
    [InlineData("""{"k":"a","v":1,"op":"delete","at":"2026-11-22T10:00:00+08:00",}""")]
    [InlineData("""{"k":"a","v":NaN,"op":"delete","at":"2026-11-22T10:00:00+08:00"}""")]
    public void Deserialize_Strict_Throws(string text) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(text, ExchangeJson.Default.ResidentLine));

    [Fact]
    public void ToString_AnyObject_TellsNoValue()
    {
        var line = JsonSerializer.Deserialize(Checkers.ValidLine, ExchangeJson.Default.ResidentLine)!;
        Assert.Equal("ResidentDocument", line.D!.ToString());
        Assert.DoesNotContain("138", $"{line}{line.D.Phones![0]}{line.D.Names[0]}{line.D.Documents[0]}", StringComparison.Ordinal);
    }
}

using System.Text.Json.Serialization;
using NewCitizen.Privacy;

namespace NewCitizen.Core.Tests.Privacy;

// How a feature uses the mechanism: one small converter a field, one scope around each call of the serialiser.
public sealed class SampleRecord
{
    [PersonalData]
    [JsonConverter(typeof(NameConverter))]
    public ProtectedText Name { get; init; }

    [PersonalData]
    [JsonConverter(typeof(AddressConverter))]
    public ProtectedText? Address { get; init; }

    [PersonalData]
    [JsonConverter(typeof(SchoolConverter))]
    public string? School { get; init; }

    public IReadOnlyList<SampleDocument> Documents { get; init; } = [];

    public int Stays { get; init; }

    public override string ToString() => "sample";

    public sealed class NameConverter() : ProtectedTextConverter("name");

    public sealed class AddressConverter() : ProtectedTextConverter("address");

    public sealed class SchoolConverter() : ProtectedStringConverter("school");
}

public sealed record SampleDocument(
    string Kind,
    [property: JsonConverter(typeof(SampleDocument.NumberConverter))] long? Number)
{
    public override string ToString() => Kind;

    public sealed class NumberConverter() : ProtectedConverter<long>("documents.number")
    {
        protected override bool TryFormat(long value, Span<byte> utf8, out int written) => value.TryFormat(utf8, out written, provider: System.Globalization.CultureInfo.InvariantCulture);

        protected override long Parse(ReadOnlySpan<byte> utf8) => long.Parse(utf8, provider: null);
    }
}

[JsonSerializable(typeof(SampleRecord))]
public sealed partial class SampleJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace NewCitizen.Addresses;

/// <summary>Stored form of what a standard address does not show as a column.</summary>
internal sealed record StandardAddressBody(AddressParts? Parts);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StandardAddressBody))]
#pragma warning disable MA0048 // The generated context belongs to the body beside it.
internal sealed partial class StandardAddressJson : JsonSerializerContext;
#pragma warning restore MA0048

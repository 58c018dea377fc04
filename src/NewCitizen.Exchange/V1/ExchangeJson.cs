using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewCitizen.Exchange.V1;

/// <summary>
/// Reads and writes documents without reflection (JSON 读写). Strict: a member given twice, a missing required member, null where a
/// value belongs, comments, trailing commas and numbers in quotes are refused with <see cref="JsonException"/>; members it does not
/// know are kept in <see cref="ExchangeObject.Overflow"/>.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict,
    ReadCommentHandling = JsonCommentHandling.Disallow,
    AllowTrailingCommas = false,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    Converters = [typeof(WireDateConverter), typeof(WireTimeConverter)])]
[JsonSerializable(typeof(RecordLine<ResidentDocument>), TypeInfoPropertyName = "ResidentLine")]
[JsonSerializable(typeof(RecordLine<ResidenceRegistrationDocument>), TypeInfoPropertyName = "ResidenceRegistrationLine")]
public sealed partial class ExchangeJson : JsonSerializerContext;

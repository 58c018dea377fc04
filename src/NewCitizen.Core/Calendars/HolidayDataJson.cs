using System.Text.Json.Serialization;

namespace NewCitizen.Calendars;

// A misspelt member would silently lose days, so an unknown one is refused.
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(HolidayYearData))]
internal sealed partial class HolidayDataJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace NewCitizen.Appointments.Credit;

/// <summary>The file of rules as written; <see cref="CreditRuleReader"/> checks it.</summary>
internal sealed class CreditRulesData
{
    public string? Name { get; set; }

    public string? Source { get; set; }

    /// <summary>Remarks for those who read the file.</summary>
    public IReadOnlyList<string>? Notes { get; set; }

    public IReadOnlyList<CreditRuleData?>? Rules { get; set; }
}

// A misspelt member would silently lose a rule, so an unknown one is refused.
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(CreditRulesData))]
#pragma warning disable MA0048 // The generated context belongs to the data above.
internal sealed partial class CreditRulesJson : JsonSerializerContext;
#pragma warning restore MA0048

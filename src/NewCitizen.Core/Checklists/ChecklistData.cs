using System.Text.Json.Serialization;

namespace NewCitizen.Checklists;

/// <summary>A file of checklists as written; <see cref="ChecklistReader"/> checks it.</summary>
internal sealed class ChecklistData
{
    /// <summary>Remarks for those who read the file.</summary>
    public IReadOnlyList<string>? Notes { get; set; }

    public IReadOnlyList<Template?>? Checklists { get; set; }

    internal sealed class Template
    {
        public string? Code { get; set; }

        public string? Name { get; set; }

        public string? EnglishName { get; set; }

        public string? Source { get; set; }

        public string? Subject { get; set; }

        public IReadOnlyList<Item?>? Items { get; set; }
    }

    internal sealed class Item
    {
        public string? Code { get; set; }

        public string? Name { get; set; }

        public string? EnglishName { get; set; }

        public string? Hint { get; set; }
    }
}

// A misspelt member would silently lose an item, so an unknown one is refused.
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ChecklistData))]
#pragma warning disable MA0048 // The generated context belongs to the data above.
internal sealed partial class ChecklistJson : JsonSerializerContext;
#pragma warning restore MA0048

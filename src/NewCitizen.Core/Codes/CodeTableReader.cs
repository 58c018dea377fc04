using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace NewCitizen.Codes;

/// <summary>Reads the tables that travel inside the assembly. They are part of the build, so a defect in one is a defect of the build.</summary>
internal static class CodeTableReader
{
    public static CodeTable Read(string id)
    {
        using var stream = typeof(CodeTableReader).Assembly.GetManifestResourceStream($"NewCitizen.Codes.{id}.json")
            ?? throw new InvalidOperationException($"The code table {id} is missing from the assembly.");
        return new CodeTable(JsonSerializer.Deserialize(stream, CodeDataJson.Default.CodeTableData)!);
    }

    public static LocalDate? Date(string? text) => text is null
        ? null
        : LocalDate.FromDateOnly(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static CodeCertainty Certainty(string mark) => mark switch
    {
        "V" => CodeCertainty.Verified,
        "K" => CodeCertainty.Known,
        "U" => CodeCertainty.Unsure,
        _ => throw new InvalidOperationException($"Unknown mark of certainty {mark}."),
    };
}

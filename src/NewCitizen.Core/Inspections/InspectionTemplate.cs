using System.Text.Json;
using NewCitizen.Errors;

namespace NewCitizen.Inspections;

/// <summary>A checklist of inspections (检查表), with a version. The SDK ships examples only: what has to be checked, an office decides.</summary>
/// <param name="Code">Code, such as <c>fire</c>.</param>
/// <param name="Version">Version as published.</param>
/// <param name="Chinese">Name in Chinese.</param>
/// <param name="English">Name in English.</param>
/// <param name="Example">Whether it is an example and nobody's decision (示例).</param>
/// <param name="Items">The questions, 1 to 200.</param>
public sealed record InspectionTemplate(string Code, string Version, string Chinese, string English, bool Example, IReadOnlyList<InspectionItem> Items)
{
    /// <summary>Fire rules seen in guides of Jiangsu (2018) and Beijing, as an example (消防检查示例): not in force anywhere by being here.</summary>
    public static InspectionTemplate FireExample { get; } = ReadEmbedded("fire-example.json");

    /// <summary>Reads templates from a JSON file: an array, one object a template, members as here in camelCase.</summary>
    /// <exception cref="NewCitizenException">NC2680: it is not of that form.</exception>
    public static IReadOnlyList<InspectionTemplate> Read(Stream json)
    {
        ArgumentNullException.ThrowIfNull(json);
        List<InspectionTemplate>? templates;
        try
        {
            templates = JsonSerializer.Deserialize(json, InspectionConfigurationJson.Default.ListInspectionTemplate);
        }
        catch (JsonException e)
        {
            throw new NewCitizenException(InspectionErrors.FileInvalid, e, e.Path ?? "$");
        }

        foreach (var template in templates ?? [])
        {
            if (template is not { Code.Length: >= 1 and <= 40, Version.Length: >= 1 and <= 40, Items.Count: >= 1 and <= 200 }
                || template.Items.Any(item => item.Code.Length is 0 or > 40)
                || template.Items.DistinctBy(item => item.Code).Count() != template.Items.Count)
            {
                throw new NewCitizenException(InspectionErrors.FileInvalid, "$.items");
            }
        }

        return templates ?? [];
    }

    /// <summary>Code and version.</summary>
    public override string ToString() => $"{Code} {Version}";

    private static InspectionTemplate ReadEmbedded(string name)
    {
        using var stream = typeof(InspectionTemplate).Assembly.GetManifestResourceStream("NewCitizen.Inspections." + name)!;
        return Read(stream)[0];
    }
}

using System.Text.Json;
using NewCitizen.Divisions;
using NewCitizen.Errors;
using NodaTime;

namespace NewCitizen.Inspections.Rules;

/// <summary>The numbers of the grades as a city has decided them (分级标准), with a version. There is no default.</summary>
public sealed record GradePolicy
{
    /// <summary>Version as published, such as 2026-1; told with every grade.</summary>
    public required string Version { get; init; }

    /// <summary>First day in force.</summary>
    public required LocalDate Since { get; init; }

    /// <summary>First day no longer in force; null while it is.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Division code of six digits where it holds, with everything below; null for wherever the host works.</summary>
    public string? Division { get; init; }

    /// <summary>Whether it is an example and nobody's decision (示例).</summary>
    public bool Example { get; init; }

    /// <summary>Points from which a home is yellow, from 1.</summary>
    public int YellowFrom { get; init; }

    /// <summary>Points from which a home is red; at least <see cref="YellowFrom"/>.</summary>
    public int RedFrom { get; init; }

    /// <summary>Points for each thing a rule counts, by code of the rule, 0 to 100. A rule without weight answers that it is not configured.</summary>
    public IReadOnlyDictionary<string, int> Weights { get; init; } = new Dictionary<string, int>();

    /// <summary>Rooms from which a home counts as group-rented; null if not set.</summary>
    public int? GroupRentalRooms { get; init; }

    /// <summary>Beds from which a home counts as group-rented; null if not set.</summary>
    public int? GroupRentalBeds { get; init; }

    /// <summary>The division, if it is one.</summary>
    internal DivisionCode? Place => Division is not null && DivisionCode.TryParse(Division, out var code) ? code : null;

    /// <summary>Made-up numbers to try grading with (示例): nobody's decision.</summary>
    public static GradePolicy ExamplePolicy { get; } = ReadEmbedded();

    /// <summary>Reads policies from a JSON file: an array, one object a policy, members as here in camelCase.</summary>
    /// <exception cref="NewCitizenException">NC2680: it is not of that form, or a number is out of range.</exception>
    public static IReadOnlyList<GradePolicy> Read(Stream json)
    {
        ArgumentNullException.ThrowIfNull(json);
        List<GradePolicy>? policies;
        try
        {
            policies = JsonSerializer.Deserialize(json, InspectionConfigurationJson.Default.ListGradePolicy);
        }
        catch (JsonException e)
        {
            throw new NewCitizenException(InspectionErrors.FileInvalid, e, e.Path ?? "$");
        }

        foreach (var (policy, index) in (policies ?? []).Select((policy, index) => (policy, index)))
        {
            var wrong = policy switch
            {
                { Version.Length: 0 or > 40 } => "version",
                { YellowFrom: < 1 } => "yellowFrom",
                _ when policy.RedFrom < policy.YellowFrom => "redFrom",
                _ when policy.Until <= policy.Since => "until",
                _ when policy.Division is not null && policy.Place is null => "division",
                _ when policy.Weights.Any(weight => weight.Value is < 0 or > 100) => "weights",
                _ => null,
            };
            if (wrong is not null)
            {
                throw new NewCitizenException(InspectionErrors.FileInvalid, $"$[{index}].{wrong}");
            }
        }

        return policies ?? [];
    }

    private static GradePolicy ReadEmbedded()
    {
        using var stream = typeof(GradePolicy).Assembly.GetManifestResourceStream("NewCitizen.Inspections.grade-example.json")!;
        return Read(stream)[0];
    }
}

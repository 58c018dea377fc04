using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace NewCitizen.Exchange.Schemas;

/// <summary>All document types of this version (文档类型目录).</summary>
public static class DocumentTypes
{
    /// <summary><c>ncx.resident.v1</c> (新市民).</summary>
    public static DocumentType Resident { get; } = new(
        "ncx.resident.v1", "1.0", "residents.ndjson", "新市民", "resident", ResidentDescription.Line, ResidentDescription.Document);

    /// <summary><c>ncx.residence-registration.v1</c> (居住登记).</summary>
    public static DocumentType ResidenceRegistration { get; } = new(
        "ncx.residence-registration.v1",
        "1.0",
        "residence-registrations.ndjson",
        "居住登记",
        "residence registration",
        ResidenceRegistrationDescription.Line,
        ResidenceRegistrationDescription.Document);

    /// <summary>All types in the order receivers should read them.</summary>
    public static IReadOnlyList<DocumentType> All { get; } = [Resident, ResidenceRegistration];

    /// <summary>Finds a type by its name, such as <c>ncx.resident.v1</c>.</summary>
    public static bool TryFind(string? name, [NotNullWhen(true)] out DocumentType? type)
    {
        type = All.FirstOrDefault(candidate => candidate.Name == name);
        return type is not null;
    }

    /// <summary>
    /// Tells the type of a file: by its name (<c>residents*.ndjson</c>), else by a member only one type has in the first line that is a document.
    /// </summary>
    /// <param name="fileName">Name of the file, with or without directories; null if there is none.</param>
    /// <param name="firstLine">The first line with content, UTF-8.</param>
    /// <param name="type">The type.</param>
    public static bool TryDetect(string? fileName, ReadOnlySpan<byte> firstLine, [NotNullWhen(true)] out DocumentType? type)
    {
        var name = Path.GetFileName(fileName) ?? string.Empty;
        type = All.FirstOrDefault(candidate => name.StartsWith(Path.GetFileNameWithoutExtension(candidate.FileName), StringComparison.OrdinalIgnoreCase))
            ?? All.FirstOrDefault(candidate => name.StartsWith(candidate.Name, StringComparison.OrdinalIgnoreCase))
            ?? ByContent(firstLine);
        return type is not null;
    }

    private static DocumentType? ByContent(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 2)
                {
                    continue;
                }

                if (reader.ValueTextEquals("names"u8) || reader.ValueTextEquals("documents"u8))
                {
                    return Resident;
                }

                if (reader.ValueTextEquals("resident"u8))
                {
                    return ResidenceRegistration;
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A line that is no JSON tells nothing; the check will say what is wrong with it.
        }

        return null;
    }
}

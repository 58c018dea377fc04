using System.Collections.Frozen;
using System.Text.Json;
using NewCitizen.Errors;
using NewCitizen.Exchange.Tables;

namespace NewCitizen.Exchange.Rosters;

/// <summary>
/// Headings of one office and the field each means (列映射), read from a JSON file such as
/// <c>{"人员编码": "ignore", "身份证": "DocumentNumber"}</c>. It goes before the built-in synonyms.
/// </summary>
public sealed class RosterMapping
{
    private const int MaxFileLength = 1 << 20;
    private const string Ignore = "ignore";

    // The column of a marked copy that the office mended and handed in again.
    private static readonly string s_messageHeading = HeadingText.Normalise(MarkedCopyWriter.MessageHeading);

    private readonly FrozenDictionary<string, RosterField?> _fields;

    /// <summary>Makes a mapping.</summary>
    /// <param name="fields">Heading to field; <see langword="null"/> leaves the column out altogether.</param>
    public RosterMapping(IReadOnlyDictionary<string, RosterField?> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var normal = new Dictionary<string, RosterField?>(StringComparer.Ordinal);
        foreach (var (heading, field) in fields)
        {
            normal[HeadingText.Normalise(heading)] = field;
        }

        _fields = normal.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>No headings of its own.</summary>
    public static RosterMapping None { get; } = new(FrozenDictionary<string, RosterField?>.Empty);

    /// <summary>Reads a mapping file: UTF-8 JSON, one object, each value a name of <see cref="RosterField"/> or <c>ignore</c>; case does not matter.</summary>
    /// <exception cref="TableException">The file is not such an object, or above 1 MiB.</exception>
    public static async Task<RosterMapping> ReadAsync(Stream source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            var bytes = new byte[MaxFileLength + 1];
            var count = await source.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            if (count > MaxFileLength) throw new TableException(RosterErrors.InvalidMapping);
            var skip = bytes.AsSpan(0, count).StartsWith("\uFEFF"u8) ? 3 : 0;
            using var json = JsonDocument.Parse(bytes.AsMemory(skip, count - skip), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (json.RootElement.ValueKind != JsonValueKind.Object) throw new TableException(RosterErrors.InvalidMapping);
            var fields = new Dictionary<string, RosterField?>(StringComparer.Ordinal);
            foreach (var property in json.RootElement.EnumerateObject())
            {
                fields[property.Name] = Field(property);
            }

            return new RosterMapping(fields);
        }
        catch (JsonException e)
        {
            throw new TableException(RosterErrors.InvalidMapping, e, new IssueLocation(Line: e.LineNumber + 1));
        }
    }

    internal bool TryFind(string normalised, out RosterField? field)
    {
        if (_fields.TryGetValue(normalised, out field)) return true;
        if (normalised == s_messageHeading) return true;
        if (!HeadingSynonyms.ByHeading.TryGetValue(normalised, out var known)) return false;
        field = known;
        return true;
    }

    private static RosterField? Field(JsonProperty property)
    {
        var text = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : null;
        if (string.Equals(text, Ignore, StringComparison.OrdinalIgnoreCase)) return null;
        return Enum.TryParse<RosterField>(text, ignoreCase: true, out var field) && !char.IsAsciiDigit(text![0]) && Enum.IsDefined(field)
            ? field
            : throw new TableException(RosterErrors.InvalidMapping, new IssueLocation(Column: property.Name));
    }
}

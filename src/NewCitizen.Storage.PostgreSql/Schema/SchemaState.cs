namespace NewCitizen.Storage.PostgreSql.Schema;

/// <summary>What a database says about its schema, and what its schema is.</summary>
/// <param name="Applied">Names of the scripts that ran.</param>
/// <param name="Recorded">What they made.</param>
/// <param name="Actual">What is there.</param>
/// <param name="FoundationChecksum">Checksum of the first script as it ran.</param>
/// <param name="FeedAhead">Whether positions in the feed lie beyond the transactions of this cluster.</param>
/// <param name="Settings">Settings of the server with which promises would not hold.</param>
internal sealed record SchemaState(
    IReadOnlyList<string> Applied,
    IReadOnlySet<string> Recorded,
    IReadOnlySet<string> Actual,
    string? FoundationChecksum,
    bool FeedAhead,
    IReadOnlyList<string> Settings)
{
    public static SchemaState Empty { get; } = new([], Set([]), Set([]), null, false, []);

    /// <summary>Whether tables are kept apart by row-level security.</summary>
    public bool Secured => Actual.Contains("table change_feed" + SchemaLines.Secured);

    public static HashSet<string> Set(IEnumerable<string> lines) => new(lines, StringComparer.Ordinal);

    /// <summary>Whether a line is recorded, with or without row-level security.</summary>
    public bool Knows(string line) => Recorded.Contains(line) || Recorded.Contains(line + SchemaLines.Secured);

    public bool KnowsColumn(string table, string column) => KnowsPrefix($"column {table}.{column} ");

    public bool KnowsIndex(string index) => KnowsPrefix($"index {index} ") || Knows(SchemaLines.Table(index));

    /// <summary>What cannot be mended by running a script.</summary>
    public IReadOnlyList<string> Differences(SchemaPlan plan)
    {
        var differences = new List<string>(Settings);
        if (FoundationChecksum is { } checksum && checksum != plan.Foundation.Checksum)
        {
            differences.Add("0001_foundation is another one");
        }

        // A table that is gone is one difference, not one a column.
        differences.AddRange(Recorded
            .Where(line => !Actual.Contains(line) && (line.StartsWith("table ", StringComparison.Ordinal) || line.StartsWith("function ", StringComparison.Ordinal) || IsThere(SchemaLines.TableOf(line))))
            .Order(StringComparer.Ordinal)
            .Select(line => $"{line} is gone or was changed"));
        var tables = Set(plan.Tables.All.SelectMany(table => table.Sides.Select(column => column.Index!).Prepend(table.Name)));
        var needed = Set(plan.Needed.Values.SelectMany(lines => lines));
        foreach (var line in Actual.Order(StringComparer.Ordinal).Where(line => tables.Contains(SchemaLines.TableOf(line))))
        {
            var rule = line.StartsWith("column ", StringComparison.Ordinal) || line.Contains(" unique ", StringComparison.Ordinal);
            if (!Recorded.Contains(line) && (rule || Applied.Count == 0))
            {
                differences.Add($"{line} was made by hand");
            }
            else if (rule && Recorded.Contains(line) && !needed.Contains(line))
            {
                differences.Add($"{line} is not declared");
            }
        }

        return differences;
    }

    /// <summary>Kinds with tables that this program did not declare.</summary>
    public IReadOnlyList<string> OtherKinds(SchemaPlan plan) =>
        [.. Applied.Where(name => name.Length > 5).Select(name => name[5..]).Where(kind => kind != "foundation" && plan.Tables.All.All(table => table.Kind.Name != kind)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private bool IsThere(string table) => Actual.Contains(SchemaLines.Table(table)) || Actual.Contains(SchemaLines.Table(table) + SchemaLines.Secured);

    private bool KnowsPrefix(string prefix) => Recorded.Any(line => line.StartsWith(prefix, StringComparison.Ordinal));
}

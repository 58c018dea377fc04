using NewCitizen.Errors;
using NewCitizen.Storage.Sqlite.Native;

namespace NewCitizen.Storage.Sqlite.Schema;

/// <summary>What a file says about its schema, and what its schema is.</summary>
/// <param name="Applied">Names of the scripts that ran.</param>
/// <param name="Recorded">What they made.</param>
/// <param name="Actual">What is there.</param>
/// <param name="FoundationChecksum">Checksum of the first script as it ran.</param>
internal sealed record SchemaState(
    IReadOnlyList<string> Applied,
    IReadOnlySet<string> Recorded,
    IReadOnlySet<string> Actual,
    string? FoundationChecksum)
{
    public static SchemaState Empty { get; } = new([], new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), null);

    /// <summary>Whether a recorded object begins like this.</summary>
    public bool Knows(string prefix) => Recorded.Any(line => line.StartsWith(prefix, StringComparison.Ordinal));

    /// <exception cref="NewCitizenException">NC3006: a newer version wrote the file.</exception>
    public static SchemaState Read(Database database)
    {
        var actual = new HashSet<string>(SchemaObjects.Read(database), StringComparer.Ordinal);
        if (actual.Contains("table store_info")
            && database.Number("SELECT max(value) FROM store_info WHERE name IN ('min_reader', 'min_writer')") > SchemaPlan.Format)
        {
            throw new NewCitizenException(StorageErrors.SchemaTooNew);
        }

        if (!actual.Contains("table schema_script"))
        {
            return Empty with { Actual = actual };
        }

        var applied = new List<string>();
        var recorded = new HashSet<string>(StringComparer.Ordinal);
        string? checksum = null;
        using var statement = database.PrepareOwn("SELECT name, objects, checksum FROM schema_script ORDER BY name");
        while (statement.Step())
        {
            applied.Add(statement.Text(0));
            recorded.UnionWith(statement.Text(1).Split('\n'));
            checksum ??= statement.Text(2);
        }

        return new(applied, recorded, actual, checksum);
    }

    /// <summary>Kinds that scripts made tables for and that are not declared: a script is named by its number and its kind.</summary>
    public IReadOnlyList<string> OtherKinds(SchemaPlan plan) =>
        [.. Applied.Skip(1).Select(name => name[(name.IndexOf('_', StringComparison.Ordinal) + 1)..])
            .Distinct(StringComparer.Ordinal)
            .Where(name => plan.Tables.All.All(table => table.Kind.Name != name))];

    /// <summary>What cannot be mended by running a script.</summary>
    public IReadOnlyList<string> Differences(SchemaPlan plan)
    {
        var differences = new List<string>();
        if (FoundationChecksum is { } checksum && checksum != plan.Foundation.Checksum)
        {
            differences.Add("0001_foundation is another one");
        }

        // A table that is gone is one difference, not one a column.
        differences.AddRange(Recorded
            .Where(line => !Actual.Contains(line) && (Actual.Contains(SchemaObjects.Table(SchemaObjects.TableOf(line))) || line.StartsWith("table ", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .Select(line => $"{line} is gone or was changed"));
        var tables = plan.Tables.All.SelectMany(table => table.Sides.Select(column => column.Index!).Prepend(table.Name)).ToHashSet(StringComparer.Ordinal);
        var needed = plan.Needed.Values.SelectMany(lines => lines).ToHashSet(StringComparer.Ordinal);
        foreach (var line in Actual.Order(StringComparer.Ordinal).Where(line => tables.Contains(SchemaObjects.TableOf(line))))
        {
            if (!Recorded.Contains(line) && (line.StartsWith("column ", StringComparison.Ordinal) || line.Contains(" unique ", StringComparison.Ordinal) || Applied.Count == 0))
            {
                differences.Add($"{line} was made by hand");
            }
            else if (Recorded.Contains(line) && !needed.Contains(line))
            {
                differences.Add($"{line} is not declared");
            }
        }

        return differences;
    }
}

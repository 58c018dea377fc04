using Microsoft.Data.Sqlite;
using NewCitizen.Errors;
using NewCitizen.Storage.Sqlite.Native;

namespace NewCitizen.Storage.Sqlite.Schema;

/// <summary>Compares a file with the plan and, if told to, runs what is outstanding.</summary>
internal sealed class SchemaKeeper(StoreFile file, SchemaPlan plan)
{
    private IReadOnlyList<StoreScript>? _outstanding;

    /// <summary>The scripts of a new store with these kinds, then those this store still needs beyond them.</summary>
    public IReadOnlyList<SchemaScript> Scripts
    {
        get
        {
            var scripts = plan.Outstanding(SchemaState.Empty);
            var names = scripts.Select(script => script.Name).ToHashSet(StringComparer.Ordinal);
            return [.. scripts.Concat((_outstanding ?? []).Where(script => !names.Contains(script.Name))).Select(script => script.Public)];
        }
    }

    public SchemaReport Inspect()
    {
        if (!file.Exists)
        {
            return Report(SchemaState.Empty);
        }

        try
        {
            using var database = file.OpenLooker();
            return Report(SchemaState.Read(database));
        }
        catch (SqliteException failure)
        {
            throw StoreFailures.ToStore(failure);
        }
    }

    public SchemaReport Prepare(SchemaMode mode)
    {
        var report = mode == SchemaMode.Create ? Create() : Inspect();
        return report.IsCurrent ? report : throw Refusal(report);
    }

    private SchemaReport Create()
    {
        // Nothing to do is the usual case, and needs no turn at writing.
        if (file.Exists && Inspect() is { IsCurrent: true } current)
        {
            return current;
        }

        using var database = file.OpenWriter(create: true);
        try
        {
            database.Execute("BEGIN IMMEDIATE");
            var state = SchemaState.Read(database);
            var report = Report(state);
            if (report.Differences.Count > 0)
            {
                database.Execute("ROLLBACK");
                return report;
            }

            foreach (var script in _outstanding!)
            {
                database.Execute(script.Text);
            }

            report = Report(SchemaState.Read(database));
            database.Execute(report.IsCurrent ? "COMMIT" : "ROLLBACK");
            return report;
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            throw new NewCitizenException(StorageErrors.SchemaDiffers, failure, "a new unique index does not hold for the records there are");
        }
        catch (SqliteException failure)
        {
            throw StoreFailures.ToStore(failure);
        }
    }

    private SchemaReport Report(SchemaState state)
    {
        var differences = state.Differences(plan);
        var outstanding = plan.Outstanding(state);
        _outstanding = outstanding;
        return new(state.Applied, [.. outstanding.Select(script => script.Name)], differences) { OtherKinds = state.OtherKinds(plan) };
    }

    private static NewCitizenException Refusal(SchemaReport report) => new(
        StorageErrors.SchemaDiffers,
        report.Differences.Count > 0 ? string.Join("; ", report.Differences.Take(5)) : $"not yet run: {string.Join(", ", report.Outstanding.Take(5))}");
}

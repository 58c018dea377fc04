namespace NewCitizen.Storage.Sqlite.Tests;

/// <summary>A folder of its own for a test, gone afterwards.</summary>
public sealed class TempFolder : IDisposable
{
    public TempFolder() => Path = Directory.CreateTempSubdirectory("ncsqlite-").FullName;

    public string Path { get; }

    public string File(string name = "store.db") => System.IO.Path.Combine(Path, name);

    public SqliteStoreOptions Options(string name = "store.db") => new() { Path = File(name), JournalBytes = 0 };

    public ValueTask<SqliteRecordStore> OpenAsync(IReadOnlyList<RecordKind> kinds, SchemaMode mode = SchemaMode.Create, string name = "store.db") =>
        SqliteRecordStore.OpenAsync(Options(name), kinds, mode, CancellationToken.None);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A killed process may still be letting go of it.
        }
    }
}

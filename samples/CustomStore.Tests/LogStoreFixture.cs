using System.Diagnostics;
using NewCitizen.Storage;
using NewCitizen.Testing.Conformance;
using NewCitizen.Testing.Faults;
using NewCitizen.Testing.Migrations;
using NewCitizen.Testing.Processes;
using NodaTime;

namespace CustomStore.Tests;

/// <summary>
/// All that the kit needs to know of a store: how to get a fresh one, and how to open it again. The rest is optional and lets the kit look
/// deeper: how to fail inside a commit, how to start another process that writes, and stores as earlier releases left them.
/// </summary>
public sealed class LogStoreFixture : IStoreFixture, IWriterProcesses, IReleasedSchemas, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("customstore-");
    private int _files;

    public IFaultInjector Faults { get; } = new StepFaultInjector(
        (store, hook) => ((LogStore)store.Records).OnStep = hook, () => new IOException("Injected by a test."));

    public IWriterProcesses Processes => this;

    public IReleasedSchemas Released => this;

    public IReadOnlyList<string> Versions => ["0001"];

    public ValueTask<StoreUnderTest> CreateAsync(IReadOnlyList<RecordKind> kinds) => ValueTask.FromResult(Open(NewPath(), kinds));

    public ValueTask<StoreUnderTest> ReopenAsync(StoreUnderTest store, IReadOnlyList<RecordKind> kinds)
    {
        ((LogStore)store.Records).Dispose();
        return ValueTask.FromResult(Open(((LogStore)store.Records).Path, kinds));
    }

    public ProcessStartInfo Command(StoreUnderTest store) =>
        new("dotnet") { ArgumentList = { "exec", Path.Combine(AppContext.BaseDirectory, "CustomStore.Tests.dll"), ((LogStore)store.Records).Path } };

    public ValueTask CloseAsync(StoreUnderTest store)
    {
        ((LogStore)store.Records).Dispose();
        return ValueTask.CompletedTask;
    }

    // The only script so far writes the first line.
    public IReadOnlyList<SchemaScript> ScriptsOf(string version) => [new("0001_header", "Write the first line: customstore-1")];

    public ValueTask<StoreUnderTest> OpenAsync(string version, IReadOnlyList<RecordKind> kinds)
    {
        var path = NewPath();
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Released", version + ".log"), path);
        return ValueTask.FromResult(Open(path, kinds));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    internal static StoreUnderTest Open(string path, IReadOnlyList<RecordKind> kinds)
    {
        var store = new LogStore(path, kinds, SystemClock.Instance);
        return StoreUnderTest.From(store, () =>
        {
            store.Dispose();
            return ValueTask.CompletedTask;
        });
    }

    private string NewPath() => Path.Combine(_folder.FullName, $"{Interlocked.Increment(ref _files)}.log");
}

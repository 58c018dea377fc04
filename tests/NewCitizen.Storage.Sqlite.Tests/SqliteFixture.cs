using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using NewCitizen.Testing.Conformance;
using NewCitizen.Testing.Faults;
using NewCitizen.Testing.Migrations;
using NewCitizen.Testing.Processes;
using SQLitePCL;

namespace NewCitizen.Storage.Sqlite.Tests;

/// <summary>Gives the conformance kit stores in files, with everything it can ask for.</summary>
public sealed class SqliteFixture : IStoreFixture, IWriterProcesses
{
    private readonly ConditionalWeakTable<StoreUnderTest, TempFolder> _folders = [];
    private readonly ConditionalWeakTable<TempFolder, StrongBox<Action?>> _hooks = [];

    public SqliteFixture()
    {
        Faults = new StepFaultInjector(
            (store, hook) => Volatile.Write(ref HookOf(FolderOf(store)).Value, hook), () => new SqliteException("Injected by a test.", raw.SQLITE_IOERR));
        Released = new FrozenFiles(path => Open(path, KitKinds.All));
    }

    public string? Version => typeof(SqliteRecordStore).Assembly.GetName().Version?.ToString(3);

    public IFaultInjector Faults { get; }

    public IWriterProcesses Processes => this;

    public IReleasedSchemas Released { get; }

    public ValueTask<StoreUnderTest> CreateAsync(IReadOnlyList<RecordKind> kinds) => ValueTask.FromResult(Open(new TempFolder(), kinds));

    public async ValueTask<StoreUnderTest> ReopenAsync(StoreUnderTest store, IReadOnlyList<RecordKind> kinds)
    {
        await CloseAsync(store);
        return Open(FolderOf(store), kinds);
    }

    public ProcessStartInfo Command(StoreUnderTest store) =>
        new(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            ArgumentList = { "exec", Path.Combine(AppContext.BaseDirectory, "NewCitizen.Storage.Sqlite.TestHost.dll"), FolderOf(store).File() },
        };

    public async ValueTask CloseAsync(StoreUnderTest store)
    {
        ArgumentNullException.ThrowIfNull(store);
        await ((SqliteRecordStore)store.Records).DisposeAsync();
    }

    private TempFolder FolderOf(StoreUnderTest store) =>
        _folders.TryGetValue(store, out var folder) ? folder : throw new InvalidOperationException("Not a store of this fixture.");

    private StrongBox<Action?> HookOf(TempFolder folder) => _hooks.GetValue(folder, _ => new StrongBox<Action?>());

    private StoreUnderTest Open(TempFolder folder, IReadOnlyList<RecordKind> kinds)
    {
        var options = folder.Options();
        var hook = HookOf(folder);
        options.OnStep = () => Volatile.Read(ref hook.Value)?.Invoke();
        var store = new SqliteRecordStore(options, kinds);
        var under = StoreUnderTest.From(store, async () =>
        {
            await store.DisposeAsync();
            folder.Dispose();
        });
        _folders.Add(under, folder);
        return under;
    }
}

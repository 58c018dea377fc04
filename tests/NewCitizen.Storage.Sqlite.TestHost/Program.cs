using NewCitizen.Storage;
using NewCitizen.Storage.Sqlite;
using NewCitizen.Storage.Sqlite.TestHost;
using NewCitizen.Testing.Conformance;
using NewCitizen.Testing.Processes;

// PATH, perhaps a mistake to make, and what the kit appends: writes to the store at PATH and prints what was acknowledged.
var options = new SqliteStoreOptions { Path = args[0], JournalBytes = 1 << 20 };
await using var store = await SqliteRecordStore.OpenAsync(options, KitKinds.All, SchemaMode.Validate, CancellationToken.None);
IRecordStore records = Enum.TryParse<Mistake>(args[1], out var mistake) ? new BrokenWriter(store, mistake) : store;
await WriterWork.Parse(args).RunAsync(new StoreUnderTest(records, store, store, store, store, store), Console.Out, CancellationToken.None);
return 0;

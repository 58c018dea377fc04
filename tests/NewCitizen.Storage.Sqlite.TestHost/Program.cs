using NewCitizen.Storage;
using NewCitizen.Storage.Sqlite;
using NewCitizen.Testing.Conformance;
using NewCitizen.Testing.Processes;

// PATH and what the kit appends: writes to the store at PATH and prints what was acknowledged.
var options = new SqliteStoreOptions { Path = args[0], JournalBytes = 1 << 20 };
await using var store = await SqliteRecordStore.OpenAsync(options, KitKinds.All, SchemaMode.Validate, CancellationToken.None);
await WriterWork.Parse(args).RunAsync(StoreUnderTest.From(store), Console.Out, CancellationToken.None);
return 0;

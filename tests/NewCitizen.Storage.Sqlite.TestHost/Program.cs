using System.Globalization;
using NewCitizen.Storage;
using NewCitizen.Storage.Sqlite;
using NewCitizen.Storage.Sqlite.TestHost;

// PATH WORKER FIRST LAST CAPACITY CLIENTS: takes a seat for each number and prints "STATUS CODE" when the store has answered.
var (path, worker) = (args[0], args[1]);
var (first, last, capacity) = (Number(2), Number(3), Number(4));
var options = new SqliteStoreOptions { Path = path, JournalBytes = 1 << 20 };
await using var store = await SqliteRecordStore.OpenAsync(options, HostKinds.All, SchemaMode.Validate, CancellationToken.None);
Console.Out.WriteLine("ready -");
var next = first - 1;
await Task.WhenAll(Enumerable.Range(0, (int)Number(5)).Select(_ => Task.Run(async () =>
{
    while (Interlocked.Increment(ref next) is var number && number <= last)
    {
        var code = SeatTaker.Code(worker, number);
        var result = await SeatTaker.TakeAsync(store, code, capacity);
        lock (Console.Out)
        {
            Console.Out.WriteLine($"{result.Status} {code}");
        }
    }
})));
return 0;

long Number(int place) => long.Parse(args[place], CultureInfo.InvariantCulture);

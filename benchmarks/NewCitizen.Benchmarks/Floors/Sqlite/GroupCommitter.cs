using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace NewCitizen.Benchmarks.Floors.Sqlite;

/// <summary>Raw SQL with a thread that puts up to 256 waiting bookings into one transaction: what group commit costs without an SDK.</summary>
internal sealed class GroupCommitter(string path, string synchronous) : Contender
{
    private const int MaxGroup = 256;
    private readonly BlockingCollection<(int Slot, TaskCompletionSource Done)> _waiting = [];
    private Thread? _writer;

    public override string Name => $"raw SQL, group commit, {synchronous}";

    public override bool Does(Work work) => work is Work.BookHot or Work.BookMany;

    public override ValueTask<Client> ConnectAsync(Range own)
    {
        if (_writer is null)
        {
            _writer = new(Write) { IsBackground = true };
            _writer.Start();
        }

        return new(new GroupClient(this) { Own = own });
    }

    public override ValueTask<long> MismatchesAsync() => new SqliteFloor(path).MismatchesAsync();

    public override ValueTask DisposeAsync()
    {
        _waiting.CompleteAdding();
        _writer?.Join();
        _waiting.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Write()
    {
        using var connection = SqliteFloor.Open(path, synchronous);
        using var take = connection.CreateCommand();
        take.CommandText = "UPDATE slot SET taken = taken + 1 WHERE agency = 'teda' AND id = $a AND taken < capacity";
        take.Parameters.Add("$a", SqliteType.Integer);
        using var book = connection.CreateCommand();
        book.CommandText = "INSERT INTO booking VALUES ('teda', $a, $b, '{\"channel\":\"counter\",\"note\":\"made up for a benchmark\"}')";
        book.Parameters.Add("$a", SqliteType.Blob);
        book.Parameters.Add("$b", SqliteType.Integer);
        var group = new List<TaskCompletionSource>(MaxGroup);
        while (_waiting.TryTake(out var next, Timeout.Infinite))
        {
            using (var transaction = connection.BeginTransaction())
            {
                (take.Transaction, book.Transaction) = (transaction, transaction);
                do
                {
                    take.Parameters[0].Value = next.Slot;
                    book.Parameters[0].Value = Guid.CreateVersion7().ToByteArray(bigEndian: true);
                    book.Parameters[1].Value = next.Slot;
                    take.ExecuteNonQuery();
                    book.ExecuteNonQuery();
                    group.Add(next.Done);
                }
                while (group.Count < MaxGroup && _waiting.TryTake(out next));
                transaction.Commit();
            }

            group.ForEach(done => done.SetResult());
            group.Clear();
        }
    }

    private sealed class GroupClient(GroupCommitter owner) : Client
    {
        public override ValueTask ByIdAsync(int place) => throw new NotSupportedException();

        public override ValueTask ByHashAsync(int place) => throw new NotSupportedException();

        public override ValueTask PageAsync(int place) => throw new NotSupportedException();

        public override ValueTask UpdateAsync(int place) => throw new NotSupportedException();

        public override ValueTask BookAsync(int slot)
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            owner._waiting.Add((slot, done));
            return new(done.Task);
        }
    }
}

using Microsoft.Data.Sqlite;

namespace NewCitizen.Storage.Sqlite.Writing;

/// <summary>Something to be done on the one connection that writes.</summary>
internal abstract class WriteJob
{
    private const int Waiting = 0;
    private const int Started = 1;
    private const int Cancelled = 2;
    private int _state;

    /// <summary>Whether it needs a transaction of its own.</summary>
    public virtual bool Alone => false;

    /// <summary>Rough number of statements, for the size of a group.</summary>
    public virtual int Weight => 1;

    /// <summary>Claims the job; false if it was cancelled while it waited.</summary>
    public bool TryStart() => Interlocked.CompareExchange(ref _state, Started, Waiting) == Waiting;

    /// <summary>Cancels the job if it has not begun: once begun it ends whole or undone, and says which.</summary>
    public bool TryCancel() => Interlocked.CompareExchange(ref _state, Cancelled, Waiting) == Waiting;

    /// <summary>Writes; false if everything it wrote is to be undone.</summary>
    public abstract bool Run(WriterSession session);

    /// <summary>Keeps what went wrong until the transaction has ended. Its writes are undone.</summary>
    public abstract void Refuse(Exception failure);

    /// <summary>Hands out the answer: the transaction is durable.</summary>
    public abstract void Complete();

    /// <summary>The transaction was undone.</summary>
    public abstract void Fail(Exception failure);

    /// <summary>Nobody can tell whether the transaction is durable.</summary>
    public abstract void LoseSight(SqliteException failure);
}

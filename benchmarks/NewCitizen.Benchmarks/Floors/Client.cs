namespace NewCitizen.Benchmarks.Floors;

/// <summary>One client of a contender; used by one caller at a time.</summary>
internal abstract class Client : IAsyncDisposable
{
    /// <summary>Places of the files this client changes; nobody else changes them.</summary>
    public required Range Own { get; init; }

    public abstract ValueTask ByIdAsync(int place);

    public abstract ValueTask ByHashAsync(int place);

    public abstract ValueTask PageAsync(int place);

    public abstract ValueTask UpdateAsync(int place);

    /// <summary>Takes a seat.</summary>
    /// <param name="slot">0 is the hot slot, 1 to 1,000 the others.</param>
    public abstract ValueTask BookAsync(int slot);

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>One operation.</summary>
    public ValueTask RunAsync(Work work, Random random, int people) => work switch
    {
        Work.ById => ByIdAsync(random.Next(people)),
        Work.ByHash => ByHashAsync(random.Next(people)),
        Work.Page => PageAsync(random.Next(people - 50)),
        Work.Update => UpdateAsync(random.Next(Own.Start.Value, Own.End.Value)),
        Work.BookHot => BookAsync(0),
        _ => BookAsync(1 + random.Next(1000)),
    };
}

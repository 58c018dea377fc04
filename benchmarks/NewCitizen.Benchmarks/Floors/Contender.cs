namespace NewCitizen.Benchmarks.Floors;

/// <summary>One way to keep the files: raw SQL, EF Core, the kernel or the managers.</summary>
internal abstract class Contender : IAsyncDisposable
{
    /// <summary>What the table calls it.</summary>
    public abstract string Name { get; }

    public abstract bool Does(Work work);

    /// <summary>A new client.</summary>
    /// <param name="own">Places of the files it may change.</param>
    public abstract ValueTask<Client> ConnectAsync(Range own);

    /// <summary>Seats taken that have no booking, or bookings without a seat. Must be 0.</summary>
    public abstract ValueTask<long> MismatchesAsync();

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

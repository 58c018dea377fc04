namespace NewCitizen.Testing.Faults;

/// <summary>A failure or pause that waits for its step. Disposing disarms it, and lets a paused transaction go on.</summary>
public interface IArmedFault : IAsyncDisposable
{
    /// <summary>Completes when a transaction has reached the step.</summary>
    Task Reached { get; }
}

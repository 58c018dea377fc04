namespace NewCitizen.Core.Tests.Appointments;

/// <summary>Time of timers that passes when a test says so.</summary>
internal sealed class HandTimer : TimeProvider
{
    private readonly TaskCompletionSource _made = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Action? _ring;

    /// <summary>Done once somebody waits for a timer.</summary>
    public Task Made => _made.Task;

    public void Ring() => _ring!();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _ring = () => callback(state);
        _made.TrySetResult();
        return new Handle();
    }

    private sealed class Handle : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            // Nothing runs.
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

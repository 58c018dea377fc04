using NewCitizen.Testing.Conformance;

namespace NewCitizen.Testing.Faults;

/// <summary>An injector for stores with a hook that their writer calls at each step of a write transaction, on the thread that writes.</summary>
/// <param name="setHook">Sets the hook of a store; null takes it away.</param>
/// <param name="failure">Makes what the hook throws: what the engine below would throw when the disk or the connection fails.</param>
public sealed class StepFaultInjector(Action<StoreUnderTest, Action?> setHook, Func<Exception> failure) : IFaultInjector
{
    /// <inheritdoc/>
    public ValueTask<IArmedFault> FailAtAsync(StoreUnderTest store, int step) => ValueTask.FromResult<IArmedFault>(new Armed(setHook, store, step, () => throw failure()));

    /// <inheritdoc/>
    public ValueTask<IArmedFault?> PauseAtAsync(StoreUnderTest store, int step)
    {
        var gate = new ManualResetEventSlim();
        return ValueTask.FromResult<IArmedFault?>(new Armed(setHook, store, step, gate.Wait, gate.Set));
    }

    private sealed class Armed : IArmedFault
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Action<StoreUnderTest, Action?> _setHook;
        private readonly StoreUnderTest _store;
        private readonly Action? _release;
        private int _steps;

        public Armed(Action<StoreUnderTest, Action?> setHook, StoreUnderTest store, int step, Action strike, Action? release = null)
        {
            _setHook = setHook;
            _store = store;
            _release = release;
            setHook(store, () =>
            {
                if (Interlocked.Increment(ref _steps) == step + 1)
                {
                    _reached.TrySetResult();
                    strike();
                }
            });
        }

        public Task Reached => _reached.Task;

        public ValueTask DisposeAsync()
        {
            _setHook(_store, null);
            _release?.Invoke();
            return ValueTask.CompletedTask;
        }
    }
}

using NewCitizen.Testing.Conformance;

namespace NewCitizen.Testing.Faults;

/// <summary>
/// Makes a store fail or pause inside a write transaction (故障注入). Steps are counted inside one transaction: 0 before the first
/// write, then one after each thing that is written (operation, event, audit entry, request key), one before the end, and, where the
/// store can, one after the end: then only the answer is lost. A store that writes all at once has steps inside that write; there are
/// four at least. The kit fails one step after the other until a step is not reached.
/// </summary>
public interface IFaultInjector
{
    /// <summary>Arms a failure: the next write transaction of the store that reaches the step fails there, once.</summary>
    /// <param name="store">A store of the fixture.</param>
    /// <param name="step">0 or more.</param>
    ValueTask<IArmedFault> FailAtAsync(StoreUnderTest store, int step);

    /// <summary>Arms a pause: the next write transaction that reaches the step stays open there until the fault is disposed. Null if the store cannot.</summary>
    /// <param name="store">A store of the fixture.</param>
    /// <param name="step">0 or more.</param>
    ValueTask<IArmedFault?> PauseAtAsync(StoreUnderTest store, int step) => ValueTask.FromResult<IArmedFault?>(null);
}

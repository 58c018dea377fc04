namespace NewCitizen.Testing.Faults;

/// <summary>What goes wrong at one call to a store. All of it is allowed by the contract, so callers must live with it.</summary>
public enum FaultKind
{
    /// <summary>The call comes late.</summary>
    Delayed,

    /// <summary><see cref="Storage.StoreUnavailableException"/> before the call: nothing was written.</summary>
    Unavailable,

    /// <summary><see cref="OperationCanceledException"/> before the call.</summary>
    CancelledBefore,

    /// <summary>The token is cancelled while the call runs.</summary>
    CancelledDuring,

    /// <summary><see cref="OperationCanceledException"/> after the call took effect.</summary>
    CancelledAfter,

    /// <summary>The outcome is unknown and nothing was written. A read fails as <see cref="Unavailable"/>.</summary>
    UnknownBefore,

    /// <summary>The outcome is unknown although the call took effect. A read fails as <see cref="Unavailable"/>.</summary>
    UnknownAfter,
}

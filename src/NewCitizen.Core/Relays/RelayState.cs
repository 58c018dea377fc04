namespace NewCitizen.Relays;

/// <summary>What a relay is doing.</summary>
public enum RelayState
{
    /// <summary>Not begun in this process.</summary>
    Stopped,

    /// <summary>All is delivered.</summary>
    Idle,

    /// <summary>Messages are on their way.</summary>
    Delivering,

    /// <summary>Another run of the same relay works; this one waits to take over.</summary>
    Standby,

    /// <summary>The receiver does not take messages; the relay tries again, ever less often.</summary>
    Failing,

    /// <summary>The receiver refused too many messages one after another; the relay tries again but parks no more.</summary>
    Refused,

    /// <summary>The feed was trimmed past the relay. It stands still until its listeners get a full copy and it is started over.</summary>
    NeedsFullCopy,

    /// <summary>The store cannot be used.</summary>
    StoreUnavailable,
}

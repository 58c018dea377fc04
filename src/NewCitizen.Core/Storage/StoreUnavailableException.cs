using NewCitizen.Errors;

namespace NewCitizen.Storage;

/// <summary>The store cannot be used now: not there, not a store, disk full, closed. Nothing of the call was written.</summary>
public sealed class StoreUnavailableException : NewCitizenException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="code">One of <see cref="StorageErrors"/>.</param>
    /// <param name="inner">What the driver said.</param>
    public StoreUnavailableException(ErrorCode code, Exception? inner = null)
        : base(code, inner, [])
    {
    }
}

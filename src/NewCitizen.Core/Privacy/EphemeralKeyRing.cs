using NewCitizen.Audit;

namespace NewCitizen.Privacy;

/// <summary>
/// A key ring that lives in memory only: what it encrypted is lost for good when the process ends. For tests and throw-away stores.
/// </summary>
public sealed class EphemeralKeyRing : IKeyRing, IDisposable
{
    private readonly Lock _lock = new();
    private volatile KeyRingState _state = KeyRingState.Generate();

    /// <inheritdoc/>
    public ProtectionKey EncryptionKey => _state.Current;

    /// <inheritdoc/>
    public IReadOnlyList<ProtectionKey> IndexKeys => _state.Index;

    /// <inheritdoc/>
    public IAuditSigner AuditSigner => _state.Signer;

    /// <inheritdoc/>
    public IReadOnlyList<AuditPublicKey> AuditPublicKeys => _state.PublicKeys;

    /// <inheritdoc/>
    public ProtectionKey? FindEncryptionKey(ushort id) => _state.Find(id);

    /// <summary>Adds a new encryption key and makes it the current one.</summary>
    public void Rotate() => Change(state => state.AddEncryptionKey());

    /// <summary>Adds a new blind index key and makes it the current one.</summary>
    public void RotateIndex() => Change(state => state.AddIndexKey());

    /// <summary>Drops all blind index keys but the current one.</summary>
    public void RetireIndex() => Change(state => state.RetireIndexKeys());

    /// <summary>Adds a new signing key and makes it the current one.</summary>
    public void RotateSigner() => Change(state => state.AddSigner());

    /// <summary>Clears the keys.</summary>
    public void Dispose() => _state.Clear();

    /// <summary>Number of the current key only.</summary>
    public override string ToString() => $"ephemeral key ring, {EncryptionKey}";

    private void Change(Func<KeyRingState, KeyRingState> change)
    {
        lock (_lock)
        {
            _state = change(_state);
        }
    }
}

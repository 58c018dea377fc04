using NewCitizen.Audit;

namespace NewCitizen.Privacy;

/// <summary>
/// Keys in one JSON file (密钥环文件), readable by its owner only: the default <see cref="IKeyRing"/>. Thread-safe; several processes may
/// share the file, and a key another process added is found when a value needs it.
/// </summary>
/// <remarks>
/// <para>Back the file up apart from the store: without it the store cannot be read, and with both anybody can.</para>
/// <para>
/// On Unix a file that its group or others may access is refused. On Windows that check is left out: give the file an access list
/// for the service account only.
/// </para>
/// </remarks>
public sealed class FileKeyRing : IKeyRing, IRefreshableKeyRing, IDisposable
{
    private readonly KeyRingStorage _storage;
    private readonly Lock _lock = new();
    private volatile KeyRingState _state;

    private FileKeyRing(KeyRingStorage storage, KeyRingState state)
    {
        _storage = storage;
        _state = state;
    }

    /// <inheritdoc/>
    public ProtectionKey EncryptionKey => _state.Current;

    /// <inheritdoc/>
    public IReadOnlyList<ProtectionKey> IndexKeys => _state.Index;

    /// <inheritdoc/>
    public IAuditSigner AuditSigner => _state.Signer;

    /// <inheritdoc/>
    public IReadOnlyList<AuditPublicKey> AuditPublicKeys => _state.PublicKeys;

    /// <summary>Opens a key ring file.</summary>
    /// <exception cref="KeyRingException">The file is missing, exposed to others, malformed, of another version, or cannot be read.</exception>
    public static FileKeyRing Open(string path)
    {
        var storage = new KeyRingStorage(path);
        return new FileKeyRing(storage, storage.Read());
    }

    /// <summary>Opens a key ring file, or makes one with new keys (mode 0600). Safe when several processes start at once.</summary>
    /// <exception cref="KeyRingException">As for <see cref="Open"/>, or the file cannot be written.</exception>
    public static FileKeyRing OpenOrCreate(string path)
    {
        var storage = new KeyRingStorage(path);
        return new FileKeyRing(storage, storage.ReadOrCreate());
    }

    /// <inheritdoc/>
    public ProtectionKey? FindEncryptionKey(ushort id) => _state.Find(id) ?? (id == 0 ? null : Reload().Find(id));

    /// <summary>Adds a new encryption key and makes it the current one (密钥轮换); values written with older keys stay readable.</summary>
    /// <exception cref="KeyRingException">The file cannot be written, or another process is writing it.</exception>
    public void Rotate() => Change(state => state.AddEncryptionKey());

    /// <summary>
    /// Adds a new blind index key and makes it the current one. Records keep their older index values until the job <c>rekey</c> has
    /// written them again; until then new ones are indexed under all keys of the ring.
    /// </summary>
    /// <exception cref="KeyRingException">The file cannot be written, or another process is writing it.</exception>
    public void RotateIndex() => Change(state => state.AddIndexKey());

    /// <summary>
    /// Drops all blind index keys but the current one, once the job <c>rekey</c> has ended: what is indexed under none but these is not found
    /// any more. Run the job again afterwards; it takes the old index values out of the records.
    /// </summary>
    /// <exception cref="KeyRingException">The file cannot be written, or another process is writing it.</exception>
    public void RetireIndex() => Change(state => state.RetireIndexKeys());

    /// <inheritdoc/>
    public void Refresh()
    {
        Reload();
        if (!_storage.IsThere)
        {
            throw new KeyRingException(PrivacyErrors.KeyRingMissing, _storage.FilePath);
        }
    }

    /// <summary>Adds a new key for signing audit checkpoints and makes it the current one.</summary>
    /// <exception cref="KeyRingException">The file cannot be written, or another process is writing it.</exception>
    public void RotateSigner() => Change(state => state.AddSigner());

    /// <summary>Clears the keys from memory.</summary>
    public void Dispose() => _state.Clear();

    /// <summary>Number of the current key only.</summary>
    public override string ToString() => $"key ring file, {EncryptionKey}";

    // Keys replaced here are not cleared: another thread may be using them this moment.
    private void Change(Func<KeyRingState, KeyRingState> change)
    {
        lock (_lock)
        {
            _state = _storage.Update(change);
        }
    }

    private KeyRingState Reload()
    {
        lock (_lock)
        {
            if (_storage.HasChanged)
            {
                _state = _storage.Read();
            }

            return _state;
        }
    }
}

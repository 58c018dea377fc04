using NewCitizen.Storage;

namespace NewCitizen.Privacy;

/// <summary>
/// Tells the converters of protected values which record they write or read, for the length of one synchronous call:
/// <code>using (ProtectionScope.Enter(protector, key)) body = JsonSerializer.SerializeToUtf8Bytes(value, typeInfo);</code>
/// Without a scope the converters throw; nothing is ever written in the clear.
/// </summary>
/// <remarks>Belongs to its thread and cannot cross an await. Scopes nest; the inner one counts.</remarks>
public readonly ref struct ProtectionScope : IDisposable
{
    private readonly ProtectionState _state;

    private ProtectionScope(ProtectionState state) => _state = state;

    /// <summary>Begins a scope; dispose it right after the call.</summary>
    /// <param name="protector">Encrypts and decrypts.</param>
    /// <param name="record">The record written or read.</param>
    /// <param name="schemaVersion">Version of the shape of the body; to read, the one it was written with.</param>
    public static ProtectionScope Enter(FieldProtector protector, RecordKey record, int schemaVersion = 1) =>
        new(ProtectionState.Enter(protector, record, schemaVersion));

    internal ushort OldestKey => _state.OldestKey;

    /// <summary>Ends the scope.</summary>
    public void Dispose() => _state?.Leave();
}

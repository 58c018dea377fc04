using System.Collections.Frozen;
using NewCitizen.Audit;

namespace NewCitizen.Privacy;

/// <summary>Keys of a ring at one moment; replaced as a whole when one is added, so readers need no lock.</summary>
internal sealed class KeyRingState
{
    private readonly FrozenDictionary<ushort, ProtectionKey> _encryption;

    public KeyRingState(IReadOnlyList<ProtectionKey> encryption, IReadOnlyList<ProtectionKey> index, IReadOnlyList<EcdsaAuditSigner> signers)
    {
        _encryption = encryption.ToFrozenDictionary(key => key.Id);
        Encryption = encryption;
        Current = encryption.MaxBy(key => key.Id)!;
        Index = [.. index.OrderByDescending(key => key.Id)];
        Signers = signers;
        Signer = signers.MaxBy(signer => signer.KeyId)!;
        PublicKeys = [.. signers.OrderBy(signer => signer.KeyId).Select(signer => signer.PublicKey)];
    }

    public IReadOnlyList<ProtectionKey> Encryption { get; }

    public ProtectionKey Current { get; }

    public IReadOnlyList<ProtectionKey> Index { get; }

    public IReadOnlyList<EcdsaAuditSigner> Signers { get; }

    public EcdsaAuditSigner Signer { get; }

    public IReadOnlyList<AuditPublicKey> PublicKeys { get; }

    public ProtectionKey? Find(ushort id) => _encryption.GetValueOrDefault(id);

    public static KeyRingState Generate() => new([ProtectionKey.Generate(1)], [ProtectionKey.Generate(1)], [EcdsaAuditSigner.Generate(1)]);

    public KeyRingState AddEncryptionKey() => new([.. Encryption, ProtectionKey.Generate(Next(Current.Id))], Index, Signers);

    public KeyRingState AddIndexKey() => new(Encryption, [.. Index, ProtectionKey.Generate(Next(Index[0].Id))], Signers);

    public KeyRingState RetireIndexKeys() => new(Encryption, [Index[0]], Signers);

    public KeyRingState AddSigner() => new(Encryption, Index, [.. Signers, EcdsaAuditSigner.Generate(Next(Signer.KeyId))]);

    public void Clear()
    {
        foreach (var key in Encryption.Concat(Index))
        {
            key.Clear();
        }

        foreach (var signer in Signers)
        {
            signer.Dispose();
        }
    }

    private static ushort Next(ushort id) => checked((ushort)(id + 1));
}

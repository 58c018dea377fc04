using System.Security.Cryptography;

namespace NewCitizen.Audit;

/// <summary>A signing key in memory; an older one of the ring may be its public half only.</summary>
internal sealed class EcdsaAuditSigner : IAuditSigner, IDisposable
{
    private readonly ECDsa _key;
    private readonly Lock _lock = new();

    private EcdsaAuditSigner(ushort id, ECDsa key)
    {
        KeyId = id;
        _key = key;
        PublicKey = new AuditPublicKey(id, key.ExportSubjectPublicKeyInfo());
    }

    public ushort KeyId { get; }

    public AuditPublicKey PublicKey { get; }

    public static EcdsaAuditSigner Generate(ushort id) => new(id, ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <exception cref="CryptographicException">Not a private key on P-256.</exception>
    public static EcdsaAuditSigner Import(ushort id, ReadOnlySpan<byte> privateKey)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(privateKey, out _);
            return IsP256(key) ? new EcdsaAuditSigner(id, key) : throw new CryptographicException("The key is not on P-256.");
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    public static bool IsP256(ECDsa key) => key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value;

    public byte[] Export() => _key.ExportPkcs8PrivateKey();

    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        lock (_lock)
        {
            return _key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }

    public void Dispose() => _key.Dispose();
}

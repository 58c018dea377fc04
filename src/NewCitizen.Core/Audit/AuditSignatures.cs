using System.Security.Cryptography;
using NewCitizen.Errors;

namespace NewCitizen.Audit;

/// <summary>Checks signatures of checkpoints against the trusted public keys. Not thread-safe.</summary>
internal sealed class AuditSignatures : IDisposable
{
    private readonly Dictionary<ushort, ECDsa> _keys = [];

    /// <exception cref="CryptographicException">A key is not an ECDSA key on P-256.</exception>
    public AuditSignatures(IReadOnlyList<AuditPublicKey> keys)
    {
        foreach (var key in keys)
        {
            var ecdsa = ECDsa.Create();
            _keys.Add(key.Id, ecdsa);
            ecdsa.ImportSubjectPublicKeyInfo(key.SubjectPublicKeyInfo.Span, out _);
            if (!EcdsaAuditSigner.IsP256(ecdsa))
            {
                throw new CryptographicException("The key is not on P-256.");
            }
        }
    }

    /// <summary>What is wrong with the signature; null if it is good.</summary>
    public ErrorCode? Problem(AuditCheckpoint checkpoint)
    {
        if (!_keys.TryGetValue(checkpoint.KeyId, out var key))
        {
            return AuditErrors.UnknownSigner;
        }

        return key.VerifyData(AuditStatement.Bytes(checkpoint), checkpoint.Signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
            ? null
            : AuditErrors.SignatureInvalid;
    }

    public void Dispose()
    {
        foreach (var key in _keys.Values)
        {
            key.Dispose();
        }
    }
}

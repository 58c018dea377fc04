namespace NewCitizen.Audit;

/// <summary>Public key that verifies checkpoints of the audit log. No secret.</summary>
/// <param name="Id">Its number.</param>
/// <param name="SubjectPublicKeyInfo">DER form (RFC 5280), as <c>openssl pkey -pubin -inform DER</c> reads it. ECDSA P-256.</param>
public sealed record AuditPublicKey(ushort Id, ReadOnlyMemory<byte> SubjectPublicKeyInfo);

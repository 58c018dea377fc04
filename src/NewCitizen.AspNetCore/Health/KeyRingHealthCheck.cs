using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewCitizen.Privacy;
using NewCitizen.Storage;

namespace NewCitizen.AspNetCore.Health;

/// <summary>The keys can be read where they are kept, and what is encrypted with them can be decrypted. Numbers of keys only.</summary>
internal sealed class KeyRingHealthCheck(IKeyRing keys, FieldProtector protector) : NewCitizenHealthCheck
{
    private static readonly FieldContext s_probe = new(new RecordKey(StoreLeases.Agency, StoreLeases.Kind, StoreLeases.IdOf("probe")), "probe");

    protected override ValueTask<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        (keys as IRefreshableKeyRing)?.Refresh();
        protector.Unprotect(s_probe, protector.Protect(s_probe, "probe"u8));
        return ValueTask.FromResult(Answer(
            HealthStatus.Healthy, ("encryptionKey", (int)keys.EncryptionKey.Id), ("indexKeys", keys.IndexKeys.Count), ("signingKey", (int)keys.AuditSigner.KeyId)));
    }
}

using System.Runtime.CompilerServices;
using NewCitizen.Audit;
using NewCitizen.Errors;

namespace NewCitizen.Storage.Copying;

/// <summary>Appends to the target's audit trail what it lacks of the source's.</summary>
internal static class AuditCopy
{
    private const int ReportEvery = 5000;

    /// <exception cref="NewCitizenException">NC3014: the target holds something else.</exception>
    public static async ValueTask<long> RunAsync(StoreSide source, StoreSide target, IProgress<StoreCopyProgress>? progress, CancellationToken cancellationToken)
    {
        var (left, right) = (new AuditCursor(source.Audit), new AuditCursor(target.Audit));
        await left.NextAsync(cancellationToken).ConfigureAwait(false);
        await right.NextAsync(cancellationToken).ConfigureAwait(false);
        var read = 0L;
        for (; left.Current is { } wanted && right.Current is { } held; read++)
        {
            if (!AuditCursor.AreSame(wanted, held))
            {
                throw new NewCitizenException(StorageErrors.AuditTrailDiffers, (wanted.Position < held.Position ? wanted : held).Position.ToString());
            }

            await left.NextAsync(cancellationToken).ConfigureAwait(false);
            await right.NextAsync(cancellationToken).ConfigureAwait(false);
        }

        return left.Current is null ? 0 : await target.Bulk.LoadAuditAsync(RestAsync(cancellationToken), cancellationToken).ConfigureAwait(false);

        async IAsyncEnumerable<StoredAuditEntry> RestAsync([EnumeratorCancellation] CancellationToken token)
        {
            var written = 0L;
            while (left.Current is { } entry)
            {
                yield return entry;
                if (++written % ReportEvery == 0)
                {
                    progress?.Report(new(StoreCopyStep.Audit, null, read + written, written));
                }

                await left.NextAsync(token).ConfigureAwait(false);
            }
        }
    }
}

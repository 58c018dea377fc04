using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NewCitizen.TestStores;
using NodaTime;
using NodaTime.Testing;

namespace NewCitizen.Core.Tests.Audit;

public sealed class AuditSequencerStoreTests
{
    private static readonly RecordKind s_kind = new("sample", "A sample.", [], []);

    [Fact]
    public async Task Run_SeveralSequencersBesideWriters_SignsEveryEntryOnce()
    {
        var clock = new FakeClock(Instant.FromUtc(2026, 3, 2, 1, 0), Duration.FromMilliseconds(1));
        var services = new ServiceCollection().AddSingleton<IClock>(clock).AddNewCitizen().AddRecordKind(s_kind).UseTestStore(builder => builder.UseInMemory()).Services.BuildServiceProvider();
        await using var scope = services;
        await services.StartNewCitizenAsync();
        var (store, trail) = (services.GetRequiredService<IRecordStore>(), services.GetRequiredService<IAuditTrail>());
        using var keys = new EphemeralKeyRing();
        await Parallel.ForAsync(0, 6, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (worker, cancellationToken) =>
        {
            var agency = AgencyId.Parse(worker % 2 == 0 ? "teda" : "jizhou");
            for (var i = 0; i < 100; i++)
            {
                var batch = new WriteBatch(agency).Put(s_kind, new Guid(worker, (short)i, 0, 0, 0, 0, 0, 0, 0, 0, 0), ExpectedVersion.Missing, [], "{}"u8.ToArray());
                for (var entry = 0; entry < 5; entry++)
                {
                    batch.AddAudit(new AuditEntry(agency, clock.GetCurrentInstant(), "clerk", "sample.register", s_kind.Name, null, null, null));
                }

                await store.CommitAsync(batch, cancellationToken);
                if (i % 10 == worker)
                {
                    await new AuditSequencer(store, trail, keys, clock).RunAsync(flush: worker == 0, cancellationToken);
                }
            }
        });

        var progress = await new AuditSequencer(store, trail, keys, clock).RunAsync(flush: true, CancellationToken.None);
        Assert.Equal(3000, progress.Last!.Size);
        var verification = await new AuditVerifier(store, trail, keys.AuditPublicKeys).VerifyAsync([progress.Last], CancellationToken.None);
        Assert.Empty(verification.Problems);
        Assert.Equal((3000, 3000, 0), (verification.Entries, verification.SignedEntries, verification.UnsignedTail));
        Assert.True(verification.Checkpoints >= 12);
    }
}

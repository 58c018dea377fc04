using NewCitizen.Audit;
using NewCitizen.Storage;
using NewCitizen.Testing.Conformance;
using NodaTime;

namespace NewCitizen.Testing.Faults;

/// <summary>
/// What managers do with a store, over one visitor: register, take a seat, change what was read, look, and sign off. Each step is sent
/// again with its request key until it is answered, as a manager's caller does.
/// </summary>
/// <param name="store">The store, which may fail.</param>
/// <param name="number">Sets its records apart from those of other errands.</param>
internal sealed class Errand(IRecordStore store, int number)
{
    private const int MaxTries = 50;

    public Guid Visitor { get; } = Kit.Id((number * 10) + 1);

    public Guid Slot { get; } = Kit.Id((number * 10) + 2);

    /// <summary>Does the whole errand.</summary>
    public async Task RunAsync()
    {
        await SendAsync("open", batch => batch.Put(KitKinds.Every, Slot, ExpectedVersion.Missing, new Sample { Seats = 0 }.Fields, Kit.Body)).ConfigureAwait(false);
        await SendAsync("register", batch => batch
            .Put(KitKinds.Every, Visitor, ExpectedVersion.Missing, Fields("new").Fields, Kit.Body)
            .Emit(new DomainEvent("kit.registered", new RecordKey(Kit.Teda, KitKinds.Every, Visitor), default))).ConfigureAwait(false);
        await SendAsync("seat", batch => batch
            .Check(KitKinds.Every, Visitor, ExpectedVersion.Exists)
            .Increment(KitKinds.Every, Slot, "seats", 1, 0, 1)).ConfigureAwait(false);

        // A change goes by the version read, as a form that was shown does.
        var read = await PatientlyAsync(() => store.GetAsync(new RecordKey(Kit.Teda, KitKinds.Every, Visitor), CancellationToken.None)).ConfigureAwait(false);
        Expect.That(read is { Version: 1 }, "A visitor that was registered once has version 1.");
        await SendAsync("change", batch => batch.Put(KitKinds.Every, Visitor, ExpectedVersion.Exactly(read!.Version), Fields("changed").Fields, Kit.Body)).ConfigureAwait(false);
        var found = await PatientlyAsync(() => store.QueryAsync(
            new RecordQuery(Kit.Teda, KitKinds.Every, [FieldFilter.Equal("code", FieldValue.Text(Code))]), CancellationToken.None)).ConfigureAwait(false);
        Expect.Sequence([2L], found.Records.Select(record => record.Version), "Version of the visitor, queried");
        await SendAsync("leave", batch => batch
            .Delete(KitKinds.Every, Visitor, ExpectedVersion.Exactly(2))
            .Put(KitKinds.Other, Visitor, ExpectedVersion.Missing, Sample.OfOther(Code), default)).ConfigureAwait(false);
    }

    /// <summary>Requires that everything the errand did is there once.</summary>
    public async Task RequireDoneOnceAsync(StoreUnderTest sound, ILookup<Guid, ChangeEntry> changes, ILookup<Guid?, StoredAuditEntry> trail, string what)
    {
        var slot = await sound.GetAsync(Slot).ConfigureAwait(false);
        Expect.Equal((2L, 1L), (slot?.Version ?? 0, slot?["seats"].AsInteger() ?? 0), $"Version and seats of the slot, {what}");
        Expect.That(await sound.GetAsync(Visitor).ConfigureAwait(false) is null, $"The visitor left, {what}.");
        Expect.Equal(1L, (await sound.GetAsync(Visitor, kind: KitKinds.Other).ConfigureAwait(false))?.Version ?? 0, $"Version of the receipt, {what}");
        Expect.Sequence(
            [(ChangeType.Put, "kit_every", 1L), (ChangeType.Event, "kit_every", 0L), (ChangeType.Put, "kit_every", 2L), (ChangeType.Deleted, "kit_every", 3L), (ChangeType.Put, "kit_other", 1L)],
            changes[Visitor].Select(change => (change.Type, change.Kind, change.Version)),
            $"Change entries of the visitor, {what}");
        Expect.Sequence([1L, 2L], changes[Slot].Select(change => change.Version), $"Change entries of the slot, {what}");
        Expect.Sequence(["open", "register", "seat", "change", "leave"], trail[Visitor].Select(stored => stored.Entry.Details), $"Audit entries, {what}");
    }

    private string Code => "errand-" + Kit.Text(number);

    private static async Task<T> PatientlyAsync<T>(Func<ValueTask<T>> read)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await read().ConfigureAwait(false);
            }
            catch (Exception failure) when (tries < MaxTries && failure is StoreUnavailableException or OperationCanceledException)
            {
                // Asked again.
            }
        }
    }

    private Sample Fields(string state) => new() { Code = Code, State = state, Papers = [Code + "-paper"], Day = new LocalDate(2026, 3, 2) };

    private async Task SendAsync(string step, Func<WriteBatch, WriteBatch> fill)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                var batch = fill(new WriteBatch(Kit.Teda, Kit.Request($"{Code}-{step}", step))).AddAudit(Kit.Audit(step, subject: Visitor));
                var result = await store.CommitAsync(batch, CancellationToken.None).ConfigureAwait(false);
                if (result.Status != CommitStatus.Unknown)
                {
                    Expect.That(result.IsDurable, $"Step '{step}' sent again with its request key gets its own answer, not {result.Status}.");
                    return;
                }
            }
            catch (Exception failure) when (tries < MaxTries && failure is StoreUnavailableException or OperationCanceledException)
            {
                // Nothing was written, or it is whole or undone: the request key will tell.
            }

            Expect.That(tries < MaxTries, $"Step '{step}' comes to an answer.");
        }
    }
}

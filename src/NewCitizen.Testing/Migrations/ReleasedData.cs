using NewCitizen.Audit;
using NewCitizen.Storage;
using NewCitizen.Testing.Conformance;
using NodaTime;

namespace NewCitizen.Testing.Migrations;

/// <summary>
/// The data that every frozen store holds, written once by the release it is of and read back by every later one. Never changed: what a
/// later release adds is tested by data of its own.
/// </summary>
public static class ReleasedData
{
    /// <summary>Writes the data into a fresh store of <see cref="KitKinds.All"/>: what a release runs once to make its frozen store.</summary>
    /// <param name="store">An empty, prepared store.</param>
    public static async Task WriteAsync(StoreUnderTest store)
    {
        ArgumentNullException.ThrowIfNull(store);
        await store.MustCommitAsync(First()).ConfigureAwait(false);
        await store.PutAsync(Kit.Id(2), new Sample { Code = "two", Seats = 5 }).ConfigureAwait(false);
        await store.MustCommitAsync(Second()).ConfigureAwait(false);
        await store.PutAsync(Kit.Id(3), new Sample { Code = "gone" }).ConfigureAwait(false);
        await store.DeleteAsync(Kit.Id(3)).ConfigureAwait(false);
        await store.PutAsync(Kit.Id(1), new Sample { Label = "theirs", Code = "one" }, Kit.Hangu).ConfigureAwait(false);
        await store.MustCommitAsync(new WriteBatch(Kit.Teda)
            .Put(KitKinds.Other, Kit.Id(1), ExpectedVersion.Missing, Sample.OfOther("one", 1), "{\"other\":1}"u8.ToArray()).AddAudit(Kit.Audit("other"))).ConfigureAwait(false);
    }

    /// <summary>Requires that all of it is there, as it was, and that the store goes on from it.</summary>
    internal static async Task RequireAsync(StoreUnderTest store, string what)
    {
        Expect.Record(await store.GetAsync(Kit.Id(1)).ConfigureAwait(false), 1, Whole().Fields, Kit.Body.Span, $"Record with every field, {what}");
        Expect.Record(await store.GetAsync(Kit.Id(2)).ConfigureAwait(false), 2, new Sample { Code = "two", Seats = 7 }.Fields, Kit.Body.Span, $"Record with a counter, {what}");
        Expect.That(await store.GetAsync(Kit.Id(3)).ConfigureAwait(false) is null, $"A deleted record stays deleted, {what}.");
        Expect.Equal("theirs", (await store.GetAsync(Kit.Id(1), Kit.Hangu).ConfigureAwait(false))?["label"].AsText() ?? string.Empty, $"Record of another agency, {what}");
        Expect.Record(await store.GetAsync(Kit.Id(1), kind: KitKinds.Other).ConfigureAwait(false), 1, Sample.OfOther("one", 1), "{\"other\":1}"u8, $"Record of another kind, {what}");
        foreach (var index in KitKinds.Every.Indexes)
        {
            var value = Whole().Fields[KitKinds.Every.PositionOf(index.Field)];
            Expect.Sequence([Kit.Id(1)], await store.FindAsync(FieldFilter.Equal(index.Field, value.AsMany()[^1])).ConfigureAwait(false), $"Found by '{index.Field}', {what}");
        }

        Expect.Sequence(
            [(Kit.Teda, "kit_every", Kit.Id(1), 1L), (Kit.Teda, "kit_every", Kit.Id(1), 0L), (Kit.Teda, "kit_every", Kit.Id(2), 1L), (Kit.Teda, "kit_every", Kit.Id(2), 2L), (Kit.Teda, "kit_every", Kit.Id(3), 1L), (Kit.Teda, "kit_every", Kit.Id(3), 2L), (Kit.Hangu, "kit_every", Kit.Id(1), 1L), (Kit.Teda, "kit_other", Kit.Id(1), 1L)],
            (await store.ReadChangesAsync().ConfigureAwait(false)).Take(8).Select(change => (change.Agency, change.Kind, change.Id, change.Version)),
            $"Change feed, {what}");
        var trail = await store.ReadAuditAsync().ConfigureAwait(false);
        Expect.Sequence(["one", "two", "other"], trail.Select(stored => stored.Entry.Details).Take(3), $"Audit trail, {what}");
        Expect.That(trail.TrueForAll(stored => stored.Hash.Span.SequenceEqual(AuditHash.Compute(stored.Entry))), $"Old audit entries fit their hashes, {what}.");
        Expect.Status(CommitStatus.Replayed, await store.CommitAsync(Second()).ConfigureAwait(false), $"Request sent again, {what}");
    }

    /// <summary>Requires that the store can be written to as if it were new.</summary>
    internal static async Task RequireWritableAsync(StoreUnderTest store)
    {
        var taken = await store.CommitAsync(new WriteBatch(Kit.Teda).Put(KitKinds.Every, Kit.Id(9), ExpectedVersion.Missing, new Sample { Papers = ["p2"] }.Fields, Kit.Body)).ConfigureAwait(false);
        Expect.Status(CommitStatus.NotUnique, taken, "Value that an old record holds");
        Expect.Equal(3L, await store.PutAsync(Kit.Id(3), new Sample { Code = "back" }).ConfigureAwait(false), "Version behind an old tombstone");
        Expect.Equal(3L, await store.PutAsync(Kit.Id(2), new Sample { Code = "new" }).ConfigureAwait(false), "Version behind an old one");
        Expect.Sequence([Kit.Id(3), Kit.Id(2)], (await store.ReadChangesAsync().ConfigureAwait(false)).Skip(8).Select(change => change.Id), "New changes behind the old ones");
        Expect.Sequence([], (await store.Maintenance.CheckAsync(CancellationToken.None).ConfigureAwait(false)).Problems, "Problems of a migrated store");
    }

    private static Sample Whole() => new()
    {
        Label = "张三\U00020000", Code = "one", Note = "a 'note'", Number = -5, Seats = 1, Day = new LocalDate(2024, 2, 29), Moment = Kit.Morning, Blob = [0, 255], Blind = [1, 2, 3],
        State = "s", Tags = ["t1", "标签"], Papers = ["p1", "p2"], Counts = [7, long.MaxValue], Days = [new LocalDate(1, 1, 1)], Moments = [Kit.Morning], Prints = [[9], [8, 7]],
    };

    private static WriteBatch First() => new WriteBatch(Kit.Teda)
        .Put(KitKinds.Every, Kit.Id(1), ExpectedVersion.Missing, Whole().Fields, Kit.Body)
        .Emit(new DomainEvent("kit.released", new RecordKey(Kit.Teda, KitKinds.Every, Kit.Id(1)), "{\"n\":1}"u8.ToArray()))
        .AddAudit(Kit.Audit("one", subject: Kit.Id(1)));

    private static WriteBatch Second() => new WriteBatch(Kit.Teda, Kit.Request("released-two", "two"))
        .Increment(KitKinds.Every, Kit.Id(2), "seats", 2)
        .AddAudit(Kit.Audit("two", subject: Kit.Id(2)));
}

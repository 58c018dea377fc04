using NewCitizen.Storage;

namespace NewCitizen.Testing.Conformance;

/// <summary>One commit that uses every kind of operation and may fail at any step, and what has to hold afterwards.</summary>
internal sealed class CommitTrial(StoreUnderTest store, int number)
{
    private readonly Guid _counter = Id(number, 1);
    private readonly Guid _old = Id(number, 2);
    private readonly Guid _made = Id(number, 3);
    private readonly Guid _heir = Id(number, 4);

    public async Task PrepareAsync()
    {
        await store.PutAsync(_counter, new Sample { Seats = 0 }).ConfigureAwait(false);
        await store.PutAsync(_old, new Sample { Code = Code, Papers = [Code + "p"] }).ConfigureAwait(false);
    }

    public WriteBatch Batch() => new WriteBatch(Kit.Teda, Kit.Request(Code, Code))
        .Put(KitKinds.Every, _made, ExpectedVersion.Missing, new Sample { State = Code, Tags = ["a", "b"] }.Fields, Kit.Body)
        .Increment(KitKinds.Every, _counter, "seats", 1)
        .Put(KitKinds.Every, _counter, ExpectedVersion.Exactly(2), new Sample { Seats = 1, State = Code }.Fields, Kit.Body)
        .Delete(KitKinds.Every, _old, ExpectedVersion.Exactly(1))
        .Put(KitKinds.Every, _heir, ExpectedVersion.Missing, new Sample { Code = Code, Papers = [Code + "p"] }.Fields, Kit.Body)
        .Emit(new DomainEvent("kit.tried", new RecordKey(Kit.Teda, KitKinds.Every, _heir), default))
        .AddAudit(Kit.Audit(Code));

    /// <summary>Looks at every part, then sends the same request again.</summary>
    /// <param name="answer">What the store answered, or null if it threw.</param>
    /// <param name="thrown">What it threw.</param>
    public async Task RequireAllOrNothingAsync(CommitStatus? answer, Exception? thrown)
    {
        Expect.That(answer is null or CommitStatus.Committed or CommitStatus.Unknown, $"A failure inside a commit is not answered as {answer}.");
        var whole = await IsThereAsync().ConfigureAwait(false);
        Expect.That(answer != CommitStatus.Committed || whole, "A commit that was acknowledged is there.");
        Expect.That(thrown is not StoreUnavailableException || !whole, "A call that threw StoreUnavailableException wrote nothing.");
        var again = await store.CommitAsync(Batch()).ConfigureAwait(false);
        Expect.Status(whole ? CommitStatus.Replayed : CommitStatus.Committed, again, "The same request sent again");
        Expect.Sequence([1L, 2L, 3L, 2L, 1L], again.Versions, "Versions the same request is answered with");
        Expect.That(await IsThereAsync().ConfigureAwait(false), "The same request sent again is there.");
    }

    private static Guid Id(int number, int part) => Kit.Id((number * 10) + part);

    private string Code => "trial-" + Kit.Text(number);

    private async Task<bool> IsThereAsync()
    {
        await store.SettleAsync().ConfigureAwait(false);
        RecordKey[] keys = [.. new[] { _counter, _old, _made, _heir }.Select(id => new RecordKey(Kit.Teda, KitKinds.Every, id))];
        var versions = (await store.Records.GetManyAsync(keys, CancellationToken.None).ConfigureAwait(false)).Select(record => record?.Version ?? 0).ToList();
        var whole = versions[2] == 1;
        Expect.Sequence(whole ? [3L, 0L, 1L, 1L] : [1L, 1L, 0L, 0L], versions, "Versions of the four records of a commit that may have failed");
        Expect.Equal(whole ? 2 : 0, (await store.FindAsync(FieldFilter.Equal("state", FieldValue.Text(Code))).ConfigureAwait(false)).Length, "Records in the index of a commit that may have failed");
        Expect.Sequence([whole ? _heir : _old], await store.FindAsync(FieldFilter.Equal("papers", FieldValue.Text(Code + "p"))).ConfigureAwait(false), "Holder of the unique value");
        var ids = keys.Select(key => key.Id).ToHashSet();
        Expect.Equal(whole ? 8 : 2, (await store.ReadChangesAsync().ConfigureAwait(false)).Count(change => ids.Contains(change.Id)), "Change entries of a commit that may have failed");
        Expect.Equal(whole ? 1 : 0, (await store.ReadAuditAsync().ConfigureAwait(false)).Count(stored => stored.Entry.Details == Code), "Audit entries of a commit that may have failed");
        return whole;
    }
}

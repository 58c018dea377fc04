using NodaTime;

namespace NewCitizen.Storage;

/// <summary>The right to do a piece of work alone for a while (租约锁), as <see cref="StoreLeases"/> granted it. Immutable: a renewal gives a new one.</summary>
/// <param name="Name">The work.</param>
/// <param name="Owner">Who holds it.</param>
/// <param name="Until">When it ends unless renewed (UTC); judged by the clock of whoever asks.</param>
/// <param name="Fence">Fencing number: version of the record behind it. Rises with every grant and renewal, for all owners.</param>
public sealed record StoreLease(string Name, string Owner, Instant Until, long Fence)
{
    /// <summary>Whether it still runs at a moment.</summary>
    public bool IsRunning(Instant now) => now < Until;

    /// <summary>
    /// Refuses a batch as <see cref="CommitStatus.Conflict"/> if the lease was renewed, released or taken over meanwhile: the only proof
    /// against a holder that was stopped and wakes up late. Works for batches of <see cref="StoreLeases.Agency"/>, where the lease stands.
    /// </summary>
    /// <exception cref="ArgumentException">The batch is of another agency.</exception>
    public WriteBatch Guard(WriteBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Agency == StoreLeases.Agency
            ? batch.Check(StoreLeases.Kind, StoreLeases.IdOf(Name), ExpectedVersion.Exactly(Fence))
            : throw new ArgumentException("A lease guards batches of the agency it stands in.", nameof(batch));
    }
}

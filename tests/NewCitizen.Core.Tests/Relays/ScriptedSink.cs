using NewCitizen.Relays;

namespace NewCitizen.Core.Tests.Relays;

/// <summary>Keeps what it gets, and misbehaves as told.</summary>
internal sealed class ScriptedSink : IChangeSink
{
    /// <summary>Everything the receiver saw, repetitions too.</summary>
    public List<ChangeMessage> Seen { get; } = [];

    /// <summary>Events the receiver refuses for good.</summary>
    public HashSet<Guid> Poison { get; } = [];

    /// <summary>Runs once, inside the next delivery.</summary>
    public Func<Task>? During { get; set; }

    /// <summary>The next delivery takes so many and fails; -1 takes all.</summary>
    public int FailAfter { get; set; } = -1;

    /// <summary>The next delivery takes what it takes but the answer is lost.</summary>
    public bool LoseAnswer { get; set; }

    public IEnumerable<Guid> Ids => Seen.Select(message => message.Id);

    public async ValueTask<DeliveryResult> DeliverAsync(IReadOnlyList<ChangeMessage> messages, CancellationToken cancellationToken)
    {
        var (during, failAfter, loseAnswer) = (During, FailAfter, LoseAnswer);
        (During, FailAfter, LoseAnswer) = (null, -1, false);
        for (var i = 0; i < messages.Count; i++)
        {
            if (i == failAfter) return loseAnswer ? throw new IOException("The answer is lost.") : DeliveryResult.Failed(i, "told-to");
            if (Poison.Contains(messages[i].Id)) return loseAnswer ? throw new IOException("The answer is lost.") : DeliveryResult.Refused(i, "poison");
            Seen.Add(messages[i]);
            if (i == messages.Count / 2 && during is not null) await during();
        }

        return loseAnswer ? throw new IOException("The answer is lost.") : DeliveryResult.Accepted(messages.Count);
    }
}

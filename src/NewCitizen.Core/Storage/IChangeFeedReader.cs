namespace NewCitizen.Storage;

/// <summary>
/// Somebody who follows the change feed and must not miss an entry (变更流读者), such as a relay. Register one for each: the nightly trim never goes
/// beyond what all of them have handled, and how far each is behind is measured.
/// </summary>
public interface IChangeFeedReader
{
    /// <summary>Name in figures and health, such as <c>rabbitmq</c>; never personal.</summary>
    string Name { get; }

    /// <summary>The last position this reader has handled for good; <see cref="FeedPosition.Start"/> if none yet.</summary>
    ValueTask<FeedPosition> ReadHandledAsync(CancellationToken cancellationToken);
}

using NewCitizen.Errors;
using NewCitizen.Storage;

namespace NewCitizen.Relays;

public sealed partial class ChangeRelay
{
    /// <summary>Messages the receiver refused for good, oldest first.</summary>
    /// <param name="limit">1 to 1,000.</param>
    /// <param name="after">The last one of the page before; null for the first page.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<IReadOnlyList<ParkedMessage>> ListParkedAsync(int limit, ParkedMessage? after, CancellationToken cancellationToken)
    {
        QueryCursor? cursor = after is null ? null : new QueryCursor(FieldValue.Instant(after.ParkedAt), after.Id);
        var query = new RecordQuery(
            RelayKinds.Agency, RelayKinds.Parked, [FieldFilter.Equal("relay", FieldValue.Text(Name))], orderBy: "parked_at", limit: limit, after: cursor);
        var page = await _store.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        return [.. page.Records.Select(ParkedMessage.Read)];
    }

    /// <summary>Hands a parked message over once more, marked as replayed and outside the order; if the receiver takes it, it is parked no longer.</summary>
    /// <param name="id">Id of the parked record.</param>
    /// <param name="cancellationToken">Ends the wait; the message may have been handed over.</param>
    /// <returns>The message, or NC3051 (not parked) or NC3052 (not taken this time either).</returns>
    public async ValueTask<Outcome<ParkedMessage>> RedeliverAsync(Guid id, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var record = await _store.GetAsync(new RecordKey(RelayKinds.Agency, RelayKinds.Parked, id), cancellationToken).ConfigureAwait(false);
            if (record is null || ParkedMessage.Read(record) is not { } parked || parked.Relay != Name)
            {
                return Outcome<ParkedMessage>.Refused(RelayErrors.NotParked);
            }

            var result = await AskSinkAsync([ChangeMessage.Create(parked.Entry, _options.Source, parked.Stream, replayed: true)], cancellationToken).ConfigureAwait(false);
            if (result.Status != DeliveryStatus.Accepted)
            {
                return Outcome<ParkedMessage>.Refused(RelayErrors.NotAccepted, result.Reason ?? string.Empty);
            }

            // Anything but durable leaves it parked: it can be handed over again, and the receiver tells by its id.
            await _store.CommitAsync(new WriteBatch(RelayKinds.Agency).Delete(RelayKinds.Parked, id, ExpectedVersion.Any), cancellationToken).ConfigureAwait(false);
            return Outcome<ParkedMessage>.Done(parked);
        }
        finally
        {
            _gate.Release();
        }
    }
}

using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using NodaTime;

namespace NewCitizen.Relays.Webhooks;

/// <summary>
/// Hands messages over by HTTP POST (回调), in their order, each call signed. Any answer of 200 to 299 takes them. 400, 409, 413 and 422
/// refuse a message for good; everything else, redirects included, says that the address or the secret is wrong or the receiver is not well,
/// and the call comes again.
/// </summary>
public sealed class WebhookSink : IChangeSink, IDisposable
{
    private static readonly MediaTypeHeaderValue s_single = new("application/cloudevents+json", "utf-8");
    private static readonly MediaTypeHeaderValue s_batch = new("application/cloudevents-batch+json", "utf-8");

    private readonly WebhookOptions _options;
    private readonly IClock _clock;
    private readonly HttpClient _client;

    /// <summary>Makes the sink; opens no connection yet.</summary>
    /// <param name="options">Address, secrets and form.</param>
    /// <param name="clock">Stamps the calls.</param>
    /// <param name="handler">Sends them; null for one that follows no redirects and checks addresses. A handler given here must do both itself.</param>
    /// <exception cref="NewCitizen.Errors.NewCitizenException">NC3055: the address is not allowed; NC3056: there is no secret.</exception>
    public WebhookSink(WebhookOptions options, IClock clock, HttpMessageHandler? handler = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        options.Require();
        _options = options;
        _clock = clock;
        _client = new HttpClient(handler ?? WebhookHandler.Create(options), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("NewCitizen", "1"));
    }

    /// <inheritdoc/>
    public async ValueTask<DeliveryResult> DeliverAsync(IReadOnlyList<ChangeMessage> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var accepted = 0;
        var single = false;
        while (accepted < messages.Count)
        {
            var count = single ? 1 : CallSize(messages, accepted);
            var result = await CallAsync(messages, accepted, count, cancellationToken).ConfigureAwait(false);
            if (result.Status == DeliveryStatus.Accepted)
            {
                accepted += count;
            }
            else if (result.Status == DeliveryStatus.Refused && count > 1)
            {
                // One of them is refused; which one shows when each goes alone.
                single = true;
            }
            else
            {
                return result.Status == DeliveryStatus.Refused
                    ? DeliveryResult.Refused(accepted, result.Reason!)
                    : DeliveryResult.Failed(accepted, result.Reason!, result.RetryAfter);
            }
        }

        return DeliveryResult.Accepted(accepted);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private int CallSize(IReadOnlyList<ChangeMessage> messages, int from)
    {
        var (count, bytes) = (1, messages[from].Json.Length + 2);
        while (from + count < messages.Count && count < _options.EventsPerCall && bytes + messages[from + count].Json.Length + 1 <= _options.MaxBytes)
        {
            bytes += messages[from + count].Json.Length + 1;
            count++;
        }

        return count;
    }

    private async ValueTask<DeliveryResult> CallAsync(IReadOnlyList<ChangeMessage> messages, int from, int count, CancellationToken cancellationToken)
    {
        using var request = Request(messages, from, count);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.Timeout.ToTimeSpan());
        try
        {
            // The body of the answer is of no interest and may be endless.
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            return Judge(response, count);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return DeliveryResult.Failed(0, "timeout");
        }
        catch (HttpRequestException e)
        {
            return DeliveryResult.Failed(0, e.InnerException is WebhookAddressException ? "address-refused" : "connection-" + e.HttpRequestError);
        }
    }

    private DeliveryResult Judge(HttpResponseMessage response, int count)
    {
        if (response.IsSuccessStatusCode)
        {
            return DeliveryResult.Accepted(count);
        }

        var reason = string.Create(CultureInfo.InvariantCulture, $"http-{(int)response.StatusCode}");
        return response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity
            ? DeliveryResult.Refused(0, reason)
            : DeliveryResult.Failed(0, reason, RetryAfter(response.Headers.RetryAfter));
    }

    private Duration? RetryAfter(RetryConditionHeaderValue? header) => header switch
    {
        { Delta: { } wait } => Duration.FromTimeSpan(wait),
        { Date: { } date } => Instant.FromDateTimeOffset(date) - _clock.GetCurrentInstant(),
        _ => null,
    };

    private HttpRequestMessage Request(IReadOnlyList<ChangeMessage> messages, int from, int count)
    {
        var isBatch = _options.EventsPerCall > 1;
        var body = isBatch ? Batch(messages, from, count) : messages[from].Json.ToArray();
        var id = messages[from].Id.ToString("D") + (isBatch ? string.Create(CultureInfo.InvariantCulture, $"_{count}") : string.Empty);
        var now = _clock.GetCurrentInstant();
        var request = new HttpRequestMessage(HttpMethod.Post, _options.Address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = isBatch ? s_batch : s_single;
        request.Headers.Add(WebhookSignature.IdHeader, id);
        request.Headers.Add(WebhookSignature.TimestampHeader, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Sign(_options.Secrets, id, now, body));
        return request;
    }

    private static byte[] Batch(IReadOnlyList<ChangeMessage> messages, int from, int count)
    {
        using var body = new MemoryStream();
        for (var i = 0; i < count; i++)
        {
            body.WriteByte(i == 0 ? (byte)'[' : (byte)',');
            body.Write(messages[from + i].Json.Span);
        }

        body.WriteByte((byte)']');
        return body.ToArray();
    }
}

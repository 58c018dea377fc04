using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using NewCitizen.AspNetCore.Problems;
using NewCitizen.Errors;
using NewCitizen.Storage;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>A body read from a request, or the refusal; with the request key, which needs the digest of the very bytes.</summary>
/// <typeparam name="T">Type of the body.</typeparam>
/// <param name="Value">The body; null when refused.</param>
/// <param name="Key">The request key, if the caller sent one.</param>
/// <param name="Refusal">What to answer instead.</param>
internal sealed record JsonBody<T>(T? Value, RequestKey? Key, IResult? Refusal)
    where T : class
{
    private const int MaxBytes = 64 * 1024;
    private const int MaxKeyLength = 64;
    private const string KeyHeader = "Idempotency-Key";

    /// <summary>Reads body and key.</summary>
    public static async Task<JsonBody<T>> ReadAsync(HttpContext http, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        if (!http.Request.HasJsonContentType())
        {
            return Refused(http, WebErrors.NotJson);
        }

        using var buffer = new MemoryStream();
        var block = ArrayPool<byte>.Shared.Rent(8 * 1024);
        try
        {
            int read;
            while ((read = await http.Request.Body.ReadAsync(block, cancellationToken).ConfigureAwait(false)) > 0)
            {
                buffer.Write(block, 0, read);
                if (buffer.Length > MaxBytes)
                {
                    return Refused(http, WebErrors.BodyTooLarge, MaxBytes.ToString(CultureInfo.InvariantCulture));
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block, clearArray: true);
        }

        var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        T? value;
        try
        {
            value = JsonSerializer.Deserialize(bytes.Span, type);
        }
        catch (JsonException)
        {
            // Its message quotes the body, and so perhaps a person.
            return Refused(http, WebErrors.BodyUnreadable);
        }

        if (value is null)
        {
            return Refused(http, WebErrors.BodyUnreadable);
        }

        if (!http.Request.Headers.TryGetValue(KeyHeader, out var header))
        {
            return new(value, null, null);
        }

        var text = header.Count == 1 ? header[0] : null;
        return text is { Length: >= 1 and <= MaxKeyLength } && text.All(c => c is > ' ' and <= '~')
            ? new(value, new RequestKey($"{typeof(T).Name}:{text}", SHA256.HashData(bytes.Span)), null)
            : Refused(http, WebErrors.IdempotencyKeyInvalid);
    }

    private static JsonBody<T> Refused(HttpContext http, ErrorCode code, params IReadOnlyList<string> arguments) => new(null, null, Problem.Of(http, code, arguments));
}

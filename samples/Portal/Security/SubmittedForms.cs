using System.Collections.Concurrent;
using NodaTime;

namespace Portal.Security;

/// <summary>
/// Answers a form that is sent twice, such as by a double click, with the page of the first time. What must never happen twice is
/// guarded by the store as well; this spares the clerk an error about their own click.
/// </summary>
public sealed class SubmittedForms(IClock clock)
{
    private static readonly Duration s_kept = Duration.FromMinutes(30);

    private readonly ConcurrentDictionary<string, (Instant At, Lazy<Task<string?>> Page)> _forms = new(StringComparer.Ordinal);

    /// <summary>Runs <paramref name="submit"/> once a key; a refusal (null) may be sent again under the same key.</summary>
    public async Task<string?> OnceAsync(string account, string? formKey, Func<Task<string?>> submit)
    {
        ArgumentNullException.ThrowIfNull(submit);
        if (string.IsNullOrEmpty(formKey))
        {
            return await submit();
        }

        Forget();
        var key = $"{account} {formKey}";
        var entry = _forms.GetOrAdd(key, _ => (clock.GetCurrentInstant(), new Lazy<Task<string?>>(submit)));
        string? page = null;
        try
        {
            page = await entry.Page.Value;
        }
        finally
        {
            if (page is null)
            {
                _forms.TryRemove(key, out _);
            }
        }

        return page;
    }

    private void Forget()
    {
        var before = clock.GetCurrentInstant() - s_kept;
        foreach (var (key, entry) in _forms)
        {
            if (entry.At < before)
            {
                _forms.TryRemove(key, out _);
            }
        }
    }
}

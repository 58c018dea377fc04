using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace NewCitizen.Residents;

/// <summary>
/// Further facts by key (扩展项), so that an office can keep what we did not foresee without forking a record. Values are kept
/// encrypted and are never printed. Immutable; keys in ordinal order.
/// </summary>
public sealed class ExtensionBag : IReadOnlyCollection<KeyValuePair<string, string>>
{
    /// <summary>Most entries.</summary>
    public const int MaxEntries = 50;

    /// <summary>Longest key in characters.</summary>
    public const int MaxKeyLength = 60;

    /// <summary>Longest value in characters.</summary>
    public const int MaxValueLength = 2000;

    private readonly SortedDictionary<string, string> _entries;

    private ExtensionBag(SortedDictionary<string, string> entries) => _entries = entries;

    /// <summary>No entries.</summary>
    public static ExtensionBag Empty { get; } = new(new(StringComparer.Ordinal));

    /// <inheritdoc/>
    public int Count => _entries.Count;

    /// <summary>Keys in ordinal order.</summary>
    public IReadOnlyCollection<string> Keys => _entries.Keys;

    /// <summary>Makes a bag.</summary>
    /// <param name="entries">Keys of 1 to 60 characters without control characters, values of 1 to 2,000 characters; at most 50.</param>
    /// <param name="bag">The bag; null if an entry is out of bounds.</param>
    public static bool TryCreate(IEnumerable<KeyValuePair<string, string>> entries, [NotNullWhen(true)] out ExtensionBag? bag)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        bag = null;
        foreach (var (key, value) in entries)
        {
            var fits = key is { Length: >= 1 and <= MaxKeyLength } && value is { Length: >= 1 and <= MaxValueLength } && !key.Any(char.IsControl);
            if (!fits || !sorted.TryAdd(key, value) || sorted.Count > MaxEntries)
            {
                return false;
            }
        }

        bag = sorted.Count == 0 ? Empty : new(sorted);
        return true;
    }

    /// <summary>Value of a key.</summary>
    public bool TryGet(string key, [NotNullWhen(true)] out string? value) => _entries.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The number of entries only.</summary>
    public override string ToString() => $"{Count} extension(s)";
}

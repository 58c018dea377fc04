using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace NewCitizen.Audit;

/// <summary>
/// A checkpoint in one line, to be kept outside the store: on paper, with another station, in write-once storage. Only with it can a
/// verifier notice that the end of the log was cut off together with its checkpoints.
/// </summary>
/// <param name="Number">Number of the checkpoint.</param>
/// <param name="Size">Entries it signs.</param>
/// <param name="Hash">Its hash in lower hexadecimal, 64 digits.</param>
public sealed record AuditAnchor(long Number, long Size, string Hash)
{
    /// <summary>Reads the line <see cref="ToString"/> prints.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out AuditAnchor? anchor)
    {
        anchor = text?.Split(' ') is [var number, var size, { Length: 2 * AuditHash.Size } hash]
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var s)
            && hash.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f')
            ? new AuditAnchor(n, s, hash)
            : null;
        return anchor is not null;
    }

    /// <summary>Number, size and hash with a space between.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number} {Size} {Hash}");
}

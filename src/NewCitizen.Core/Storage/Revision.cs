using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace NewCitizen.Storage;

/// <summary>Which state of a record a caller has seen (修订号); hand it back with a change. Opaque: compare for equality only.</summary>
public readonly record struct Revision : IParsable<Revision>
{
    internal Revision(long version) => Version = version;

    internal long Version { get; }

    internal ExpectedVersion Expected => ExpectedVersion.Exactly(Version);

    /// <inheritdoc/>
    public static Revision Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var revision) ? revision : throw new FormatException("Not a revision.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Revision result)
    {
        var valid = long.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0;
        result = valid ? new Revision(version) : default;
        return valid;
    }

    /// <summary>A short text for forms and ETags.</summary>
    public override string ToString() => Version.ToString(CultureInfo.InvariantCulture);
}

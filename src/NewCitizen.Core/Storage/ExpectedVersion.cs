using System.Globalization;

namespace NewCitizen.Storage;

/// <summary>What a write or check expects to find.</summary>
public readonly record struct ExpectedVersion
{
    private readonly long _code;

    private ExpectedVersion(long code) => _code = code;

    /// <summary>Whatever is there, or nothing.</summary>
    public static ExpectedVersion Any => default;

    /// <summary>No living record: never written, or deleted.</summary>
    public static ExpectedVersion Missing => new(-1);

    /// <summary>A living record of any version.</summary>
    public static ExpectedVersion Exists => new(-2);

    /// <summary>A living record of exactly this version.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="version"/> is below 1.</exception>
    public static ExpectedVersion Exactly(long version)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        return new(version);
    }

    /// <summary>Whether what a store found fits.</summary>
    /// <param name="livingVersion">Version of the living record, or null if there is none.</param>
    public bool Accepts(long? livingVersion) => _code switch
    {
        0 => true,
        -1 => livingVersion is null,
        -2 => livingVersion is not null,
        _ => livingVersion == _code,
    };

    /// <summary>Such as <c>any</c> or <c>3</c>.</summary>
    public override string ToString() => _code switch
    {
        0 => "any",
        -1 => "missing",
        -2 => "exists",
        _ => _code.ToString(CultureInfo.InvariantCulture),
    };
}

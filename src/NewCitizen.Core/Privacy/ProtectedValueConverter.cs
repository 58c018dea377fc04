namespace NewCitizen.Privacy;

/// <summary>
/// Writes a value type such as an identity number or a mobile number encrypted, in its full form (format <c>F</c>); derive one sealed
/// class a field. Works on nullable values as well.
/// </summary>
/// <typeparam name="T">A type that prints itself in full as UTF-8 for format <c>F</c> and reads that back.</typeparam>
/// <param name="field">As for <see cref="ProtectedConverter{T}"/>.</param>
public abstract class ProtectedValueConverter<T>(string field) : ProtectedConverter<T>(field)
    where T : IUtf8SpanFormattable, IUtf8SpanParsable<T>
{
    /// <inheritdoc/>
    protected sealed override bool TryFormat(T value, Span<byte> utf8, out int written) => value.TryFormat(utf8, out written, "F", provider: null);

    /// <inheritdoc/>
    protected sealed override T Parse(ReadOnlySpan<byte> utf8) => T.Parse(utf8, provider: null);
}

using System.Text;

namespace NewCitizen.Privacy;

/// <summary>Writes <see cref="ProtectedText"/> encrypted; derive one sealed class a field. Works on <c>ProtectedText?</c> as well.</summary>
/// <param name="field">As for <see cref="ProtectedConverter{T}"/>.</param>
public abstract class ProtectedTextConverter(string field) : ProtectedConverter<ProtectedText>(field)
{
    /// <inheritdoc/>
    protected sealed override bool TryFormat(ProtectedText value, Span<byte> utf8, out int written) =>
        Encoding.UTF8.TryGetBytes(value.Reveal(), utf8, out written);

    /// <inheritdoc/>
    protected sealed override ProtectedText Parse(ReadOnlySpan<byte> utf8) => new(Encoding.UTF8.GetString(utf8));
}

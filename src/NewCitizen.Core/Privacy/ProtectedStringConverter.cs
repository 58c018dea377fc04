using System.Text;

namespace NewCitizen.Privacy;

/// <summary>Writes a plain string property encrypted; derive one sealed class a field. Its owner must mask it in <c>ToString()</c>.</summary>
/// <param name="field">As for <see cref="ProtectedConverter{T}"/>.</param>
public abstract class ProtectedStringConverter(string field) : ProtectedConverter<string>(field)
{
    /// <inheritdoc/>
    protected sealed override bool TryFormat(string value, Span<byte> utf8, out int written) => Encoding.UTF8.TryGetBytes(value, utf8, out written);

    /// <inheritdoc/>
    protected sealed override string Parse(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);
}

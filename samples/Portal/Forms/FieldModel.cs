namespace Portal.Forms;

/// <summary>One field of a form, as the partial page draws it.</summary>
public sealed record FieldModel(string Name, string Label)
{
    public string? Value { get; init; }

    public string Type { get; init; } = "text";

    public string? Hint { get; init; }

    public string? Error { get; init; }

    public bool Required { get; init; }

    public string? AutoComplete { get; init; } = "off";

    public string? InputMode { get; init; }

    public int? MaxLength { get; init; }

    /// <summary>short, medium or long.</summary>
    public string Width { get; init; } = "medium";

    /// <summary>Choices of a select; null for an input.</summary>
    public IReadOnlyList<(string Value, string Text)>? Options { get; init; }

    public string? DescribedBy => string.Join(' ', new[] { Hint is null ? null : $"{Name}-hint", Error is null ? null : $"{Name}-error" }.OfType<string>()) is { Length: > 0 } ids ? ids : null;
}

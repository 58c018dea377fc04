namespace NewCitizen.Storage;

/// <summary>Checks values against their declaration, once for all stores.</summary>
internal static class FieldRules
{
    public static void Require(RecordKind kind, IReadOnlyList<FieldValue> fields)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(fields);
        if (fields.Count != kind.Fields.Count)
        {
            throw new ArgumentException($"Kind '{kind}' declares {kind.Fields.Count} fields, {fields.Count} were given.", nameof(fields));
        }

        for (var i = 0; i < fields.Count; i++)
        {
            if (!Fits(kind.Fields[i], fields[i]))
            {
                throw new ArgumentException($"Field '{kind.Fields[i].Name}' of kind '{kind}' cannot hold {fields[i]}.", nameof(fields));
            }
        }
    }

    public static bool Fits(FieldDefinition definition, FieldValue value) =>
        value.IsNull
        || (value.IsMany
            ? definition.Multiple && (value.AsMany().Count == 0 || value.Type == definition.Type)
            : !definition.Multiple && value.Type == definition.Type);
}

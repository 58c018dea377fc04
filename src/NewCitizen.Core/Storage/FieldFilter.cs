namespace NewCitizen.Storage;

/// <summary>One condition of a query, on an indexed field. Null never matches.</summary>
public sealed class FieldFilter
{
    private FieldFilter(string field, IReadOnlyList<FieldValue> anyOf, FieldValue from, FieldValue before)
    {
        Field = field;
        AnyOf = anyOf;
        From = from;
        Before = before;
    }

    /// <summary>Name of the field.</summary>
    public string Field { get; }

    /// <summary>Values of which the field has one; empty for a range.</summary>
    public IReadOnlyList<FieldValue> AnyOf { get; }

    /// <summary>Lowest value of a range, or null for no lower bound.</summary>
    public FieldValue From { get; }

    /// <summary>First value above a range, or null for no upper bound.</summary>
    public FieldValue Before { get; }

    /// <summary>Whether it is a range.</summary>
    public bool IsRange => AnyOf.Count == 0;

    /// <summary>The field has this value, or holds it among others. Needs an index of any type.</summary>
    public static FieldFilter Equal(string field, FieldValue value) => new(field, [value], default, default);

    /// <summary>The field has one of these values: at most 100. Needs an index of any type.</summary>
    /// <exception cref="ArgumentException">There is no value, or there are more than 100.</exception>
    public static FieldFilter In(string field, params IReadOnlyList<FieldValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Count is >= 1 and <= 100
            ? new(field, values, default, default)
            : throw new ArgumentException("1 to 100 values are allowed.", nameof(values));
    }

    /// <summary>The field is at least <paramref name="from"/> and below <paramref name="before"/>. Needs an ordered index.</summary>
    public static FieldFilter Range(string field, FieldValue from, FieldValue before) => new(field, [], from, before);

    /// <summary>Field and shape only.</summary>
    public override string ToString() => IsRange ? $"{Field} in a range" : $"{Field} in {AnyOf.Count} value(s)";
}

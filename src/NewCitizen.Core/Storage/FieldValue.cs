using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.Storage;

/// <summary>Value of a declared field: null, one value, or a set of values. Immutable; never printed, because it may be personal.</summary>
public readonly struct FieldValue : IEquatable<FieldValue>
{
    private readonly FieldType _type;
    private readonly long _number;
    private readonly object? _reference;

    private FieldValue(FieldType type, long number, object? reference)
    {
        _type = type;
        _number = number;
        _reference = reference;
    }

    private static readonly object s_number = new();

    /// <summary>No value.</summary>
    public static FieldValue Null => default;

    /// <summary>Whether there is no value.</summary>
    public bool IsNull => _reference is null;

    /// <summary>Whether it is a set of values.</summary>
    public bool IsMany => _reference is FieldValue[];

    /// <summary>Type of the value, or of each value of a set. Without meaning for null and for an empty set.</summary>
    public FieldType Type => _type;

    /// <summary>Text, or null if <paramref name="value"/> is null.</summary>
    /// <exception cref="ArgumentException">Half of a surrogate pair stands alone: it has no UTF-8 form, so no store could keep it.</exception>
    public static FieldValue Text(string? value)
    {
        if (value is null)
        {
            return Null;
        }

        for (var rest = value.AsSpan(); rest.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var at; rest = rest[(at + 2)..])
        {
            if (at + 1 == rest.Length || !char.IsSurrogatePair(rest[at], rest[at + 1]))
            {
                throw new ArgumentException("The text is not well-formed Unicode.", nameof(value));
            }
        }

        return new(FieldType.Text, 0, value);
    }

    /// <summary>A whole number.</summary>
    public static FieldValue Integer(long value) => new(FieldType.Integer, value, s_number);

    /// <summary>Bytes, or null if <paramref name="value"/> is null. The array must not be changed afterwards.</summary>
    public static FieldValue Bytes(byte[]? value) => value is null ? Null : new(FieldType.Bytes, 0, value);

    /// <summary>A date, or null. ISO calendar, years 1 to 9999.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside 1 to 9999; such a date has no <c>yyyy-MM-dd</c> form that sorts.</exception>
    public static FieldValue Date(LocalDate? value)
    {
        if (value is not { } date)
        {
            return Null;
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(date.Year, 1, nameof(value));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(date.Year, 9999, nameof(value));
        return new(FieldType.Date, Period.DaysBetween(s_epoch, date), s_number);
    }

    /// <summary>A moment, or null. Cut to whole milliseconds.</summary>
    public static FieldValue Instant(Instant? value) =>
        value is { } instant ? new(FieldType.Instant, instant.ToUnixTimeMilliseconds(), s_number) : Null;

    /// <summary>A set of values of one type; repeated values count once, order is not kept.</summary>
    /// <exception cref="ArgumentException">A member is null, itself a set, or of another type.</exception>
    public static FieldValue Many(params IReadOnlyList<FieldValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var value in values)
        {
            if (value.IsNull || value.IsMany || value._type != values[0]._type)
            {
                throw new ArgumentException("Members of a set are single values of one type.", nameof(values));
            }
        }

        FieldValue[] distinct = [.. values];
        if (distinct.Length > 1)
        {
            distinct = [.. distinct.Distinct()];
            Array.Sort(distinct, FieldValueComparer.Instance);
        }

        return new(distinct.Length == 0 ? FieldType.Text : distinct[0]._type, 0, distinct);
    }

    private static readonly LocalDate s_epoch = new(1970, 1, 1);

    /// <summary>The text. </summary>
    /// <exception cref="InvalidCastException">It is something else.</exception>
    public string AsText() => _reference as string ?? throw Mismatch(FieldType.Text);

    /// <summary>The whole number.</summary>
    /// <exception cref="InvalidCastException">It is something else.</exception>
    public long AsInteger() => _type == FieldType.Integer && _reference == s_number ? _number : throw Mismatch(FieldType.Integer);

    /// <summary>The bytes.</summary>
    /// <exception cref="InvalidCastException">It is something else.</exception>
    public byte[] AsBytes() => _reference as byte[] ?? throw Mismatch(FieldType.Bytes);

    /// <summary>The date.</summary>
    /// <exception cref="InvalidCastException">It is something else.</exception>
    public LocalDate AsDate() => _type == FieldType.Date && _reference == s_number ? s_epoch.PlusDays((int)_number) : throw Mismatch(FieldType.Date);

    /// <summary>The moment.</summary>
    /// <exception cref="InvalidCastException">It is something else.</exception>
    public Instant AsInstant() => _type == FieldType.Instant && _reference == s_number ? NodaTime.Instant.FromUnixTimeMilliseconds(_number) : throw Mismatch(FieldType.Instant);

    /// <summary>The members in their order; one member for a single value, none for null.</summary>
    public IReadOnlyList<FieldValue> AsMany() => _reference switch
    {
        FieldValue[] many => many,
        null => [],
        _ => [this],
    };

    /// <summary>The ISO form of a date, as stores keep it in text columns: <c>yyyy-MM-dd</c>.</summary>
    public string ToIsoDate() => LocalDatePattern.Iso.Format(AsDate());

    /// <inheritdoc/>
    public bool Equals(FieldValue other) => FieldValueComparer.Instance.Compare(this, other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FieldValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        switch (_reference)
        {
            case null: break;
            case string text: hash.Add(text, StringComparer.Ordinal); break;
            case byte[] bytes: hash.AddBytes(bytes); break;
            case FieldValue[] many: foreach (var value in many) hash.Add(value); break;
            default: hash.Add(_number); break;
        }

        return hash.ToHashCode();
    }

    /// <summary>Equality by value.</summary>
    public static bool operator ==(FieldValue left, FieldValue right) => left.Equals(right);

    /// <summary>Inequality by value.</summary>
    public static bool operator !=(FieldValue left, FieldValue right) => !left.Equals(right);

    /// <summary>The type only: a value may be personal.</summary>
    public override string ToString() => IsNull ? "null" : IsMany ? $"{_type}[]" : _type.ToString();

    internal long RawNumber => _number;

    internal object? RawReference => _reference;

    private InvalidCastException Mismatch(FieldType wanted) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The value is {ToString()}, not {wanted}."));
}

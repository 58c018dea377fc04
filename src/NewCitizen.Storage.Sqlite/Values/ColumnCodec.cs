using NewCitizen.Storage.Sqlite.Native;
using NodaTime;

namespace NewCitizen.Storage.Sqlite.Values;

/// <summary>Puts field values into columns and reads them back.</summary>
internal static class ColumnCodec
{
    /// <summary>Binds null, one value, or a set (as JSON).</summary>
    public static void Bind(Statement statement, int place, in FieldValue value)
    {
        if (value.IsNull)
        {
            statement.BindNull(place);
        }
        else if (value.IsMany)
        {
            statement.BindUtf8(place, SetCodec.Encode(value.AsMany()).WrittenSpan);
        }
        else
        {
            BindOne(statement, place, value);
        }
    }

    public static FieldValue Read(Statement statement, int column, FieldDefinition field)
    {
        if (statement.IsNull(column))
        {
            return FieldValue.Null;
        }

        return field.Multiple ? SetCodec.Decode(statement.Bytes(column), field.Type) : ReadOne(statement, column, field.Type);
    }

    private static void BindOne(Statement statement, int place, in FieldValue value)
    {
        switch (value.Type)
        {
            case FieldType.Text: statement.Bind(place, value.AsText()); break;
            case FieldType.Integer: statement.Bind(place, value.AsInteger()); break;
            case FieldType.Bytes: statement.Bind(place, value.AsBytes().AsSpan()); break;
            case FieldType.Date: BindDate(statement, place, value.AsDate()); break;
            default: statement.Bind(place, value.AsInstant().ToUnixTimeMilliseconds()); break;
        }
    }

    private static FieldValue ReadOne(Statement statement, int column, FieldType type) => type switch
    {
        FieldType.Text => FieldValue.Text(statement.Text(column)),
        FieldType.Integer => FieldValue.Integer(statement.Number(column)),
        FieldType.Bytes => FieldValue.Bytes(statement.Bytes(column).ToArray()),
        FieldType.Date => FieldValue.Date(ReadDate(statement.Bytes(column))),
        _ => FieldValue.Instant(Instant.FromUnixTimeMilliseconds(statement.Number(column))),
    };

    private static void BindDate(Statement statement, int place, LocalDate date)
    {
        Span<byte> text = stackalloc byte[10];
        Write(text[..4], date.Year);
        text[4] = (byte)'-';
        Write(text[5..7], date.Month);
        text[7] = (byte)'-';
        Write(text[8..], date.Day);
        statement.BindUtf8(place, text);
    }

    private static void Write(Span<byte> digits, int value)
    {
        for (var i = digits.Length - 1; i >= 0; i--, value /= 10)
        {
            digits[i] = (byte)('0' + (value % 10));
        }
    }

    private static LocalDate ReadDate(ReadOnlySpan<byte> text) =>
        text.Length == 10
            ? new(Number(text[..4]), Number(text[5..7]), Number(text[8..]))
            : throw new StoreUnavailableException(StorageErrors.Unavailable, new FormatException("A date column does not hold yyyy-MM-dd."));

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = (value * 10) + digit - '0';
        }

        return value;
    }
}

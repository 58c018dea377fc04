using System.Globalization;
using NewCitizen.Storage;
using NodaTime;
using NodaTime.Text;

namespace CustomStore;

/// <summary>A field value as JSON strings: null, or <c>one</c>/<c>many</c> followed by the values, each led by the letter of its type.</summary>
internal static class FieldText
{
    public static string[]? Write(FieldValue value) =>
        value.IsNull ? null : [value.IsMany ? "many" : "one", .. value.AsMany().Select(WriteOne)];

    public static FieldValue Read(string[]? text) => text switch
    {
        null => FieldValue.Null,
        ["one", var single] => ReadOne(single),
        ["many", .. var members] => FieldValue.Many([.. members.Select(ReadOne)]),
        _ => throw new StoreUnavailableException(StorageErrors.NotAStore),
    };

    private static string WriteOne(FieldValue value) => value.Type switch
    {
        FieldType.Text => "T" + value.AsText(),
        FieldType.Integer => "I" + value.AsInteger().ToString(CultureInfo.InvariantCulture),
        FieldType.Bytes => "B" + Convert.ToBase64String(value.AsBytes()),
        FieldType.Date => "D" + value.ToIsoDate(),
        _ => "M" + value.AsInstant().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
    };

    private static FieldValue ReadOne(string text) => text[0] switch
    {
        'T' => FieldValue.Text(text[1..]),
        'I' => FieldValue.Integer(long.Parse(text.AsSpan(1), CultureInfo.InvariantCulture)),
        'B' => FieldValue.Bytes(Convert.FromBase64String(text[1..])),
        'D' => FieldValue.Date(LocalDatePattern.Iso.Parse(text[1..]).Value),
        _ => FieldValue.Instant(Instant.FromUnixTimeMilliseconds(long.Parse(text.AsSpan(1), CultureInfo.InvariantCulture))),
    };
}

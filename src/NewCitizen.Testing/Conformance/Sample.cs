using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.Conformance;

/// <summary>Values for a record of <see cref="KitKinds.Every"/>; what is not set is null.</summary>
internal sealed record Sample
{
    public string? Label { get; init; }

    public string? Code { get; init; }

    public string? Note { get; init; }

    public long? Number { get; init; }

    public long? Seats { get; init; }

    public LocalDate? Day { get; init; }

    public Instant? Moment { get; init; }

    public byte[]? Blob { get; init; }

    public byte[]? Blind { get; init; }

    public string? State { get; init; }

    public string[]? Tags { get; init; }

    public string[]? Papers { get; init; }

    public long[]? Counts { get; init; }

    public LocalDate[]? Days { get; init; }

    public Instant[]? Moments { get; init; }

    public byte[][]? Prints { get; init; }

    public IReadOnlyList<FieldValue> Fields =>
    [
        FieldValue.Text(Label),
        FieldValue.Text(Code),
        FieldValue.Text(Note),
        One(Number),
        One(Seats),
        FieldValue.Date(Day),
        FieldValue.Instant(Moment),
        FieldValue.Bytes(Blob),
        FieldValue.Bytes(Blind),
        FieldValue.Text(State),
        Many(Tags, FieldValue.Text),
        Many(Papers, FieldValue.Text),
        Many(Counts, FieldValue.Integer),
        Many(Days, day => FieldValue.Date(day)),
        Many(Moments, moment => FieldValue.Instant(moment)),
        Many(Prints, FieldValue.Bytes),
    ];

    /// <summary>Fields of a record of <see cref="KitKinds.Other"/>.</summary>
    public static IReadOnlyList<FieldValue> OfOther(string? code, long? number = null) => [FieldValue.Text(code), One(number)];

    private static FieldValue One(long? value) => value is { } number ? FieldValue.Integer(number) : FieldValue.Null;

    private static FieldValue Many<T>(T[]? values, Func<T, FieldValue> wrap) =>
        values is null ? FieldValue.Null : FieldValue.Many([.. values.Select(wrap)]);
}

using System.Runtime.InteropServices;
using NewCitizen.Agencies;
using NewCitizen.Storage.PostgreSql.Schema;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace NewCitizen.Storage.PostgreSql.Values;

/// <summary>Adds values to a statement, in their order, without boxing them.</summary>
internal static class Parameters
{
    private static readonly LocalDate s_serverEpoch = new(2000, 1, 1);
    private static readonly long s_serverEpochMilliseconds = s_serverEpoch.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant().ToUnixTimeMilliseconds();

    public static NpgsqlBatchCommand Text(this NpgsqlBatchCommand command, string? value) => command.AddText(value is null ? null : TextCodec.Encode(value));

    public static NpgsqlBatchCommand Agency(this NpgsqlBatchCommand command, AgencyId agency) => command.AddText(agency.Value);

    public static NpgsqlBatchCommand Number(this NpgsqlBatchCommand command, long value) => command.Add(value, NpgsqlDbType.Bigint);

    public static NpgsqlBatchCommand Small(this NpgsqlBatchCommand command, int value) => command.Add(value, NpgsqlDbType.Integer);

    public static NpgsqlBatchCommand Id(this NpgsqlBatchCommand command, Guid value) => command.Add(value, NpgsqlDbType.Uuid);

    public static NpgsqlBatchCommand Moment(this NpgsqlBatchCommand command, Instant value) => command.Add(Microseconds(value), NpgsqlDbType.TimestampTz);

    public static NpgsqlBatchCommand Null(this NpgsqlBatchCommand command, NpgsqlDbType type)
    {
        command.Parameters.Add(new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = type });
        return command;
    }

    public static NpgsqlBatchCommand Bytes(this NpgsqlBatchCommand command, ReadOnlyMemory<byte> value) =>
        MemoryMarshal.TryGetArray(value, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length
            ? command.Add(segment.Array, NpgsqlDbType.Bytea)
            : command.Add(value, NpgsqlDbType.Bytea);

    public static NpgsqlBatchCommand Add<T>(this NpgsqlBatchCommand command, T value, NpgsqlDbType type)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });
        return command;
    }

    /// <summary>Null, one value, or a set as an array.</summary>
    public static NpgsqlBatchCommand Field(this NpgsqlBatchCommand command, FieldColumn column, in FieldValue value)
    {
        if (value.IsNull)
        {
            return command.Null(column.ColumnDbType);
        }

        return column.Definition.Multiple ? command.Many(column, value.AsMany()) : command.One(column, value);
    }

    /// <summary>One value.</summary>
    public static NpgsqlBatchCommand One(this NpgsqlBatchCommand command, FieldColumn column, in FieldValue value) => column.Definition.Type switch
    {
        FieldType.Text => command.AddText(TextCodec.Encode(value.AsText())),
        FieldType.Integer => command.Add(value.AsInteger(), NpgsqlDbType.Bigint),
        FieldType.Bytes => command.Add(value.AsBytes(), NpgsqlDbType.Bytea),
        FieldType.Date => command.Add(Days(value.AsDate()), NpgsqlDbType.Date),
        _ => command.Add(Microseconds(value.AsInstant()), NpgsqlDbType.TimestampTz),
    };

    /// <summary>Several values as an array.</summary>
    public static NpgsqlBatchCommand Many(this NpgsqlBatchCommand command, FieldColumn column, IReadOnlyList<FieldValue> values) => column.Definition.Type switch
    {
        FieldType.Text => command.Add(Array(values, value => TextCodec.Encode(value.AsText())), NpgsqlDbType.Array | NpgsqlDbType.Text),
        FieldType.Integer => command.Add(Array(values, value => value.AsInteger()), NpgsqlDbType.Array | NpgsqlDbType.Bigint),
        FieldType.Bytes => command.Add(Array(values, value => value.AsBytes()), NpgsqlDbType.Array | NpgsqlDbType.Bytea),
        FieldType.Date => command.Add(Array(values, value => Days(value.AsDate())), NpgsqlDbType.Array | NpgsqlDbType.Date),
        _ => command.Add(Array(values, value => Microseconds(value.AsInstant())), NpgsqlDbType.Array | NpgsqlDbType.TimestampTz),
    };

    public static T[] Array<T>(IReadOnlyList<FieldValue> values, Func<FieldValue, T> map)
    {
        var array = new T[values.Count];
        for (var i = 0; i < array.Length; i++)
        {
            array[i] = map(values[i]);
        }

        return array;
    }

    /// <summary>Days since 2000-01-01, as the server counts them; the driver would make infinity of the first and the last day.</summary>
    public static int Days(LocalDate date) => Period.DaysBetween(s_serverEpoch, date);

    public static LocalDate Date(int days) => s_serverEpoch.PlusDays(days);

    /// <summary>Microseconds since 2000-01-01, as the server counts them.</summary>
    public static long Microseconds(Instant instant) => (instant.ToUnixTimeMilliseconds() - s_serverEpochMilliseconds) * 1000;

    public static Instant Moment(long microseconds) =>
        Instant.FromUnixTimeMilliseconds((long)Math.Floor(microseconds / 1000m) + s_serverEpochMilliseconds);

    private static NpgsqlBatchCommand AddText(this NpgsqlBatchCommand command, string? value) =>
        value is null ? command.Null(NpgsqlDbType.Text) : command.Add(value, NpgsqlDbType.Text);
}

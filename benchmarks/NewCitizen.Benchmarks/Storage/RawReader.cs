using Microsoft.Data.Sqlite;

namespace NewCitizen.Benchmarks.Storage;

/// <summary>The floor of a look-up: one prepared statement that reads the columns and the body of one row, and understands nothing of them.</summary>
internal sealed class RawReader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _command;
    private readonly SqliteParameter _wanted;

    private RawReader(string path, string from)
    {
        _connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        _connection.Open();
        using (var settings = _connection.CreateCommand())
        {
            settings.CommandText = "PRAGMA cache_size = -8000";
            settings.ExecuteNonQuery();
        }

        _command = _connection.CreateCommand();
        _command.CommandText = $"""
            SELECT t.version, t.body, t.status, t.document_index, t.phone_index, t.name_index, t.name_first_index, t.address_id, t.sex,
                t.birth_year, t.origin_division, t.last_stay_ended_on, t.id
            FROM {from}
            """;
        _command.Parameters.AddWithValue("$agency", "teda");
        _wanted = _command.Parameters.Add("$wanted", SqliteType.Blob);
        _command.Prepare();
    }

    public static RawReader ById(string path) => new(path, "resident t WHERE t.agency = $agency AND t.id = $wanted AND t.deleted = 0");

    public static RawReader ByNumber(string path) => new(
        path,
        "resident__document_index d CROSS JOIN resident t ON t.agency = d.agency AND t.id = d.id WHERE d.agency = $agency AND d.value = $wanted AND t.deleted = 0");

    public object[]? Read(byte[] wanted)
    {
        _wanted.Value = wanted;
        using var row = _command.ExecuteReader();
        if (!row.Read())
        {
            return null;
        }

        var values = new object[row.FieldCount];
        row.GetValues(values);
        return values;
    }

    public void Dispose()
    {
        _command.Dispose();
        _connection.Dispose();
    }
}

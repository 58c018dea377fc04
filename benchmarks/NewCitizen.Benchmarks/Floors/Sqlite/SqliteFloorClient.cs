using Microsoft.Data.Sqlite;

namespace NewCitizen.Benchmarks.Floors.Sqlite;

/// <summary>Prepared statements of one connection. A row's columns are read, and nothing of them understood.</summary>
internal sealed class SqliteFloorClient : Client
{
    private const string Columns = "version, status, document_hash, phone_hash, name_hash, sex, birth_year, origin_division, registered_on, address_id, id, body";

    private static readonly byte[] s_body = "{\"channel\":\"counter\",\"note\":\"made up for a benchmark\"}"u8.ToArray();
    private readonly SqliteConnection _connection;
    private readonly SemaphoreSlim _writing;
    private readonly SqliteCommand _byId;
    private readonly SqliteCommand _byHash;
    private readonly SqliteCommand _page;
    private readonly SqliteCommand _update;
    private readonly SqliteCommand _take;
    private readonly SqliteCommand _book;
    private readonly object[] _values = new object[12];
    private readonly Dictionary<int, long> _versions = [];

    public SqliteFloorClient(SqliteConnection connection, SemaphoreSlim writing)
    {
        (_connection, _writing) = (connection, writing);
        _byId = Prepare($"SELECT {Columns} FROM citizen_file WHERE agency = 'teda' AND id = $a", SqliteType.Blob);
        _byHash = Prepare($"SELECT {Columns} FROM citizen_file WHERE agency = 'teda' AND document_hash = $a", SqliteType.Blob);
        _page = Prepare($"SELECT {Columns} FROM citizen_file WHERE agency = 'teda' AND id > $a ORDER BY id LIMIT 50", SqliteType.Blob);
        _update = Prepare("UPDATE citizen_file SET version = version + 1, status = $a, body = $b WHERE agency = 'teda' AND id = $c AND version = $d", SqliteType.Text, SqliteType.Text, SqliteType.Blob, SqliteType.Integer);
        _take = Prepare("UPDATE slot SET taken = taken + 1 WHERE agency = 'teda' AND id = $a AND taken < capacity", SqliteType.Integer);
        _book = Prepare("INSERT INTO booking VALUES ('teda', $a, $b, $c)", SqliteType.Blob, SqliteType.Integer, SqliteType.Text);
    }

    public override ValueTask ByIdAsync(int place) => Read(_byId, FileRows.Id(place).ToByteArray(bigEndian: true), 1);

    public override ValueTask ByHashAsync(int place) => Read(_byHash, Known.Hashes[place], 1);

    public override ValueTask PageAsync(int place) => Read(_page, FileRows.Id(place).ToByteArray(bigEndian: true), 50);

    public override async ValueTask UpdateAsync(int place)
    {
        var version = _versions.GetValueOrDefault(place, 1);
        _update.Parameters[0].Value = version % 2 == 0 ? "active" : "changed";
        _update.Parameters[1].Value = System.Text.Encoding.UTF8.GetString(Known.Sample.Body);
        _update.Parameters[2].Value = FileRows.Id(place).ToByteArray(bigEndian: true);
        _update.Parameters[3].Value = version;
        await _writing.WaitAsync();
        try
        {
            Require(_update.ExecuteNonQuery() == 1);
        }
        finally
        {
            _writing.Release();
        }

        _versions[place] = version + 1;
    }

    public override async ValueTask BookAsync(int slot)
    {
        _take.Parameters[0].Value = slot;
        _book.Parameters[0].Value = Guid.CreateVersion7().ToByteArray(bigEndian: true);
        _book.Parameters[1].Value = slot;
        _book.Parameters[2].Value = System.Text.Encoding.UTF8.GetString(s_body);
        await _writing.WaitAsync();
        try
        {
            using var transaction = _connection.BeginTransaction();
            (_take.Transaction, _book.Transaction) = (transaction, transaction);
            Require(_take.ExecuteNonQuery() == 1 && _book.ExecuteNonQuery() == 1);
            transaction.Commit();
        }
        finally
        {
            _writing.Release();
        }
    }

    public override ValueTask DisposeAsync()
    {
        foreach (var command in new[] { _byId, _byHash, _page, _update, _take, _book })
        {
            command.Dispose();
        }

        _connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private ValueTask Read(SqliteCommand command, byte[] wanted, int expected)
    {
        command.Parameters[0].Value = wanted;
        using var rows = command.ExecuteReader();
        var count = 0;
        while (rows.Read())
        {
            rows.GetValues(_values);
            count++;
        }

        Require(count == expected);
        return ValueTask.CompletedTask;
    }

    private SqliteCommand Prepare(string sql, params SqliteType[] types)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (type, name) in types.Zip("abcd"))
        {
            command.Parameters.Add($"${name}", type);
        }

        command.Prepare();
        return command;
    }

    private static void Require(bool done)
    {
        if (!done)
        {
            throw new InvalidOperationException("The raw statement did not do what it should.");
        }
    }
}
